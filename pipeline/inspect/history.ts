// The annotations of a document from all other records of its input, as a hunt over this input would make them.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import type { Chain } from '../chain.ts'
import type { Readability } from '../decode/readability.ts'
import { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { makeUpdateEntities, type UpdateEntities } from '../entity-store/update-entities.ts'
import { hunt } from '../hunt/hunt.ts'
import type { RawValue } from '../outcome.ts'

export interface HistoryOptions {
  readonly values: AsyncIterable<readonly RawValue[]>
  readonly chain: Chain
  readonly environment: Environment
  readonly readability: Readability
}

const nowhere = async () => undefined

/** Returns the documents of the given IDs after the entity store has processed all input events in order of time. */
export async function annotatedDocuments(
  ids: ReadonlySet<string>,
  { values, chain, environment, readability }: HistoryOptions,
): Promise<Map<string, EcsDocument>> {
  const annotated = new Map<string, EcsDocument>()
  const store = new InMemoryStore()
  const stage = makeUpdateEntities(store, environment)
  const updateEntities: UpdateEntities = async (events) => {
    const updated = await stage(events)
    for (const { id, document } of updated) if (ids.has(id)) annotated.set(id, document)
    return updated
  }
  await hunt({
    values,
    chain,
    rules: [],
    engine: compileRules([], environment),
    environment,
    updateEntities,
    adopt: (vendor, tenant) => store.adopt(vendor, tenant),
    readability,
    output: { documents: nowhere, alerts: nowhere, deadLetters: nowhere },
  })
  return annotated
}
