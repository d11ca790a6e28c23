-- Moments are milliseconds since 1970: SQLite has no type for them.
create table links (
  code text not null primary key,
  url text not null,
  owner text,
  created_at integer not null,
  expires_at integer
) strict;
