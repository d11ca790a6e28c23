-- Answers to requests that came with an Idempotency-Key; null while the first one is under way.
create table answers (
  key text primary key,
  fingerprint text not null,
  answer jsonb,
  claimed_at timestamptz(3) not null
);
create index answers_by_age on answers (claimed_at);
