-- Answers to requests that came with an Idempotency-Key; null while the first one is under way.
create table answers (
  key text not null primary key,
  fingerprint text not null,
  answer text,
  claimed_at integer not null
) strict;
create index answers_by_age on answers (claimed_at);
