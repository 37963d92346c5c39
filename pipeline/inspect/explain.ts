// Explains everything that happens to one raw value on its way to a document and through the rules, as data that
// `consentry explain` prints. The documents and IDs come from the chain itself. The explanation comes from the tracer.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Json } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { present } from '../../mappings/kernel/present.ts'
import { changedFields, flatFields } from '../../mappings/lib/trace/flat.ts'
import type { MemberTrace } from '../../mappings/lib/trace/members.ts'
import type { FieldWrite, MappingTrace } from '../../mappings/lib/trace/trace.ts'
import type { Alert } from '../../rules/lib/alert.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import { explainRule, type RuleExplanation } from '../../rules/lib/explain.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import type { Chain } from '../chain.ts'
import type { Readability } from '../decode/readability.ts'
import { decodeTraced, type FormatStep } from '../decode/trace.ts'
import { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { makeUpdateEntities, type UpdateEntities } from '../entity-store/update-entities.ts'
import type { RefusedValue } from '../framing/piece.ts'
import { hunt } from '../hunt/hunt.ts'
import { kindNames, type NotNormalized } from '../normalize/normalize.ts'
import { type DeadLetterCode, type Decoded, deadLetterCodes, type Event, type RawValue } from '../outcome.ts'
import { type Fact, whyOf } from './facts.ts'
import { processParts } from './parts.ts'

/** The annotations that a hunt over the same input would add to a document, based on all other records. */
export interface HistoryOptions {
  readonly values: AsyncIterable<readonly RawValue[]>
  readonly chain: Chain
  readonly environment: Environment
  readonly readability: Readability
  /** The rules that may count a document in an alert. */
  readonly rules: readonly Rule[]
  readonly catalog: FieldCatalog
}

/** The facts about documents that depend on the other records. */
export interface Recalled {
  readonly annotated: ReadonlyMap<string, EcsDocument>
  /** The documents that a hunt drops as copies, each with the document that it keeps, by ID. */
  readonly copies: ReadonlyMap<string, string>
  /** The alerts with one of the documents among their events. */
  readonly alerts: readonly Alert[]
}

const nowhere = async () => undefined

/** Returns the documents with the given IDs, and their alerts, after a hunt over all input in chronological order. */
export async function recallDocuments(
  ids: ReadonlySet<string>,
  { values, chain, environment, readability, rules, catalog }: HistoryOptions,
): Promise<Recalled> {
  const alerts: Alert[] = []
  const annotated = new Map<string, EcsDocument>()
  const copies = new Map<string, string>()
  const wanted = new Set(ids)
  const store = new InMemoryStore()
  const stage = makeUpdateEntities(store, environment)
  const updateEntities: UpdateEntities = async (events) => {
    const updated = await stage(events)
    for (const { id, document } of updated) if (wanted.has(id)) annotated.set(id, document)
    return updated
  }
  await hunt({
    values,
    chain,
    rules,
    engine: compileRules(rules, environment, catalog),
    environment,
    updateEntities,
    store,
    readability,
    // A copy is dropped before the kept document is annotated.
    onCopy(dropped, kept) {
      if (!ids.has(dropped)) return
      copies.set(dropped, kept)
      wanted.add(kept)
    },
    output: {
      documents: nowhere,
      alerts: async (batch) => {
        alerts.push(...batch.filter(({ events }) => events.some(({ _id }) => wanted.has(_id))))
      },
      deadLetters: nowhere,
    },
  })
  return { annotated, copies, alerts }
}

/** A field of the finished document with all writes to it, the last write first. */
export interface FieldExplanation {
  readonly field: string
  readonly value: Json
  readonly writes: readonly Omit<FieldWrite, 'field'>[]
}

export interface DocumentExplanation {
  readonly ok: true
  readonly id: string
  readonly dataset: string
  /** Path of the fan-out element inside the record; empty for the record. */
  readonly element: string
  readonly document: Json
  /** The ID of the document that a hunt keeps instead: the rules and alerts are those of that document. Only with the history. */
  readonly copyOf?: string
  readonly variants: readonly string[]
  readonly fields: readonly FieldExplanation[]
  readonly steps: MappingTrace['steps']
  readonly otherwise: MappingTrace['otherwise']
  readonly refused: MappingTrace['refused']
  readonly problems: readonly string[]
  readonly members: readonly MemberTrace[]
  readonly unmapped: readonly string[]
  readonly facts: readonly Fact[]
  readonly rules: readonly RuleExplanation[]
  /** The alerts that counted the document, by rule; only with the history. */
  readonly alerts: readonly CountedIn[]
}

/** An alert with the document among its events. */
export interface CountedIn {
  readonly rule: string
  readonly at: string
  /** The number of its other events. */
  readonly others: number
  /** The name of the more severe rule whose alert contains that of the rule. */
  readonly within?: string
}

export interface FailureExplanation extends NotNormalized {
  readonly meaning: string
}

/** One native record of the value, or the place where the unwrapping ended. */
export interface NativeExplanation {
  readonly formats: readonly FormatStep[]
  readonly element: string
  /** The kind of the record; absent if it was not recognized. */
  readonly kind?: string
  readonly results: readonly (DocumentExplanation | FailureExplanation)[]
}

export interface ValueExplanation {
  readonly source: string
  readonly offset: string
  /** `text` is JSON text, `row` a row of a CSV file. */
  readonly given: 'text' | 'row'
  readonly natives: readonly NativeExplanation[]
}

export interface ExplainOptions extends Pick<HistoryOptions, 'chain' | 'rules' | 'environment' | 'catalog'> {
  /** Documents with entity store annotations, by ID. Without them, rules see only the content of the record. */
  readonly annotated?: ReadonlyMap<string, EcsDocument>
  readonly copies?: Recalled['copies']
  /** The alerts with the documents among their events. */
  readonly alerts?: readonly Alert[]
  /** The rules to explain, regardless of their datasets; by default, all rules that read the document's dataset. */
  readonly only?: readonly Rule[]
}

/** Returns the fields of a document with their writes, in the order of their first write. */
function fieldsOf(trace: MappingTrace): FieldExplanation[] {
  const made = flatFields(trace.document as unknown as Json)
  const writes = new Map<string, Omit<FieldWrite, 'field'>[]>()
  for (const { field, ...write } of trace.writes) lookedUp(writes, field, () => []).unshift(write)
  return [...writes].flatMap(([field, list]) => {
    const value = made.get(field)
    return value === undefined ? [] : [{ field, value, writes: list }]
  })
}

function failure(code: DeadLetterCode, detail: string, element: string): FailureExplanation {
  return { ok: false, code, meaning: deadLetterCodes[code], detail, element }
}

function countedIn({ rule, '@timestamp': at, events, also = [] }: Alert, id: string): CountedIn[] {
  if (!events.some(({ _id }) => _id === id)) return []
  const others = events.length - 1
  return [
    { rule: rule.id, at, others },
    ...also.map((other) => ({ rule: other.rule.id, at, others, within: rule.name })),
  ]
}

export function makeExplain(options: ExplainOptions): (raw: RawValue | RefusedValue) => ValueExplanation {
  const { chain, rules, environment, catalog, only, annotated, copies, alerts = [] } = options
  const explained = (only ?? rules).map((rule) => ({ rule, explain: explainRule(rule, environment, catalog) }))

  function explainDocument(event: Event, trace: MappingTrace, element: string): DocumentExplanation {
    const { dataset, id } = event
    const copyOf = copies?.get(id)
    const document = annotated?.get(id) ?? event.document
    const judged = (copyOf === undefined ? undefined : annotated?.get(copyOf)) ?? document
    const enriched = changedFields(
      flatFields(trace.document as unknown as Json),
      flatFields(document as unknown as Json),
    )
    const facts = [...enriched].flatMap(([field, value]) =>
      value === undefined ? [] : [{ field, value, why: whyOf(field, document) }],
    )
    const looking = explained.filter(
      ({ rule }) => only !== undefined || (rule.datasets as readonly string[]).includes(dataset),
    )
    const { variants, steps, otherwise, refused, problems, members, unmapped } = trace
    return {
      ok: true,
      id,
      dataset,
      element,
      document: document as unknown as Json,
      ...present({ copyOf }),
      variants,
      fields: fieldsOf(trace),
      steps,
      otherwise,
      refused,
      problems,
      members,
      unmapped,
      facts,
      rules: looking.map(({ explain }) => explain(judged, dataset)),
      alerts: alerts.flatMap((alert) => countedIn(alert, copyOf ?? id)),
    }
  }

  function explainNative(decoded: Decoded): NativeExplanation['results'] {
    return processParts(chain, decoded).map((part) =>
      'event' in part
        ? explainDocument(part.event, part.trace(), part.path)
        : failure(part.code, part.detail, part.element),
    )
  }

  return (raw) => {
    const natives = decodeTraced(raw).map(({ result, formats }): NativeExplanation => {
      const { element } = result
      if (!result.ok) return { formats, element, results: [failure(result.code, result.detail, element)] }
      return { formats, element, kind: kindNames[result.kind], results: explainNative(result) }
    })
    const { source, offset } = raw.delivery
    return { source, offset, given: raw.text === undefined ? 'row' : 'text', natives }
  }
}
