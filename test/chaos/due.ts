// What fell due in a disturbed run, asked of one past or the other when everything has come and is corrected: then the two
// have to agree in every member of every finding. Silence is left out: it is measured from when records reached us, which
// an offline run does not know. So are absent fields, which follow from documents that are compared as they are.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EntityEvent } from '../../pipeline/entity-store/entity-event.ts'
import type { Finding } from '../../pipeline/findings/finding.ts'
import type { History } from '../../pipeline/findings/history.ts'
import { findDue, findLate } from '../../pipeline/findings/pass.ts'
import { defaultFindingSettings, lastDueMs, type Span } from '../../pipeline/findings/settings.ts'
import { findVolumes } from '../../pipeline/findings/volume.ts'

/** All due times that these events can lead to. */
export function spanOf(events: readonly EntityEvent[]): Span {
  const times = events.map(({ document }) => Date.parse(document['@timestamp'] ?? ''))
  return { from: Math.min(...times) - 1, until: Math.max(...times) + lastDueMs(defaultFindingSettings) }
}

/** The findings of a past that holds these events. */
export async function findingsOn(
  events: readonly EntityEvent[],
  history: History,
  environment: Environment,
): Promise<Finding[]> {
  const settings = defaultFindingSettings
  const options = { history, settings, environment }
  const span = spanOf(events)
  return [
    ...(await findDue(options, span)),
    ...(await findVolumes({ history, settings, environment }, span)),
    ...(await findLate(options, span)),
  ]
}
