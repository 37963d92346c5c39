// What fell due in a disturbed run, asked of one past or the other. What is counted over documents follows from these,
// which are compared as they are; what hangs on entities and clicks is asked for here.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Finding } from '../../pipeline/findings/finding.ts'
import type { History } from '../../pipeline/findings/history.ts'
import { findDue, findLate } from '../../pipeline/findings/pass.ts'
import { defaultFindingSettings, lastDueMs, type Span } from '../../pipeline/findings/settings.ts'
import type { Memorable } from '../../pipeline/remember/memorable.ts'

/** All due times that these events can lead to. */
function spanOf(events: readonly Memorable[]): Span {
  const times = events.map(({ document }) => Date.parse(document['@timestamp'] ?? ''))
  return { from: Math.min(...times) - 1, until: Math.max(...times) + lastDueMs(defaultFindingSettings) }
}

/** The findings of a past that holds these events. */
export async function findingsOn(
  events: readonly Memorable[],
  history: History,
  environment: Environment,
): Promise<Finding[]> {
  const options = { history, settings: defaultFindingSettings, environment }
  const span = spanOf(events)
  return [...(await findDue(options, span)), ...(await findLate(options, span))]
}
