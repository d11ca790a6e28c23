drop table links;
