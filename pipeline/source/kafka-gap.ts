// Reports records that were lost before they were read.
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { Gap } from './kafka-positions.ts'

export function reportGap({ topic, partition, kind, from, at }: Gap, { log, metrics }: Telemetry): void {
  if (kind === 'replaced') {
    metrics.topicsReplaced.inc({ topic })
    const hint = 'if the deleted topic contained records that were not read, collect or export them again'
    log.warn(
      { topic, partition, committed: from?.toString(), first: at.toString(), hint },
      'the topic was deleted and created again, or lost records: reading restarts at its earliest offset',
    )
    return
  }
  const records = at - from
  metrics.recordsRemoved.inc({ topic }, Number(records))
  const hint =
    'increase retention.ms or retention.bytes of the topic, and collect or export the records again: document IDs are the same'
  log.error(
    { topic, partition, first: from.toString(), last: (at - 1n).toString(), records: Number(records), hint },
    'records were removed from the topic before they were read',
  )
}
