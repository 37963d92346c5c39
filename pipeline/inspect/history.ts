// What memory knows of a document from all the other records of its input, as a hunt over it would stamp it.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import type { Chain } from '../chain.ts'
import type { Readability } from '../decode/readability.ts'
import { hunt } from '../hunt/hunt.ts'
import type { RawValue } from '../outcome.ts'
import { InMemoryStore } from '../remember/memory-store.ts'
import { makeRemember, type Remember } from '../remember/remember.ts'

export interface HistoryOptions {
  readonly values: AsyncIterable<readonly RawValue[]>
  readonly chain: Chain
  readonly environment: Environment
  /** Is shown what became of each record. */
  readonly readability: Readability
}

const nowhere = async () => undefined

/** The documents of the given ids after memory has seen every event of the input in order of time. */
export async function stampedDocuments(
  ids: ReadonlySet<string>,
  { values, chain, environment, readability }: HistoryOptions,
): Promise<Map<string, EcsDocument>> {
  const stamped = new Map<string, EcsDocument>()
  const stage = makeRemember(new InMemoryStore(), environment)
  const remember: Remember = async (events) => {
    const remembered = await stage(events)
    for (const { id, document } of remembered) if (ids.has(id)) stamped.set(id, document)
    return remembered
  }
  await hunt({
    values,
    chain,
    rules: [],
    engine: compileRules([], environment),
    environment,
    remember,
    readability,
    output: { documents: nowhere, alerts: nowhere, deadLetters: nowhere },
  })
  return stamped
}
