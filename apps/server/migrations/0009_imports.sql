-- Files brought in, each once, with what became of every row.
create schema if not exists imports;

create table imports.import (
  merchant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('products', 'sales')),
  file_name text not null,
  file_hash bytea not null,
  options jsonb not null default '{}',
  state text not null check (state in ('running', 'done', 'failed')),
  rows_done bigint not null default 0,
  rows_total bigint,
  result jsonb not null default '{}',
  staff_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (merchant_id, id)
);
create index import_started on imports.import (merchant_id, started_at desc);
call platform.protect('imports.import');
