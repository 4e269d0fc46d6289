-- Merchants, their places, channels, registers and staff.
create schema if not exists merchants;

create table merchants.merchant (
  merchant_id uuid primary key references platform.tenant,
  name text not null,
  currency char(3) not null,
  prices_include_tax boolean not null,
  time_zone text not null,
  locale text not null,
  locales text[] not null,
  day_cut_off_hour smallint not null default 0 check (day_cut_off_hour between 0 and 23),
  created_at timestamptz not null default now()
);
call platform.protect('merchants.merchant');

create table merchants.location (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  code text not null,
  name jsonb not null,
  kind text not null check (kind in ('store', 'warehouse', 'concession', 'pop_up')),
  address jsonb not null default '{}',
  region text not null default '*',
  time_zone text not null,
  opening_hours jsonb not null default '[]',
  may_sell boolean not null default true,
  may_pick_up boolean not null default false,
  may_ship boolean not null default false,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id),
  unique (merchant_id, code)
);
call platform.protect('merchants.location');

create table merchants.channel (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  code text not null,
  name jsonb not null,
  kind text not null check (kind in ('online', 'till')),
  location_id uuid,
  shipping_amount bigint not null default 0 check (shipping_amount >= 0),
  free_shipping_from_amount bigint check (free_shipping_from_amount >= 0),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id),
  unique (merchant_id, code),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id),
  check ((kind = 'till') = (location_id is not null))
);
call platform.protect('merchants.channel');

-- The sourcing list of a channel, best place first, with what is kept back from it.
create table merchants.channel_source (
  merchant_id uuid not null,
  channel_id uuid not null,
  location_id uuid not null,
  rank smallint not null,
  safety_kind text not null default 'none' check (safety_kind in ('none', 'fixed', 'percent')),
  safety_amount bigint not null default 0 check (safety_amount >= 0),
  primary key (merchant_id, channel_id, location_id),
  foreign key (merchant_id, channel_id) references merchants.channel (merchant_id, id),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id)
);
call platform.protect('merchants.channel_source');

create table merchants.register (
  merchant_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  channel_id uuid not null,
  code text not null,
  name text not null,
  epoch int not null default 0,
  token_hash bytea,
  paired_at timestamptz,
  last_seen_at timestamptz,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id),
  unique (merchant_id, code),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id),
  foreign key (merchant_id, channel_id) references merchants.channel (merchant_id, id)
);
call platform.protect('merchants.register');

create table merchants.pairing_code (
  merchant_id uuid not null,
  code_hash bytea not null,
  register_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (merchant_id, code_hash),
  foreign key (merchant_id, register_id) references merchants.register (merchant_id, id)
);
call platform.protect('merchants.pairing_code');

create table merchants.staff (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  name text not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'manager', 'cashier', 'warehouse', 'marketer', 'accountant')),
  password_hash text,
  pin_hash text,
  locale text,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id),
  unique (merchant_id, email)
);
call platform.protect('merchants.staff');

-- No row: every location.
create table merchants.staff_location (
  merchant_id uuid not null,
  staff_id uuid not null,
  location_id uuid not null,
  primary key (merchant_id, staff_id, location_id),
  foreign key (merchant_id, staff_id) references merchants.staff (merchant_id, id),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id)
);
call platform.protect('merchants.staff_location');

create table merchants.session (
  merchant_id uuid not null,
  token_hash bytea not null,
  id uuid not null,
  staff_id uuid not null,
  register_id uuid,
  user_agent text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (merchant_id, token_hash),
  foreign key (merchant_id, staff_id) references merchants.staff (merchant_id, id),
  foreign key (merchant_id, register_id) references merchants.register (merchant_id, id)
);
create index session_staff on merchants.session (merchant_id, staff_id);
call platform.protect('merchants.session');

-- Failed tries at a sign-in, a PIN or a pairing code, counted per window.
create table merchants.sign_in_failure (
  merchant_id uuid not null,
  subject text not null,
  window_started_at timestamptz not null,
  failures int not null,
  primary key (merchant_id, subject)
);
call platform.protect('merchants.sign_in_failure');
