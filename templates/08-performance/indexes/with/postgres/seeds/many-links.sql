-- 100,000 links, one a minute, of which every tenth belongs to one of a hundred owners, and as many
-- clicks, most of them on few links. What is there already stays as it is and is not clicked again.
with added as (
  insert into links (code, url, owner, created_at)
  select
    'many-' || lpad(number::text, 6, '0'),
    'https://' || number % 1000 || '.example.com/page/' || number,
    case when number % 10 = 0 then 'owner-' || number / 10 % 100 end,
    now() - number * interval '1 minute'
  from generate_series(1, 100000) as number
  on conflict do nothing
  returning code
), clicked as (
  select
    'many-' || lpad(ceil(100000 * (1 - random()) ^ 3)::text, 6, '0') as code,
    now() - random() * interval '30 days' as at
  from generate_series(1, 100000)
)
insert into clicks (code, at) select code, at from clicked join added using (code);

-- What the planner knows of the tables is otherwise from when they were empty.
analyze links, clicks;
