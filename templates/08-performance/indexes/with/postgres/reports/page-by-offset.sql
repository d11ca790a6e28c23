-- A page by its place: all links before it are read, and thrown away.
select created_at, code, url
from links
order by created_at desc, code desc
limit 20
offset ?
