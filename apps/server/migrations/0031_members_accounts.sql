-- A member's way into the online store: a password, sessions, and the one-time code by which staff hand a member over to its person.
create table members.account (
  merchant_id uuid not null,
  member_id uuid not null,
  password_hash text not null,
  created_at timestamptz not null,
  -- When the password was last set.
  changed_at timestamptz not null,
  primary key (merchant_id, member_id),
  foreign key (merchant_id, member_id) references members.member (merchant_id, id)
);
call platform.protect('members.account');

create table members.account_session (
  merchant_id uuid not null,
  token_hash bytea not null,
  member_id uuid not null,
  user_agent text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (merchant_id, token_hash),
  foreign key (merchant_id, member_id) references members.account (merchant_id, member_id)
);
create index account_session_member on members.account_session (merchant_id, member_id);
call platform.protect('members.account_session');

-- At most one for each member; it goes when it is used, and is worth nothing once it ran out or was tried too often.
create table members.claim_code (
  merchant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  code_hash text not null,
  tries int not null default 0,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (merchant_id, member_id),
  foreign key (merchant_id, member_id) references members.member (merchant_id, id)
);
call platform.protect('members.claim_code');
