-- The list of one owner, without reading on the way what belongs to others.
create index links_of_an_owner on links (owner, created_at desc, code desc);
