// The first request of a service to Elasticsearch. Until the response, the service is not ready: without records, no
// other request would show that Elasticsearch is unreachable.
import { Retry, type RetryPolicy, type Runtime, realRuntime } from '../clients/retry.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { type Progress, unproven } from './progress.ts'

interface FieldOfOtherType {
  readonly index: string
  readonly field: string
  readonly type: string
  readonly ours: string
}

export interface FirstAnswerOptions {
  readonly compare: () => Promise<readonly FieldOfOtherType[]>
  readonly progress: Progress
  readonly log: Telemetry['log']
  readonly signal: AbortSignal
  readonly retry: RetryPolicy
  readonly runtime?: Runtime
}

const stage = 'start'

/** Compares the field types until Elasticsearch responds, and warns about fields with a different type. Rejects with an error that no retry can correct. */
export async function awaitFirstAnswer(options: FirstAnswerOptions): Promise<void> {
  const { compare, progress, log, signal, runtime = realRuntime } = options
  const retry = new Retry({ baseMs: options.retry.baseMs, capMs: options.retry.capMs }, runtime, signal)
  progress.fail(stage, unproven, 'Elasticsearch has not responded yet', performance.now())
  while (!signal.aborted) {
    try {
      warnOf(await compare(), log)
      break
    } catch (error) {
      // A missing privilege for this comparison does not affect the service.
      if (error instanceof DependencyError && error.code === 'es_forbidden') break
      if (!(error instanceof DependencyError && error.retryable)) throw error
      const { code, message } = error
      if (progress.failing?.stage === stage) progress.fail(stage, code, message, performance.now())
      log.warn({ stage, code, error: message }, 'the service is waiting for the first response from Elasticsearch')
      await retry.wait(retry.next(error.retryAfterMs) ?? options.retry.capMs)
    }
  }
  if (progress.failing?.stage === stage) progress.failing = undefined
}

function warnOf(changed: readonly FieldOfOtherType[], log: Telemetry['log']): void {
  const fields = changed
    .slice(0, 5)
    .map(({ index, field, type, ours }) => `${field} in ${index} is ${type}, not ${ours}`)
  if (fields.length > 0)
    log.warn(
      { fields, count: changed.length },
      'field types in Elasticsearch differ from the mappings: documents are stored, but searches and rules find no value in these fields; run `consentry doctor`, which prints the fix, and then `consentry reprocess` for the stored documents',
    )
}
