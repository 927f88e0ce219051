-- A line that is asked of somebody else instead of one that was refused or waits in a queue: each leads to the other.
alter table basket_line add column replaces_id uuid;
