create table links (
  -- Collation "C" compares codes byte by byte: the same order on every server.
  code text collate "C" primary key,
  url text not null,
  owner text,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3)
);
