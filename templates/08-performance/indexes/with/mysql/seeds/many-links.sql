-- 100,000 links, one a minute, of which every tenth belongs to one of a hundred owners, and as many
-- clicks, most of them on few links. What is there already stays as it is and is not clicked again:
-- therefore the clicks come first, on links that are not there yet.
--
-- Numbers are made of digits: MySQL and MariaDB do not agree on how to let a recursion go so deep.
start transaction;

insert into clicks (code, at)
with digit as (
  select 0 as n union all select 1 union all select 2 union all select 3 union all select 4
  union all select 5 union all select 6 union all select 7 union all select 8 union all select 9
), clicked as (
  select
    concat('many-', lpad(ceil(100000 * power(1 - rand(), 3)), 6, '0')) as code,
    utc_timestamp(3) - interval rand() * 2592000 second as at
  from digit as a, digit as b, digit as c, digit as d, digit as e
  -- With a limit, all are drawn before any is looked at, and none is drawn again.
  limit 100000
)
select code, at from clicked where not exists (select 1 from links where links.code = clicked.code);

insert ignore into links (code, url, owner, created_at)
with digit as (
  select 0 as n union all select 1 union all select 2 union all select 3 union all select 4
  union all select 5 union all select 6 union all select 7 union all select 8 union all select 9
), numbers as (
  select 1 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n as number
  from digit as a, digit as b, digit as c, digit as d, digit as e
)
select
  concat('many-', lpad(number, 6, '0')),
  concat('https://', number % 1000, '.example.com/page/', number),
  case when number % 10 = 0 then concat('owner-', number div 10 % 100) end,
  utc_timestamp(3) - interval number minute
from numbers;

commit;

-- What the optimizer knows of the tables is otherwise from when they were empty.
analyze table links, clicks;
