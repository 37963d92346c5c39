// The metrics of `collect --loop`, in the registry of the process.
import { Counter, Gauge, type Registry } from 'prom-client'

export interface CollectMetrics {
  readonly records: Counter<'source'>
  readonly repeats: Counter<'source'>
  readonly lost: Counter<'source'>
  readonly failures: Counter<'source' | 'code'>
  readonly complete: Gauge<'source'>
  readonly requests: Counter<'api'>
  readonly throttled: Counter<'api'>
  readonly lanes: Gauge
}

export function makeCollectMetrics(registry: Registry): CollectMetrics {
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter<L>({ name: `consentry_collect_${name}_total`, help, labelNames, registers })
  return {
    records: counter('records', 'Records that the broker acknowledged', ['source']),
    repeats: counter('repeats', 'Records that were read again and not sent again', ['source']),
    lost: counter('lost', 'Parts of a log that the vendor no longer has', ['source']),
    failures: counter('failures', 'Passes over a log source that failed', ['source', 'code']),
    complete: new Gauge({
      name: 'consentry_collect_complete_timestamp_seconds',
      help: 'Unix time up to which a log source was collected',
      labelNames: ['source'],
      registers,
    }),
    requests: counter('requests', 'Requests to an API of a vendor', ['api']),
    throttled: counter('throttled', 'Answers of a vendor that asked for a pause', ['api']),
    lanes: new Gauge({ name: 'consentry_collect_lanes', help: 'Lanes that this collector reads', registers }),
  }
}
