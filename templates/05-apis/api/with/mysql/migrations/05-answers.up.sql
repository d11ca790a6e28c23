-- Answers to requests that came with an Idempotency-Key; null while the first one is under way.
create table answers (
  `key` varchar(512) primary key,
  fingerprint varchar(255) not null,
  answer longtext,
  claimed_at datetime(3) not null
) character set utf8mb4 collate utf8mb4_bin;
create index answers_by_age on answers (claimed_at);
