create table users (
  id text not null primary key,
  email text not null unique,
  role text not null check (role in ('user', 'admin')),
  password_hash text not null,
  created_at integer not null
) strict;

-- A family of refresh tokens; only the hash of the one that counts is kept.
create table sessions (
  id text not null primary key,
  user_id text not null references users (id) on delete cascade,
  token_hash text not null,
  expires_at integer not null
) strict;
create index sessions_of_a_user on sessions (user_id);

-- No foreign key: what happened stays true when the account is gone.
create table audit (
  id integer primary key autoincrement,
  event text not null,
  user_id text,
  at integer not null,
  detail text
) strict;
create index audit_of_a_user on audit (user_id, id desc);
