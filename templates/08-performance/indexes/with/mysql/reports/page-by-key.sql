-- A page by the last link before it: the index leads there, and nothing else is read.
select created_at, code, url
from links
where created_at < ? or (created_at = ? and code < ?)
order by created_at desc, code desc
limit 20
