// The periodic pass of the service, made from its settings.
import type { Client } from '@elastic/elasticsearch'
import type { Environment } from '../../mappings/environment/environment.ts'
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { isShipped } from '../../rules/lib/rule.ts'
import type { Config } from '../config/config.ts'
import { removeOldActs } from '../entity-store/act-claims.ts'
import type { EntityStore } from '../entity-store/store.ts'
import { ElasticsearchHistory } from '../findings/elasticsearch-history.ts'
import { defaultClickMs, type FindingSettings } from '../findings/settings.ts'
import { storedWithinMs } from '../late-data/correction.ts'
import { type PassLoop, PeriodicPass, startPasses } from '../service/periodic-pass.ts'
import type { Sink } from '../sink/sink.ts'
import type { SourceStatus } from '../source/source.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { loadRules } from './content.ts'

export interface PassesOptions {
  readonly config: Config
  readonly environment: Environment
  readonly client: Client
  readonly store: EntityStore
  readonly sink: Sink
  readonly telemetry: Telemetry
  readonly status: () => SourceStatus
}

const minuteMs = 60_000

function toSettings({ containmentHours, overlapDays, silentHours, ...findings }: Config['findings']): FindingSettings {
  return {
    containmentMs: containmentHours * hourMs,
    clickMs: defaultClickMs,
    overlapMs: overlapDays * dayMs,
    silentMs: silentHours * hourMs,
    volumeFactor: findings.volumeFactor,
    volumeItems: findings.volumeItems,
    volumeBytes: findings.volumeMegabytes * 1_000_000,
  }
}

export async function startFindings(options: PassesOptions): Promise<PassLoop> {
  const { config, environment, client, store, sink, telemetry, status } = options
  const { namespace, findings, batch } = config
  const fields = fieldsRead((await loadRules()).filter(isShipped))
  let cleaned = 0
  const pass = new PeriodicPass({
    history: new ElasticsearchHistory({
      client,
      namespace,
      store,
      fields,
      correctedWithinMs: config.entityStore.lateDataSeconds > 0 ? storedWithinMs : 0,
    }),
    sink,
    settings: toSettings(findings),
    environment,
    telemetry,
    latenessMs: findings.latenessHours * hourMs,
    lookBackMs: findings.lookBackDays * dayMs,
    // A few batches are always in progress. An instance without partitions does not know the lag of other instances.
    housekeeping: async (now) => {
      if (now - cleaned < dayMs) return
      const removed = await removeOldActs(client, namespace, now - config.entityStore.actsDays * dayMs)
      if (removed.length > 0) telemetry.log.info({ removed }, 'old acts')
      cleaned = now
    },
    isCaughtUp: () => {
      const { assigned = 0, lag } = status()
      return assigned > 0 && lag !== undefined && lag <= 5 * batch.records
    },
  })
  return startPasses(pass, findings.everyMinutes * minuteMs)
}
