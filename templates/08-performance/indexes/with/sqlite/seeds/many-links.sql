-- 100,000 links, one a minute, of which every tenth belongs to one of a hundred owners, and as many
-- clicks, most of them on few links. What is there already stays as it is and is not clicked again:
-- therefore the clicks come first, on links that are not there yet.
with recursive numbers (number) as (
  values (1) union all select number + 1 from numbers where number < 100000
), drawn as materialized (
  select abs(random() % 1000000) / 1e6 as place, abs(random() % 2592000000) as ago from numbers
), clicked as (
  select
    format('many-%06d', 1 + cast(100000 * place * place * place as integer)) as code,
    cast(unixepoch('now', 'subsec') * 1000 as integer) - ago as at
  from drawn
)
insert into clicks (code, at)
select code, at from clicked where not exists (select 1 from links where links.code = clicked.code);

with recursive numbers (number) as (
  values (1) union all select number + 1 from numbers where number < 100000
)
insert into links (code, url, owner, created_at)
select
  format('many-%06d', number),
  format('https://%d.example.com/page/%d', number % 1000, number),
  case when number % 10 = 0 then format('owner-%d', number / 10 % 100) end,
  cast(unixepoch('now', 'subsec') * 1000 as integer) - number * 60000
from numbers
-- Without a condition, `on conflict` would be read as that of a join.
where true
on conflict do nothing;
