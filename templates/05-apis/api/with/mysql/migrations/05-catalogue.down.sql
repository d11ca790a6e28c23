drop table clicks;
drop index links_newest_first on links;
