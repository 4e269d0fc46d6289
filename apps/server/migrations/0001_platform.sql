-- What every module stands on: tenants, remembered commands, feeds, exceptions.
create schema if not exists platform;

-- Row-level security is the second net under `merchant_id` in every where: outside a tenant's transaction no row is seen.
create or replace procedure platform.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (merchant_id = nullif(current_setting(''tandem.merchant_id'', true), '''')::uuid)',
    target);
end $$;

-- Reference tables (the same on every node, no row-level security): who the tenants are and which host name is whose.
create table platform.tenant (
  merchant_id uuid primary key,
  created_at timestamptz not null default now()
);
create table platform.hostname (
  hostname text primary key check (hostname = lower(hostname)),
  merchant_id uuid not null references platform.tenant,
  channel_id uuid
);

-- A command that was decided: the same id gives the same answer for ever.
create table platform.command (
  merchant_id uuid not null,
  id uuid not null,
  kind text not null,
  request_hash bytea not null,
  status smallint not null,
  answer jsonb not null,
  decided_at timestamptz not null default now(),
  primary key (merchant_id, id)
);
call platform.protect('platform.command');

-- Dense positions per stream: one entry a transaction and stream, holding all its rows.
create table platform.stream (
  merchant_id uuid not null,
  stream text not null,
  position bigint not null,
  primary key (merchant_id, stream)
) with (fillfactor = 50);
call platform.protect('platform.stream');

create table platform.feed_entry (
  merchant_id uuid not null,
  stream text not null,
  position bigint not null,
  at timestamptz not null default now(),
  rows jsonb not null,
  primary key (merchant_id, stream, position)
);
call platform.protect('platform.feed_entry');

-- How far each reader inside Tandem has come; moved in the transaction that does the reader's work.
create table platform.consumer (
  merchant_id uuid not null,
  consumer text not null,
  stream text not null,
  position bigint not null,
  primary key (merchant_id, consumer, stream)
);
call platform.protect('platform.consumer');

-- Facts that were recorded although something is wrong with them; a person has to look.
create table platform.exception (
  merchant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid,
  location_id uuid,
  detail jsonb not null,
  raised_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (merchant_id, id)
);
create index exception_open on platform.exception (merchant_id, raised_at desc) where resolved_at is null;
call platform.protect('platform.exception');

-- Who did what to settings, prices and people: appended, never changed.
create table platform.audit_entry (
  merchant_id uuid not null,
  id uuid not null,
  at timestamptz not null default now(),
  staff_id uuid,
  action text not null,
  subject_id uuid,
  detail jsonb not null,
  primary key (merchant_id, id)
);
create index audit_entry_at on platform.audit_entry (merchant_id, at desc);
call platform.protect('platform.audit_entry');

-- Proof of life that writes through the real path and leaves nothing: used by /readyz.
create table platform.heartbeat (
  merchant_id uuid not null,
  node text not null,
  at timestamptz not null,
  primary key (merchant_id, node)
);
call platform.protect('platform.heartbeat');
