// The synchronous middle of the pipeline: normalize, enrich, route. Offline commands and the service share it.
import type { Environment } from '../mappings/environment/environment.ts'
import type { EcsDocument } from '../mappings/fields/document.ts'
import { loadContent } from '../mappings/kernel/discover.ts'
import { isObject, type JsonObject } from '../mappings/kernel/json.ts'
import { messageOf } from '../mappings/kernel/thrown.ts'
import { addProblems } from '../mappings/lib/problems.ts'
import { toStrictJson } from '../mappings/lib/strict-json.ts'
import type { VendorMapping } from '../mappings/vendors/mapping.ts'
import { refuseScopes } from './decode/budget.ts'
import { decode } from './decode/decode.ts'
import type { Readability } from './decode/readability.ts'
import type { LookUpAddress } from './enrich/address-databases.ts'
import { makeEnrich } from './enrich/enrich.ts'
import type { RefusedValue } from './framing/piece.ts'
import { makeNormalizer, type Normalized, type Normalizer, type NotNormalized } from './normalize/normalize.ts'
import { makeOwnTenant } from './normalize/own-tenant.ts'
import type { Decoded, Event, Failure, Outcome, RawValue } from './outcome.ts'
import { documentIds } from './route/document-id.ts'

export interface Chain {
  readonly normalizer: Normalizer
  /** Events and failures of one native record, in the order of its elements. Returns a failure unchanged. Never throws. */
  process(decoded: Decoded | Failure): Outcome[]
  /** Runs the same stages lazily, so that the caller can pause between two stages. */
  outcomes(decoded: Decoded): Iterable<Outcome>
}

function toFailure(decoded: Decoded, { code, detail, element }: NotNormalized): Failure {
  const path = [decoded.element, element].filter((part) => part !== '').join('.')
  return { ok: false, code, detail, element: path, delivery: decoded.delivery, raw: decoded.record, decoded }
}

const defect = (error: unknown, element: string): NotNormalized => ({
  ok: false,
  code: 'mapping_failed',
  detail: messageOf(error),
  element,
})

/** Replaces values that a strict JSON reader rejects. The problems list them, and the original record keeps them. */
function makeStrict(document: EcsDocument, original: () => JsonObject): void {
  const problems = new Set<string>()
  const strict = toStrictJson(document, (problem) => problems.add(problem))
  if (strict === document) return
  Object.assign(document, strict)
  addProblems(document, [...problems].slice(0, 20), original())
}

/** Builds the chain from mapping tables. `lookUp` is set if address databases are configured. */
export function makeChain(mappings: readonly VendorMapping[], environment: Environment, lookUp?: LookUpAddress): Chain {
  const normalizer = makeNormalizer(mappings)
  const enrich = makeEnrich(environment, lookUp)
  const withTenant = makeOwnTenant(environment)

  function* outcomes(given: Decoded): Generator<Outcome> {
    let decoded = given
    try {
      decoded = withTenant(given)
      let ids: readonly string[] | undefined
      for (const result of normalizer.normalize(decoded)) {
        if (result.ok) {
          ids ??= documentIds(result.dataset, decoded, elementsOf(decoded))
          yield toOutcome(result, ids[result.ordinal] as string, decoded)
        } else yield toFailure(decoded, result)
      }
    } catch (error) {
      yield toFailure(decoded, defect(error, ''))
    }
  }

  /** All documents of a record are of one dataset, so its elements get their ids together. */
  function elementsOf(decoded: Decoded): readonly JsonObject[] {
    return (normalizer.elementsOf(decoded) ?? [decoded.record]).map((element) => (isObject(element) ? element : {}))
  }

  function toOutcome(result: Normalized, id: string, decoded: Decoded): Outcome {
    const { dataset, document, element, original } = result
    const grant = document.oauth?.grant
    const refused = grant && refuseScopes([grant.scopes, grant.scopes_added, grant.scopes_removed])
    if (refused !== undefined) return toFailure(decoded, { ok: false, ...refused, element })
    try {
      enrich(document)
      makeStrict(document, original)
    } catch (error) {
      return toFailure(decoded, defect(error, element))
    }
    const { receivedAt } = decoded.delivery
    if (receivedAt !== undefined) document.event.created = receivedAt
    return { ok: true, dataset, document, id, decoded, original }
  }

  return { normalizer, outcomes, process: (given) => (given.ok ? [...outcomes(given)] : [given]) }
}

/** The events and failures of a raw value. Records in `readability` which parts were usable. */
export function processValue(
  value: RawValue | RefusedValue,
  chain: Chain,
  readability?: Readability,
): { readonly events: Event[]; readonly failures: Failure[] } {
  const events: Event[] = []
  const failures: Failure[] = []
  for (const decoded of decode(value)) {
    const outcomes = chain.process(decoded)
    const failed = outcomes.filter((outcome) => !outcome.ok)
    for (const outcome of outcomes) {
      if (!outcome.ok) continue
      events.push(outcome)
      readability?.results.see(value.delivery.source, outcome.document, outcome.dataset)
    }
    failures.push(...failed)
    readability?.record(value.delivery.source, outcomes.length - failed.length, failed)
  }
  return { events, failures }
}

export async function loadMappings(): Promise<VendorMapping[]> {
  return (await loadContent<VendorMapping>('mappings/vendors', 'mapping')).map((content) => content.value)
}
