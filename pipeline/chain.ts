// The synchronous middle of the pipeline, the same offline and as a service: normalize, enrich, route.
import type { Environment } from '../mappings/environment/environment.ts'
import { loadContent } from '../mappings/kernel/discover.ts'
import type { JsonObject } from '../mappings/kernel/json.ts'
import type { Mapping } from '../mappings/lib/mapping.ts'
import type { LookUpAddress } from './enrich/address-databases.ts'
import { makeEnrich } from './enrich/enrich.ts'
import { makeNormalizer, type Normalized, type Normalizer, type NotNormalized } from './normalize/normalize.ts'
import { makeOwnTenant } from './normalize/own-tenant.ts'
import type { Decoded, Failure, Outcome } from './outcome.ts'
import { documentIds } from './route/document-id.ts'

export interface Chain {
  readonly normalizer: Normalizer
  /** Events and failures of one native record, in the order of its elements. Never throws. */
  process(decoded: Decoded): Outcome[]
}

/** A failure of a decoded record, with the record's own text for the dead letter. */
function toFailure(decoded: Decoded, code: Failure['code'], detail: string, element: string): Failure {
  const path = [decoded.element, element].filter((part) => part !== '').join('.')
  return { ok: false, code, detail, element: path, delivery: decoded.delivery, raw: JSON.stringify(decoded.record) }
}

/** The ids of the results that are documents, in their order. */
function idsOf(results: readonly (Normalized | NotNormalized)[], decoded: Decoded): readonly string[] {
  const elements: JsonObject[] = []
  // All documents of a record are of one dataset.
  let dataset = ''
  for (const result of results) {
    if (!result.ok) continue
    elements.push(result.element)
    dataset = result.dataset
  }
  return elements.length === 0 ? [] : documentIds(dataset, decoded, elements)
}

/** Builds the chain over mapping tables; `lookUp` where there are databases of addresses. */
export function makeChain(mappings: readonly Mapping[], environment: Environment, lookUp?: LookUpAddress): Chain {
  const normalizer = makeNormalizer(mappings)
  const enrich = makeEnrich(environment, lookUp)
  const withTenant = makeOwnTenant(environment)

  function process(given: Decoded): Outcome[] {
    const decoded = withTenant(given)
    const results = normalizer.normalize(decoded)
    const ids = idsOf(results, decoded)
    const outcomes: Outcome[] = []
    let next = 0
    for (const result of results) outcomes.push(outcomeOf(result, result.ok ? (ids[next++] as string) : '', decoded))
    return outcomes
  }

  function outcomeOf(result: Normalized | NotNormalized, id: string, decoded: Decoded): Outcome {
    if (!result.ok) return toFailure(decoded, result.code, result.detail, result.element)
    const { dataset, document } = result
    try {
      enrich(document)
    } catch (error) {
      return toFailure(decoded, 'mapping_failed', error instanceof Error ? error.message : String(error), '')
    }
    const { receivedAt } = decoded.delivery
    if (receivedAt !== undefined) document.event.created = receivedAt
    return { ok: true, dataset, document, id, decoded }
  }

  return { normalizer, process }
}

/** Every mapping of the product, found by file name. */
export async function loadMappings(): Promise<Mapping[]> {
  return (await loadContent<Mapping>('mappings/sources', 'mapping')).map((content) => content.value)
}
