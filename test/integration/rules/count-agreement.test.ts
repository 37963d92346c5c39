// Threshold and new-terms rules, run over a stream in process, raise the same alerts as the aggregations that Kibana
// runs at each interval: the same groups at the same runs, with the same document counts.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { commonFields } from '../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Entry, Evaluator, Finding } from '../../../rules/lib/evaluate/evaluator.ts'
import { evaluateNewTerms } from '../../../rules/lib/evaluate/new-terms.ts'
import { termsOf } from '../../../rules/lib/evaluate/terms.ts'
import { evaluateThreshold } from '../../../rules/lib/evaluate/threshold.ts'
import { catalogOf } from '../../../rules/lib/query/catalog.ts'
import { eitherServer } from '../../support/describe-elasticsearch.ts'
import { type Stored, storeDocuments } from '../dashboards/stored.ts'

const minute = 60_000
const start = Date.parse('2026-03-11T00:00:00Z')
const hours = 5
const catalog = catalogOf(commonFields)
const dataset = 'o365.audit'

const pick = (values: readonly string[]) => fc.constantFrom(...values)
const oneOrMore = (values: readonly string[]) =>
  fc.oneof(
    { weight: 5, arbitrary: pick(values) as fc.Arbitrary<unknown> },
    { weight: 2, arbitrary: fc.array(pick(values), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
const membersArbitrary = fc.record({
  service: fc.record({ id: oneOrMore(['a', 'A', 'b', 'c', 'd e', 'x'.repeat(1100)]) }),
  user: fc.record({ id: oneOrMore(['u1', 'u2', 'u3', 'u4']) }),
  source: fc.record({ ip: oneOrMore(['198.51.100.7', '2001:db8::7', '2001:DB8:0:0::7', '203.0.113.9']) }),
  oauth: fc.record({ grant: fc.record({ scopes: oneOrMore(['Mail.Read', 'Files.Read', 'User.Read']) }) }),
  /** Milliseconds since the previous document. */
  gap: fc.integer({ min: 1, max: 25_000 }),
})

/** Makes nearly four hours of documents, in the order in which they become visible, each at a different time. */
function makeEntries(): Entry[] {
  let visible = start
  return fc.sample(membersArbitrary, { numRuns: 1100, seed: 3 }).map(({ gap, ...members }, i) => {
    visible += gap
    const source = JSON.parse(JSON.stringify(members)) as JsonObject
    const event = { ingested: new Date(visible).toISOString(), dataset }
    const document = { '@timestamp': new Date(visible - 90 * minute).toISOString(), ...source, event }
    return { id: `d${i}`, dataset, visible, document: document as unknown as EcsDocument }
  })
}

const groupFields = ['service.id', 'user.id', 'source.ip', 'oauth.grant.scopes'] as const
const clockArbitrary = fc.record({
  interval: pick(['5', '10']).map(Number),
  reach: pick(['12', '30', '60']).map(Number),
})
const thresholdArbitrary = fc.record({
  clock: clockArbitrary,
  fields: fc.subarray([...groupFields], { maxLength: 3 }),
  value: fc.integer({ min: 2, max: 12 }),
  different: fc.option(fc.record({ field: pick(groupFields), value: fc.integer({ min: 2, max: 3 }) })),
})
const newTermsArbitrary = fc.record({
  clock: clockArbitrary,
  fields: fc.subarray([...groupFields], { minLength: 1, maxLength: 3 }),
  history: pick(['70', '100', '180']).map(Number),
})

const thresholds = fc.sample(thresholdArbitrary, { numRuns: 20, seed: 5 }).map(({ different, ...rest }) => ({
  ...rest,
  different: different === null || rest.fields.includes(different.field as never) ? undefined : different,
}))
const newTerms = fc.sample(newTermsArbitrary, { numRuns: 20, seed: 5 })
type Threshold = (typeof thresholds)[number]
type NewTerms = (typeof newTerms)[number]

const readers = (fields: readonly string[]) => new Map(fields.map((name) => [name, termsOf(name, catalog)]))
const inMilliseconds = ({ interval, reach }: { interval: number; reach: number }) => ({
  interval: interval * minute,
  reach: reach * minute,
})

function findingsOf(evaluator: Evaluator, entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = []
  for (const entry of entries) {
    while (evaluator.due < entry.visible) findings.push(...evaluator.run())
    findings.push(...evaluator.take(entry))
  }
  if (evaluator.due !== Number.POSITIVE_INFINITY) findings.push(...evaluator.run())
  return findings
}

function ourThreshold({ clock, fields, value, different }: Threshold, entries: readonly Entry[]): string[] {
  const cardinality =
    different === undefined ? {} : { cardinality: { ...different, terms: termsOf(different.field, catalog) } }
  const evaluator = evaluateThreshold({ clock: inMilliseconds(clock), fields: readers(fields), value, ...cardinality })
  return findingsOf(evaluator, entries)
    .map(({ at, terms, entries: counted }) =>
      line(at, Object.values(terms ?? {}), `${counted.length} until ${counted.at(-1)?.visible}`),
    )
    .sort()
}

function ourNewTerms({ clock, fields, history }: NewTerms, entries: readonly Entry[]): string[] {
  const options = {
    clock: inMilliseconds(clock),
    fields: readers(fields),
    history: history * minute,
    begin: () => start,
  }
  return findingsOf(evaluateNewTerms(options), entries)
    .map(({ at, terms, entries: [entry] }) => line(at, Object.values(terms ?? {}), entry.id))
    .sort()
}

function line(at: number, values: readonly string[], what: string): string {
  return `${(at - start) / minute} ${values.join('|')}: ${what}`
}

interface Bucket {
  readonly key: Readonly<Record<string, string>>
  readonly doc_count: number
  readonly last: { readonly value: number }
  readonly first: { readonly value: number }
  readonly different?: { readonly value: number }
  readonly earliest?: { readonly hits: { readonly hits: readonly { readonly _id: string }[] } }
}

const ingested = 'event.ingested'
const between = (from: number, to: number) => ({
  range: { [ingested]: { gte: new Date(from).toISOString(), lte: new Date(to).toISOString() } },
})

/** Returns a composite aggregation, a bucket for every combination of values; without fields, a single bucket. */
function bucketsOf(fields: readonly string[], aggs: object): object {
  const inner = { ...aggs, last: { max: { field: ingested } }, first: { min: { field: ingested } } }
  if (fields.length === 0) return { all: { filter: { match_all: {} }, aggs: inner } }
  const sources = fields.map((field) => ({ [field]: { terms: { field } } }))
  return { groups: { composite: { size: 5000, sources }, aggs: inner } }
}

async function searchAll(stored: Stored, bodies: readonly object[]): Promise<Bucket[][]> {
  const text = bodies.flatMap((body) => [{}, { size: 0, ...body }]).map((each) => JSON.stringify(each))
  const { responses } = await stored.send('POST', `${stored.streams}/_msearch`, `${text.join('\n')}\n`)
  return (responses as unknown as { aggregations: { groups?: { buckets: Bucket[] }; all?: Bucket } }[]).map(
    ({ aggregations: { groups, all } }) => groups?.buckets ?? (all === undefined ? [] : [{ ...all, key: {} }]),
  )
}

const runsOf = ({ interval }: { interval: number }) =>
  Array.from({ length: Math.ceil((hours * 60) / interval) + 1 }, (_, i) => start + i * interval * minute)

/** Runs each interval after the other. Each run leaves out documents that earlier alerts cover. */
async function theirThresholds(stored: Stored, cases: readonly Threshold[]): Promise<string[][]> {
  const lines = cases.map((): string[] => [])
  const covered = cases.map((): object[] => [])
  for (const at of runsOf({ interval: 5 })) {
    const due = cases.flatMap(({ clock }, i) => ((at - start) % (clock.interval * minute) === 0 ? [i] : []))
    const bodies = due.map((i) => {
      const { clock, fields, different } = cases[i] as Threshold
      const aggs = different === undefined ? {} : { different: { cardinality: { field: different.field } } }
      const query = { bool: { filter: [between(at - clock.reach * minute, at)], must_not: covered[i] } }
      return { query, aggs: bucketsOf(fields, aggs) }
    })
    for (const [n, buckets] of (await searchAll(stored, bodies)).entries()) {
      const i = due[n] as number
      const { value, different } = cases[i] as Threshold
      for (const { key, doc_count, last, different: found } of buckets) {
        if (doc_count < value || (found?.value ?? 0) < (different?.value ?? 0)) continue
        lines[i]?.push(line(at, Object.values(key), `${doc_count} until ${last.value}`))
        const terms = Object.entries(key).map(([field, text]) => ({ term: { [field]: text } }))
        covered[i]?.push({ bool: { filter: [between(start, last.value), ...terms] } })
      }
    }
  }
  return lines.map((each) => each.sort())
}

async function theirNewTerms(stored: Stored, { clock, fields, history }: NewTerms): Promise<string[]> {
  const runs = runsOf(clock)
  const aggs = { earliest: { top_hits: { size: 1, _source: false, sort: [{ [ingested]: 'asc' }] } } }
  const bodies = runs.map((at) => ({ query: between(at - history * minute, at), aggs: bucketsOf(fields, aggs) }))
  const recorded = new Map<string, string>()
  for (const [n, buckets] of (await searchAll(stored, bodies)).entries()) {
    const at = runs[n] as number
    for (const { key, first, earliest } of buckets) {
      const id = earliest?.hits.hits[0]?._id as string
      const alert = `${Object.values(key).join('|')}: ${id}`
      if (first.value < at - clock.reach * minute || recorded.has(alert)) continue
      recorded.set(alert, line(at, Object.values(key), id))
    }
  }
  return [...recorded.values()].sort()
}

for (const { name, endpoint } of await eitherServer()) {
  describe.skipIf(endpoint === undefined)(`the aggregations of ${name} raise the same alerts as the engine`, () => {
    const entries = makeEntries()
    let stored: Stored

    beforeAll(async () => {
      const documents = entries.map(({ id, document }) => ({
        id,
        dataset,
        source: document as unknown as JsonObject,
      }))
      stored = await storeDocuments(endpoint?.address ?? '', documents)
    })

    afterAll(async () => {
      await stored?.remove()
      await endpoint?.stop()
    })

    it('the aggregations and the engine agree for thresholds with groups, distinct values and earlier alerts', async () => {
      const ours = thresholds.map((each) => ourThreshold(each, entries))
      expect(ours.flat().length).toBeGreaterThan(200)
      expect(await theirThresholds(stored, thresholds)).toEqual(ours)
    })

    it('the aggregations and the engine agree for new terms of one to three fields', async () => {
      for (const each of newTerms) {
        const ours = ourNewTerms(each, entries)
        // The server is not asked for a run with a range that begins after the end of the stream.
        expect([each, await theirNewTerms(stored, each)]).toEqual([each, ours])
      }
    })
  })
}
