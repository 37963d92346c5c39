// Structured logs on standard error. They contain no records, no documents and no details of failures: these are audit
// data about people and do not belong in a log store.
import { destination, type Logger, pino } from 'pino'
import { redact } from '../errors/redact.ts'
import { type Metrics, makeMetrics } from './metrics.ts'

export type { Logger } from 'pino'
export type { Metrics } from './metrics.ts'
export { makeMetrics } from './metrics.ts'

export interface Telemetry {
  readonly log: Logger
  readonly metrics: Metrics
}

export interface TelemetryOptions {
  /** A pino level, or `silent`. */
  readonly level: string
  readonly processMetrics?: boolean
}

export function makeTelemetry({ level, processMetrics = false }: TelemetryOptions): Telemetry {
  const options = {
    level,
    base: { service: 'consentry' },
    timestamp: () => `,"@timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: redact },
  }
  return { log: pino(options, destination({ dest: 2, sync: true })), metrics: makeMetrics({ process: processMetrics }) }
}

/** Returns the parts of an error for a log or a response: its kind, its message, and the message of its cause. */
export function describeError(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'unknown', message: 'not an error object' }
  const own = (error as { code?: unknown; type?: unknown }).code ?? (error as { type?: unknown }).type
  const code = typeof own === 'string' ? own : error.name
  const cause = error.cause instanceof Error && error.cause.message !== error.message ? error.cause.message : undefined
  return { code, message: redact(cause === undefined ? error.message : `${error.message} (${cause})`) }
}
