// The retry policy of each stage, from the settings.
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { setPath, splitPath } from '../../mappings/kernel/path.ts'
import { type Config, type Setting, settings } from '../config/settings.ts'
import type { RetryPolicy } from './retry.ts'

export interface RetryPolicies {
  /** Requests of the sink and of the entity store. */
  readonly elasticsearch: RetryPolicy
  /** Policy for requests of a late-data correction. The next correction repeats failed requests. */
  readonly lateData: RetryPolicy
  /** Stages of a batch. Retries continue until the service stops. */
  readonly batch: RetryPolicy
  readonly kibana: RetryPolicy
}

export const kibanaRetryPolicy = (kibana: Config['kibana']): RetryPolicy => ({
  baseMs: kibana.retryBaseMs,
  capMs: kibana.retryCapMs,
  attempts: kibana.retryAttempts,
})

export function retryPolicies({ elasticsearch, entityStore, batch, kibana }: Config): RetryPolicies {
  const baseMs = elasticsearch.retryBaseMs
  return {
    elasticsearch: { baseMs, capMs: elasticsearch.retryCapMs, patienceMs: elasticsearch.retryPatienceSeconds * 1000 },
    lateData: {
      baseMs,
      capMs: entityStore.lateDataRetryCapMs,
      patienceMs: entityStore.lateDataRetryPatienceSeconds * 1000,
    },
    batch: { baseMs: batch.retryBaseMs, capMs: batch.retryCapMs },
    kibana: kibanaRetryPolicy(kibana),
  }
}

const defaults: JsonObject = {}
for (const [key, setting] of Object.entries<Setting>(settings))
  if ('default' in setting) setPath(defaults, splitPath(key), setting.default as Json)

export const defaultRetryPolicies = retryPolicies(defaults as unknown as Config)
