-- Where do the links lead? One row per host, the most linked first.
select
  substring(url from '^https?://([^/:?#]+)') as host,
  count(*)::int as links,
  count(*) filter (where expires_at <= now())::int as expired,
  max(created_at) as newest
from links
group by host
order by links desc, host
limit 10
