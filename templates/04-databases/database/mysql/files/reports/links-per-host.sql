-- Where do the links lead? One row per host, the most linked first.
select
  regexp_substr(url, '(?<=://)[^/:?#]+') as host,
  count(*) as links,
  count(case when expires_at <= utc_timestamp(3) then 1 end) as expired,
  max(created_at) as newest
from links
group by host
order by links desc, host
limit 10
