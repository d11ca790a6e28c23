-- The list of one owner, without reading on the way what belongs to others; read from its end.
create index links_of_an_owner on links (owner, created_at, code);
