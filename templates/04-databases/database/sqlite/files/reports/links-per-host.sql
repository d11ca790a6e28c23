-- Where do the links lead? One row per host, the most linked first.
with rest as (
  select substr(url, instr(url, '://') + 3) || '/' as address, created_at, expires_at from links
)
select
  substr(address, 1, instr(replace(replace(replace(address, ':', '/'), '?', '/'), '#', '/'), '/') - 1) as host,
  count(*) as links,
  count(*) filter (where expires_at <= unixepoch('now', 'subsec') * 1000) as expired,
  datetime(max(created_at) / 1000, 'unixepoch') as newest
from rest
group by host
order by links desc, host
limit 10
