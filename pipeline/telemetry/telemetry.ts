// Structured logs on standard error. Records, documents and the details of failures stay out of them: they are the
// audit data of people, and a log store is not where that belongs.
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

/** What of an error is fit for a log or an answer: its kind and its message, and those of its causes. */
export function describeError(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'unknown', message: 'not an error object' }
  const own = (error as { code?: unknown; type?: unknown }).code ?? (error as { type?: unknown }).type
  const code = typeof own === 'string' ? own : error.name
  const cause = error.cause instanceof Error && error.cause.message !== error.message ? error.cause.message : undefined
  return { code, message: redact(cause === undefined ? error.message : `${error.message} (${cause})`) }
}
