// How patient each stage is, by the settings.
import { type Config, settings } from '../config/settings.ts'
import type { RetryPolicy } from './retry.ts'

interface RetrySettings {
  readonly elasticsearch: Pick<Config['elasticsearch'], 'retryBaseMs' | 'retryCapMs' | 'retryPatienceSeconds'>
  readonly memory: Pick<Config['memory'], 'mendRetryCapMs' | 'mendRetryPatienceSeconds'>
  readonly batch: Pick<Config['batch'], 'retryBaseMs' | 'retryCapMs'>
  readonly kibana: Pick<Config['kibana'], 'retryBaseMs' | 'retryCapMs' | 'retryAttempts'>
}

export interface RetryPolicies {
  /** Requests of the sink and of memory. */
  readonly elasticsearch: RetryPolicy
  /** Requests of a late-data correction, which the next one repeats. */
  readonly lateData: RetryPolicy
  /** Stages of a batch, for as long as somebody waits for it. */
  readonly batch: RetryPolicy
  readonly kibana: RetryPolicy
}

export function retryPolicies({ elasticsearch, memory, batch, kibana }: RetrySettings): RetryPolicies {
  const baseMs = elasticsearch.retryBaseMs
  return {
    elasticsearch: { baseMs, capMs: elasticsearch.retryCapMs, patienceMs: elasticsearch.retryPatienceSeconds * 1000 },
    lateData: { baseMs, capMs: memory.mendRetryCapMs, patienceMs: memory.mendRetryPatienceSeconds * 1000 },
    batch: { baseMs: batch.retryBaseMs, capMs: batch.retryCapMs },
    kibana: { baseMs: kibana.retryBaseMs, capMs: kibana.retryCapMs, attempts: kibana.retryAttempts },
  }
}

/** The policies where nothing is set. */
export const defaultRetryPolicies: RetryPolicies = retryPolicies({
  elasticsearch: {
    retryBaseMs: settings['elasticsearch.retryBaseMs'].default,
    retryCapMs: settings['elasticsearch.retryCapMs'].default,
    retryPatienceSeconds: settings['elasticsearch.retryPatienceSeconds'].default,
  },
  memory: {
    mendRetryCapMs: settings['memory.mendRetryCapMs'].default,
    mendRetryPatienceSeconds: settings['memory.mendRetryPatienceSeconds'].default,
  },
  batch: { retryBaseMs: settings['batch.retryBaseMs'].default, retryCapMs: settings['batch.retryCapMs'].default },
  kibana: {
    retryBaseMs: settings['kibana.retryBaseMs'].default,
    retryCapMs: settings['kibana.retryCapMs'].default,
    retryAttempts: settings['kibana.retryAttempts'].default,
  },
})
