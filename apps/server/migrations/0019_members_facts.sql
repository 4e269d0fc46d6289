-- What promotions ask of a member, who changed it, and one member for each address and number.
alter table members.member
  add column tier text,
  add column tags text[] not null default '{}',
  -- `1990-05-17`, or `--05-17` where the year is not known.
  add column birthday text check (birthday ~ '^(\d{4}|-)-\d\d-\d\d$'),
  add column is_tax_exempt boolean not null default false,
  add column referred_by uuid,
  -- Name, address and numbers as search sees them.
  add column search_text text not null default '',
  add column version int not null default 1,
  add column updated_at timestamptz not null default now(),
  add column updated_by uuid,
  add constraint member_email unique (merchant_id, email),
  add constraint member_phone unique (merchant_id, phone),
  add foreign key (merchant_id, referred_by) references members.member (merchant_id, id);
update members.member set search_text = lower(concat_ws(' ', nullif(name, ''), reference));

-- Every change with what was before and after; appended, never changed.
create table members.member_change (
  merchant_id uuid not null,
  member_id uuid not null,
  version int not null,
  event text not null check (event in ('created', 'changed')),
  at timestamptz not null,
  staff_id uuid,
  before jsonb,
  after jsonb not null,
  primary key (merchant_id, member_id, version),
  foreign key (merchant_id, member_id) references members.member (merchant_id, id)
);
call platform.protect('members.member_change');
