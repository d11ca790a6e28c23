-- Answers "newest first" and "what comes behind this one" without sorting, read from its end.
create index links_newest_first on links (created_at, code);

-- No foreign key: a click is written a moment later, when its link may be gone.
create table clicks (
  id bigint auto_increment primary key,
  code varchar(64) not null,
  at datetime(3) not null
) character set utf8mb4 collate utf8mb4_bin;
create index clicks_of_a_link on clicks (code, at);
