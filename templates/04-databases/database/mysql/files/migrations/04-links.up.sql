-- The collation compares byte by byte: "a" and "A" are two codes. Moments are in UTC.
create table links (
  code varchar(64) primary key,
  url varchar(2048) not null,
  owner varchar(255),
  created_at datetime(3) not null,
  expires_at datetime(3)
) character set utf8mb4 collate utf8mb4_bin;
