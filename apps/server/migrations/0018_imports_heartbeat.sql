-- The sign of life of an import, by the database's clock: one that is cut off cannot say so itself. An attempt that was
-- taken for dead and is not finds that its number has passed, and ends.
alter table imports.import
  add column heartbeat_at timestamptz not null default now(),
  add column attempt int not null default 1;
