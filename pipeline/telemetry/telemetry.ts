// Structured logs on standard error. They contain no records, no documents and no details of failures: these are audit
// data about people and do not belong in a log store.
import { destination, type LogFn, type Logger, pino } from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { redact } from '../errors/redact.ts'
import { visibleJson } from '../safe-output/visible.ts'

/** The metrics of the service, in a separate registry so that tests and two services do not share counts. */
export interface Metrics {
  readonly registry: Registry
  readonly recordsIn: Counter<'topic'>
  readonly bytesIn: Counter<'topic'>
  readonly tombstones: Counter<'topic'>
  readonly compressedBytes: Counter<'codec'>
  readonly expandedBytes: Counter<'codec'>
  readonly expansionRatio: Histogram
  readonly batchesRefused: Counter<'code'>
  readonly pauses: Counter
  readonly paused: Gauge
  readonly events: Counter<'dataset'>
  readonly documentsStored: Counter<'dataset'>
  readonly duplicates: Counter<'dataset'>
  readonly unknownOutcomes: Counter<'dataset'>
  readonly deadLetters: Counter<'code'>
  readonly retries: Counter<'stage' | 'code'>
  readonly restarts: Counter<'code'>
  readonly recordsRemoved: Counter<'topic'>
  readonly topicsReplaced: Counter<'topic'>
  readonly corrected: Counter<'outcome'>
  readonly lateEntities: Gauge
  readonly lateDocuments: Gauge
  readonly lag: Gauge<'topic' | 'partition'>
  readonly assigned: Gauge
  readonly entityUpdateSeconds: Histogram
  readonly storeSeconds: Histogram
  readonly batchSeconds: Histogram
  readonly batchRecords: Histogram
  /** Seconds from the newest event of the last batch to the moment it was stored. */
  readonly lastEventAge: Gauge
  readonly clockDifference: Gauge
  readonly findings: Counter<'kind'>
  readonly passFailures: Counter<'part' | 'code'>
  readonly passSeconds: Histogram
  readonly lastPass: Gauge
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

export interface MetricsOptions {
  /** Also measures the process itself: CPU, memory, event-loop delay. */
  readonly process?: boolean
  /** The namespace of the service: a label of each metric, so that alerts distinguish services. */
  readonly namespace?: string | undefined
}

export function makeMetrics({ process = false, namespace }: MetricsOptions = {}): Metrics {
  const registry = new Registry()
  // In Kubernetes, Prometheus sets its own label `namespace`.
  if (namespace !== undefined) registry.setDefaultLabels({ data_stream_namespace: namespace })
  if (process) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter<L>({ name: `consentry_${name}`, help, labelNames, registers })
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge<L>({ name: `consentry_${name}`, help, labelNames, registers })
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `consentry_${name}`, help, buckets, registers })
  return {
    registry,
    recordsIn: counter('records_in_total', 'Kafka records read', ['topic']),
    bytesIn: counter('bytes_in_total', 'Bytes of record values read', ['topic']),
    tombstones: counter('tombstones_total', 'Kafka records without a value, or with only whitespace', ['topic']),
    compressedBytes: counter('compressed_bytes_total', 'Bytes of record batches as fetched', ['codec']),
    expandedBytes: counter('expanded_bytes_total', 'Bytes of record batches after decompression', ['codec']),
    expansionRatio: histogram('expansion_ratio', 'Expanded bytes of a record batch per compressed byte', [
      ...[1, 2, 5, 10, 20, 50, 100, 250, 500, 1000],
    ]),
    batchesRefused: counter('batches_refused_total', 'Record batches that became dead letters', ['code']),
    pauses: counter('pauses_total', 'Number of fetch pauses because storing was behind', []),
    paused: gauge('paused_partitions', 'Partitions with paused fetching because storing is behind', []),
    events: counter('events_total', 'Documents passed to the sink', ['dataset']),
    documentsStored: counter('documents_stored_total', 'Documents stored for the first time', ['dataset']),
    duplicates: counter('duplicates_total', 'Documents that already existed', ['dataset']),
    unknownOutcomes: counter(
      'unknown_outcomes_total',
      'Documents of records whose result is not a known outcome, which rules for successful acts do not match',
      ['dataset'],
    ),
    deadLetters: counter('dead_letters_total', 'Records that could not become documents', ['code']),
    retries: counter('retries_total', 'Retries after a server failure', ['stage', 'code']),
    restarts: counter('consumer_restarts_total', 'Consumer restarts after a failure', ['code']),
    recordsRemoved: counter('records_removed_total', 'Records that retention removed before they were read', ['topic']),
    topicsReplaced: counter(
      'topics_replaced_total',
      'Partitions that were read from the beginning, because their topic was deleted and created again',
      ['topic'],
    ),
    corrected: counter('documents_corrected_total', 'Stored documents that late-data correction updated', ['outcome']),
    lateEntities: gauge('late_entities', 'Entities with late facts that are missing from some stored documents', []),
    lateDocuments: gauge('late_documents', 'Documents that the last late-data correction could not store', []),
    lag: gauge('lag_records', 'Records between the consumer position and the end of the partition', [
      'topic',
      'partition',
    ]),
    assigned: gauge('assigned_partitions', 'Partitions assigned to this member', []),
    entityUpdateSeconds: histogram(
      'entity_update_duration_seconds',
      'Duration of one entity store update for a batch',
      seconds,
    ),
    storeSeconds: histogram('store_duration_seconds', 'Duration of one sink call', seconds),
    batchSeconds: histogram(
      'batch_duration_seconds',
      'Duration from the first record of a batch until the batch is stored',
      seconds,
    ),
    batchRecords: histogram('batch_records', 'Kafka records in a batch', [1, 10, 50, 100, 250, 500, 1000, 2000, 5000]),
    lastEventAge: gauge('last_event_age_seconds', 'Age of the newest event of the last batch', []),
    clockDifference: gauge(
      'clock_difference_seconds',
      'Seconds by which the clock of this computer is ahead of Elasticsearch; negative if it is behind',
      [],
    ),
    findings: counter('findings_total', 'Findings stored for the first time', ['kind']),
    passFailures: counter('pass_failures_total', 'Parts of the periodic pass that failed', ['part', 'code']),
    passSeconds: histogram('pass_duration_seconds', 'Duration of one periodic pass', seconds),
    lastPass: gauge('last_pass_timestamp_seconds', 'Unix time of the last successful periodic pass', []),
  }
}

export type { Logger } from 'pino'

export interface Telemetry {
  readonly log: Logger
  readonly metrics: Metrics
}

export interface TelemetryOptions {
  /** A pino level, or `silent`. */
  readonly level: string
  /** Logs only errors. */
  readonly quiet?: boolean | undefined
  readonly processMetrics?: boolean
  readonly namespace?: string
}

/** The maximum number of bytes of log lines that wait for standard error. Further lines are lost. */
const longestBacklog = 1_000_000
/** The number of waits of 100 ms for a reader that takes nothing. After that, lines wait without stopping the service. */
const mostStalls = 10
/** The time to wait for the reader at the end: the last lines contain the reason of the end. */
const lastWaitMs = 3_000
const fatal = pino.levels.values.fatal as number

export function makeTelemetry({
  level,
  quiet = false,
  processMetrics = false,
  namespace,
}: TelemetryOptions): Telemetry {
  const options = {
    level: quiet && level !== 'silent' ? 'error' : level,
    base: { service: 'consentry' },
    timestamp: () => `,"@timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: {
      streamWrite: (line: string) => `${visibleJson(redact(line.trimEnd()))}\n`,
      logMethod(this: Logger, args: Parameters<LogFn>, method: LogFn, severity: number): void {
        if (severity >= fatal) writeBacklog()
        method.apply(this, args)
      },
    },
  }
  let stalls = 0
  let lost = 0
  let waitsUntil = 0
  const retryEAGAIN = () => Date.now() < waitsUntil || ++stalls <= mostStalls
  const standardError = destination({ dest: 2, sync: true, maxLength: longestBacklog, retryEAGAIN })
  standardError.on('write', (bytes) => {
    if (bytes > 0) stalls = 0
  })
  // A full disk or a closed pipe causes the loss of log lines, but does not end the service.
  standardError.on('error', () => undefined)
  standardError.once('error', () => process.once('exit', writeBacklog))
  standardError.on('drop', () => lost++)
  standardError.on('drain', reportLost)
  // The function of the library waits forever on a full disk.
  standardError.flushSync = writeBacklog
  const log = pino(options, standardError)
  function reportLost(): void {
    const lines = lost
    lost = 0
    if (lines > 0) log.warn({ lines }, 'log lines are lost: the reader of standard error was too slow')
  }
  /** Waits for the reader up to a deadline. */
  function writeBacklog(): void {
    waitsUntil = Date.now() + lastWaitMs
    standardError.write('')
    waitsUntil = 0
    reportLost()
  }
  return { log, metrics: makeMetrics({ process: processMetrics, namespace }) }
}

/** Returns the parts of an error for a log or a response: its kind, its message, and the message of its cause. */
export function describeError(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'unknown', message: 'not an error object' }
  const own = (error as { code?: unknown; type?: unknown }).code ?? (error as { type?: unknown }).type
  const code = typeof own === 'string' ? own : error.name
  const cause = error.cause instanceof Error && error.cause.message !== error.message ? error.cause.message : undefined
  return { code, message: redact(cause === undefined ? error.message : `${error.message} (${cause})`) }
}
