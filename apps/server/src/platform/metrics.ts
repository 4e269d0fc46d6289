/** Prometheus series of this process. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  commands: Counter<'kind' | 'outcome'>;
  commandSeconds: Histogram<'kind'>;
  feedDelaySeconds: Histogram<string>;
  openStreams: Gauge<string>;
}

/** A fresh set of series; each application has its own, so that tests do not meet. */
export function newMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    commands: new Counter({
      name: 'tandem_commands_total',
      help: 'Commands answered',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'tandem_command_seconds',
      help: 'From hand-in to answer',
      labelNames: ['kind'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    feedDelaySeconds: new Histogram({
      name: 'tandem_feed_delay_seconds',
      help: 'From commit to projector',
      buckets: [0.01, 0.05, 0.1, 0.25, 1, 5, 30],
      registers,
    }),
    openStreams: new Gauge({ name: 'tandem_open_event_streams', help: 'Open server-sent event streams', registers }),
  };
}
