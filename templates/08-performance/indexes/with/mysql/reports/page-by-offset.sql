-- A page by its place: all links before it are read, and thrown away. For a late page, the server
-- would rather read and sort the whole table than follow the index.
select created_at, code, url
from links force index (links_newest_first)
order by created_at desc, code desc
limit 20
offset ?
