create table users (
  id text collate "C" primary key,
  email text not null unique,
  role text not null check (role in ('user', 'admin')),
  password_hash text not null,
  created_at timestamptz(3) not null
);

-- A family of refresh tokens; only the hash of the one that counts is kept.
create table sessions (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  token_hash text not null,
  expires_at timestamptz(3) not null
);
create index sessions_of_a_user on sessions (user_id);

-- No foreign key: what happened stays true when the account is gone.
create table audit (
  id bigint generated always as identity primary key,
  event text not null,
  user_id text,
  at timestamptz(3) not null,
  detail text
);
create index audit_of_a_user on audit (user_id, id desc);
