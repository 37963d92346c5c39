// The findings due in a disturbed run. After all records are stored and corrected, the offline history and
// Elasticsearch's must agree in every member of every finding, except silence and absent fields: silence depends on
// when records reached the service, unknown to an offline run; absent fields follow from documents, compared directly.
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

/** Returns the findings of a history that contains the events. */
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
