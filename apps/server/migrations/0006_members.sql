-- Known shoppers. Points, tiers and consent follow in the member module's own issues.
create schema if not exists members;

create table members.member (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  reference text,
  name text not null default '',
  email text,
  phone text,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id),
  unique (merchant_id, reference)
);
call platform.protect('members.member');
