// Events for tests of the entity store, and their annotations.
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'

const start = Date.parse('2026-03-01T03:00:00Z')
/** A day in hours. */
export const day = 24
export const entraTenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
export const googleCustomer = 'C02exmpl9'

let counter = 0

/** A successful act at a time, or some hours after a fixed time. `more` replaces members of the document. */
export function eventOf(
  dataset: string,
  at: number | string,
  { event, ...more }: Partial<EcsDocument> = {},
): EntityEvent {
  const document: EcsDocument = {
    '@timestamp': typeof at === 'string' ? at : new Date(start + at * 3_600_000).toISOString(),
    event: { action: 'an operation', dataset, outcome: 'success', module: dataset.split('.')[0] as string, ...event },
    organization: { id: dataset.startsWith('google_workspace.') ? googleCustomer : entraTenant },
    ...more,
  }
  return { dataset, document, id: `event-${counter++}` }
}

/** The `oauth` groups of events after their annotation in one batch. */
export async function annotated(
  events: readonly EntityEvent[],
  environment: Partial<Environment> = {},
): Promise<OauthGroup[]> {
  const update = makeUpdateEntities(new InMemoryStore(), { ...emptyEnvironment, ...environment })
  return (await update(events)).map(({ document }) => document.oauth ?? {})
}
