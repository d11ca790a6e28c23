-- Answers "newest first" and "what comes behind this one" without sorting.
create index links_newest_first on links (created_at desc, code desc);

-- No foreign key: a click is written a moment later, when its link may be gone.
create table clicks (
  id integer primary key,
  code text not null,
  at integer not null
) strict;
create index clicks_of_a_link on clicks (code, at);
