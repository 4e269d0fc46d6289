-- Simulations and the making of codes outlive the process that does them: each shows a sign of life by the database's
-- clock, and keeps how far it is, so that another process goes on where the first one stopped.
alter table promotions.simulation
  add column started_by uuid,
  -- The rules beside the draft: whoever goes on prices with the same ones.
  add column rule_set_number bigint,
  -- One that was taken for dead and is not finds that its number has passed, and ends.
  add column attempt int not null default 0,
  add column heartbeat_at timestamptz not null default now(),
  -- The last basket that counts in the result so far, that result, and the uses counted until then.
  add column checkpoint jsonb,
  drop constraint simulation_state_check,
  add constraint simulation_state_check check (state in ('running', 'done', 'failed', 'cancelled'));
create index simulation_promotion on promotions.simulation (merchant_id, promotion_id, started_at desc);
create index simulation_running on promotions.simulation (merchant_id) where state = 'running';

alter table promotions.coupon_batch add column moved_at timestamptz not null default now();
create index coupon_batch_open on promotions.coupon_batch (merchant_id) where made < count and revoked_at is null;
