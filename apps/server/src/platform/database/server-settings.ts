// How the embedded PostgreSQL is set: for a small machine that also runs the shop.

/** PostgreSQL settings by name. */
export type ServerSettings = Readonly<Record<string, string | number>>;

/** Given on the command line, so that they win over postgresql.conf and ALTER SYSTEM and follow Tandem's own version. */
export const serverSettings: ServerSettings = {
  // What was acknowledged is on the disk: these three are never turned off in a shop.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // No TCP port: only the private unix socket.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: 60,
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  // Compiling a query costs more than any query of a shop, and much memory.
  jit: 'off',
  wal_compression: 'on',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  // Few helper processes: each one costs memory that nobody uses on two cores.
  io_method: 'worker',
  io_workers: 1,
  max_worker_processes: 4,
  max_parallel_workers_per_gather: 1,
  autovacuum_max_workers: 2,
  autovacuum_worker_slots: 4,
  autovacuum_naptime: '20s',
  max_wal_senders: 4,
  max_replication_slots: 4,
  max_locks_per_transaction: 128,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %a ',
  log_checkpoints: 'off',
};

/** The settings as arguments of `postgres`. */
export function settingArguments(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
