create table notes (
  id text primary key,
  text text not null,
  owner text,
  created_at timestamptz(3) not null
);
create index notes_of_an_owner on notes (owner, created_at desc);
