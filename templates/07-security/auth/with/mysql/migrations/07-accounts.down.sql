drop table audit;
drop table sessions;
drop table users;
