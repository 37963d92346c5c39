// The retry policy of each stage, from the settings.
import { type Config, settings } from '../config/settings.ts'
import type { RetryPolicy } from './retry.ts'

interface RetrySettings {
  readonly elasticsearch: Pick<Config['elasticsearch'], 'retryBaseMs' | 'retryCapMs' | 'retryPatienceSeconds'>
  readonly entityStore: Pick<Config['entityStore'], 'lateDataRetryCapMs' | 'lateDataRetryPatienceSeconds'>
  readonly batch: Pick<Config['batch'], 'retryBaseMs' | 'retryCapMs'>
  readonly kibana: Pick<Config['kibana'], 'retryBaseMs' | 'retryCapMs' | 'retryAttempts'>
}

export interface RetryPolicies {
  /** Requests of the sink and of the entity store. */
  readonly elasticsearch: RetryPolicy
  /** Policy for requests of a late-data correction. The next correction repeats failed requests. */
  readonly lateData: RetryPolicy
  /** Stages of a batch. Retries continue until the service stops. */
  readonly batch: RetryPolicy
  readonly kibana: RetryPolicy
}

export function retryPolicies({ elasticsearch, entityStore, batch, kibana }: RetrySettings): RetryPolicies {
  const baseMs = elasticsearch.retryBaseMs
  return {
    elasticsearch: { baseMs, capMs: elasticsearch.retryCapMs, patienceMs: elasticsearch.retryPatienceSeconds * 1000 },
    lateData: {
      baseMs,
      capMs: entityStore.lateDataRetryCapMs,
      patienceMs: entityStore.lateDataRetryPatienceSeconds * 1000,
    },
    batch: { baseMs: batch.retryBaseMs, capMs: batch.retryCapMs },
    kibana: { baseMs: kibana.retryBaseMs, capMs: kibana.retryCapMs, attempts: kibana.retryAttempts },
  }
}

export const defaultRetryPolicies: RetryPolicies = retryPolicies({
  elasticsearch: {
    retryBaseMs: settings['elasticsearch.retryBaseMs'].default,
    retryCapMs: settings['elasticsearch.retryCapMs'].default,
    retryPatienceSeconds: settings['elasticsearch.retryPatienceSeconds'].default,
  },
  entityStore: {
    lateDataRetryCapMs: settings['entityStore.lateDataRetryCapMs'].default,
    lateDataRetryPatienceSeconds: settings['entityStore.lateDataRetryPatienceSeconds'].default,
  },
  batch: { retryBaseMs: settings['batch.retryBaseMs'].default, retryCapMs: settings['batch.retryCapMs'].default },
  kibana: {
    retryBaseMs: settings['kibana.retryBaseMs'].default,
    retryCapMs: settings['kibana.retryCapMs'].default,
    retryAttempts: settings['kibana.retryAttempts'].default,
  },
})
