drop index links_of_an_owner;
