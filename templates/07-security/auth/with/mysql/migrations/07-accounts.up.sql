create table users (
  id varchar(64) primary key,
  email varchar(320) not null unique,
  role enum('user', 'admin') not null,
  password_hash varchar(255) not null,
  created_at datetime(3) not null
) character set utf8mb4 collate utf8mb4_bin;

-- A family of refresh tokens; only the hash of the one that counts is kept.
create table sessions (
  id varchar(64) primary key,
  user_id varchar(64) not null,
  token_hash varchar(255) not null,
  expires_at datetime(3) not null,
  foreign key (user_id) references users (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- No foreign key: what happened stays true when the account is gone.
create table audit (
  id bigint auto_increment primary key,
  event varchar(64) not null,
  user_id varchar(64),
  at datetime(3) not null,
  detail text
) character set utf8mb4 collate utf8mb4_bin;
create index audit_of_a_user on audit (user_id, id);
