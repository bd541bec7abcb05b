/**
 * Given on the command line at every start, so that no edited file changes them: who may reach the server
 * (loopback only), and that what it acknowledged is on the disk.
 */
export function fixedSettings(port: number): string[] {
  return asFlags({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    logging_collector: 'off',
    log_destination: 'stderr',
  })
}

/**
 * Written into postgresql.conf when the cluster is made; an operator may change them there. For a small
 * machine: few processes and little memory while nothing happens. Nobody replicates an embedded server and
 * backups are made with COPY, so the log holds only what recovery needs. `terse` keeps readers' data, which
 * PostgreSQL puts into the DETAIL of an error, out of the log.
 */
export function initialSettings(): string[] {
  return asFlags({
    // Taken page by page as there is something to keep: a small newsroom's database is smaller.
    shared_buffers: '256MB',
    max_connections: '60',
    jit: 'off',
    io_method: 'sync',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    max_logical_replication_workers: '0',
    autovacuum_max_workers: '2',
    wal_level: 'minimal',
    max_wal_senders: '0',
    min_wal_size: '64MB',
    max_wal_size: '512MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
  })
}

function asFlags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
