-- A collection that nobody needs any more is put away: no price or promotion means it, and it can be taken out again.
alter table catalog.collection add column archived_at timestamptz;
