// The entity store and the passes of a run that keeps everything in memory: a hunt, or the proof of content.
import { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { makeUpdateEntities, type UpdateEntities } from '../entity-store/update-entities.ts'
import { InMemoryHistory, type InMemoryHistoryOptions } from './in-memory-history.ts'
import { defaultFindingSettings } from './settings.ts'
import { VirtualPasses, type VirtualPassesOptions } from './virtual-passes.ts'

export interface InMemoryRun {
  readonly store: InMemoryStore
  readonly updateEntities: UpdateEntities
  readonly passes: VirtualPasses
}

/** Creates a run with an empty entity store. `lookBackMs` is set if events arrive out of order. */
export function makeInMemoryRun({
  fields,
  environment,
  ...arrival
}: Pick<InMemoryHistoryOptions, 'fields'> &
  Pick<VirtualPassesOptions, 'environment' | 'latenessMs' | 'lookBackMs'>): InMemoryRun {
  const store = new InMemoryStore()
  const history = new InMemoryHistory({
    store,
    ...(fields !== undefined && { fields }),
    keepsUses: arrival.lookBackMs !== undefined,
  })
  const passes = new VirtualPasses({ history, settings: defaultFindingSettings, environment, ...arrival })
  return { store, updateEntities: makeUpdateEntities(store, environment), passes }
}
