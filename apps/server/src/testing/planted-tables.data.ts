/** Faults for the check of the schema to find: what is done to a sound database, and what must be said of it. */

const sound = `create table orders.planted (merchant_id uuid not null, id uuid not null, other uuid, number int, primary key (merchant_id, id)); call platform.protect('orders.planted')`;
const bare = (columns: string) => `create table orders.planted (${columns}); call platform.protect('orders.planted')`;
const both = 'merchant_id uuid not null, id uuid not null';

export const plantedTables: readonly (readonly [what: string, statements: string, fault: string])[] = [
  ['a table of nobody', 'create table orders.planted (id uuid primary key)', 'has no merchant_id uuid not null'],
  ['a merchant that may be missing', bare('merchant_id uuid, id uuid primary key'), 'has no merchant_id uuid not null'],
  ['no primary key', bare(both), 'has no primary key that begins with merchant_id'],
  [
    'a primary key that begins elsewhere',
    bare(`${both}, primary key (id, merchant_id)`),
    'has no primary key that begins with merchant_id',
  ],
  [
    'a unique key over all merchants',
    `${sound}; alter table orders.planted add unique (other)`,
    'has a unique key without merchant_id',
  ],
  [
    'a unique index over all merchants',
    `${sound}; create unique index on orders.planted (other) where other is not null`,
    'has a unique key without merchant_id',
  ],
  [
    'a foreign key over all merchants',
    `${sound}; alter table orders.planted add foreign key (other) references platform.tenant (merchant_id)`,
    'has a foreign key that leaves its merchant',
  ],
  [
    'a foreign key that mixes up its columns',
    `${sound}; alter table orders.planted add foreign key (other, merchant_id) references catalog.product (merchant_id, id)`,
    'has a foreign key that leaves its merchant',
  ],
  [
    'a reference table that leans on a merchant’s',
    'alter table platform.hostname add foreign key (merchant_id, channel_id) references merchants.channel (merchant_id, id)',
    'is a reference table that leans on a table of a merchant',
  ],
  [
    'security off',
    `${sound}; alter table orders.planted disable row level security`,
    'has row-level security off or not forced',
  ],
  [
    'security not forced',
    `${sound}; alter table orders.planted no force row level security`,
    'has row-level security off or not forced',
  ],
  ['no policy', `${sound}; drop policy tenant on orders.planted`, 'is not under the one policy of tenants'],
  [
    'an open policy',
    `${sound}; drop policy tenant on orders.planted; create policy tenant on orders.planted using (true)`,
    'is not under the one policy of tenants',
  ],
  [
    'an open check',
    `${sound}; alter policy tenant on orders.planted with check (true)`,
    'is not under the one policy of tenants',
  ],
  [
    'a second policy',
    `${sound}; create policy more on orders.planted for select using (true)`,
    'has another policy beside that of tenants',
  ],
  [
    'a table of the application',
    `${sound}; alter table orders.planted owner to tandem_app`,
    'belongs to the application',
  ],
  [
    'a table that may be emptied',
    `${sound}; grant truncate on orders.planted to tandem_app`,
    'may be emptied or altered by the application',
  ],
  [
    'a view with its owner’s rights',
    'create view orders.planted as select * from catalog.product',
    'is a view that does not carry the caller’s rights',
  ],
  [
    'a kept view',
    'create materialized view orders.planted as select * from catalog.product',
    'is a view that does not carry the caller’s rights',
  ],
  [
    'a function with its owner’s rights',
    `create function orders.planted() returns int language sql security definer as 'select 1'`,
    'is a function with its owner’s rights',
  ],
  ['a sequence', 'create sequence orders.planted', 'is a sequence'],
  ['a serial', `${sound}; alter table orders.planted add position serial`, 'is a sequence'],
  [
    'an identity',
    `${sound}; alter table orders.planted add position int generated always as identity`,
    'is a sequence',
  ],
  [
    'a trigger',
    `${sound}; create trigger planted before update on orders.planted for each row execute function suppress_redundant_updates_trigger()`,
    'has a trigger or a rule',
  ],
  [
    'a rule',
    `${sound}; create rule planted as on delete to orders.planted do instead nothing`,
    'has a trigger or a rule',
  ],
  ['a table in another schema', 'create table public.planted (id int)', 'has no merchant_id uuid not null'],
  ['a role that sees all', 'alter role tandem_app bypassrls', 'is a role beyond its station'],
];
