// Our evaluation of KQL selects the same documents as Elasticsearch: every query of the pack and a generated family of
// queries, over the samples' documents and generated variants of them, with the product's own templates.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { FieldTable } from '../../../mappings/fields/field.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { setPath, splitPath } from '../../../mappings/kernel/path.ts'
import { fieldCatalog, templateFields } from '../../../pipeline/catalog.ts'
import { loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { loadRules } from '../../../pipeline/cli/content.ts'
import { loadSamples, processText } from '../../../pipeline/content-check/samples.ts'
import { readsAlerts } from '../../../rules/lib/filters.ts'
import { checkKql } from '../../../rules/lib/query/check.ts'
import { kqlFormula } from '../../../rules/lib/query/kql/evaluate.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import { sampleOf } from '../../support/deep.ts'
import { eitherServer } from '../../support/describe-elasticsearch.ts'
import { type Flavour, toQueryDsl } from '../../support/query-dsl.ts'
import { type Stored, storeDocuments } from '../dashboards/stored.ts'
import { generateMembers, generateQueries, type Query } from './query-family.ts'

const servers = await eitherServer()
const isSkipped = servers.every(({ endpoint }) => endpoint === undefined)
const leastDocuments = isSkipped ? 0 : 2000
const leastQueries = isSkipped ? 0 : 5000
const variedDataset = 'o365.audit'
const flavours: readonly Flavour[] = ['untyped', 'typed']

const mark = fc.integer({ min: 0, max: 2 ** 40 })
const markFields = ['mark.one', 'mark.other'] as const

const markTable: FieldTable = Object.fromEntries(markFields.map((name) => [name, { type: 'long' }]))

const mappings = await loadMappings()
const catalog = fieldCatalog(mappings)
const documents = storedDocuments()

interface StoredDocument {
  readonly id: string
  readonly dataset: string
  readonly source: JsonObject
  /** Random numbers stored with each document: two sets of documents with equal sums of both are the same set. */
  readonly marks: readonly [number, number]
}

/** Returns every sample's documents, and copies of the documents of one dataset with fields set to generated values. */
function storedDocuments(): StoredDocument[] {
  const chain = makeChain(mappings, emptyEnvironment)
  const samples = loadSamples().flatMap((sample) =>
    processText(sample.text, sample.rawFile, chain).flatMap((outcome) =>
      outcome.ok
        ? [{ dataset: outcome.dataset, source: JSON.parse(JSON.stringify(outcome.document)) as JsonObject }]
        : [],
    ),
  )
  const models = samples.filter(({ dataset }) => dataset === variedDataset)
  const variants = generateMembers(leastDocuments, 1).map((members, i) => {
    const source = structuredClone(models[i % models.length]?.source ?? {})
    for (const [name, value] of Object.entries(members))
      if (value !== undefined) setPath(source, splitPath(name), value)
    return { dataset: variedDataset, source }
  })
  const marks = fc.sample(fc.tuple(mark, mark), { numRuns: samples.length + variants.length, seed: 1 })
  return [...samples, ...variants].map(({ dataset, source }, i) => {
    const own = marks[i] as [number, number]
    for (const [n, field] of markFields.entries()) setPath(source, splitPath(field), own[n] as number)
    return { id: `d${i}`, dataset, source, marks: own }
  })
}

async function packQueries(): Promise<Query[]> {
  return (await loadRules())
    .filter((rule) => rule.type !== 'eql' && !readsAlerts(rule))
    .map(({ query }) => {
      const parsed = parseKql(query)
      if (!parsed.ok) throw new Error(`${query}: ${parsed.problem.message}`)
      return { text: query, node: parsed.node }
    })
}

interface Count {
  readonly documents: number
  readonly sums: readonly number[]
}

function countOf(ids: readonly string[]): Count {
  const chosen = ids.map((id) => documents[Number(id.slice(1))] as StoredDocument)
  const sums = markFields.map((_, n) => chosen.reduce((sum, { marks }) => sum + (marks[n] as number), 0))
  return { documents: ids.length, sums }
}

interface Answer {
  readonly hits: { readonly total: { readonly value: number } }
  readonly aggregations: Readonly<Record<string, { readonly value: number }>>
  readonly error?: unknown
}

/** Returns the count and sums that the server computes for each query, or the reason why it refuses the query. */
async function found(stored: Stored, body: Asked, flavour: Flavour): Promise<(Count | string)[]> {
  const aggs = Object.fromEntries(markFields.map((field) => [field, { sum: { field } }]))
  const index = body.dataset === undefined ? stored.streams : `logs-${body.dataset}-${stored.namespace}`
  const answers: (Count | string)[] = []
  for (let from = 0; from < body.queries.length; from += 500) {
    const lines = body.queries
      .slice(from, from + 500)
      .flatMap(({ node }) => [{}, { query: toQueryDsl(node, flavour, catalog), size: 0, track_total_hits: true, aggs }])
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
    const answer = await stored.send('POST', `${index}/_msearch`, text)
    for (const { hits, aggregations, error } of answer.responses as unknown as Answer[])
      answers.push(
        error === undefined
          ? { documents: hits.total.value, sums: markFields.map((field) => aggregations[field]?.value ?? 0) }
          : JSON.stringify(error),
      )
  }
  return answers
}

/** Describes a query with different results in one line, with some of the documents that only one side finds. */
async function difference(stored: Stored, query: Query, flavour: Flavour, ours: readonly string[]): Promise<string> {
  const body = { query: toQueryDsl(query.node, flavour, catalog), size: documents.length, _source: false }
  const { hits } = (await stored.search(body)) as unknown as { hits: { hits: { _id: string }[] } }
  const theirs = hits.hits.map(({ _id }) => _id)
  const only = (one: readonly string[], other: readonly string[]) => one.filter((id) => !other.includes(id)).slice(0, 3)
  return `${query.text}: only ours ${only(ours, theirs)}, only theirs ${only(theirs, ours)}`
}

/** Queries over the documents of one dataset, or over all documents. */
interface Asked {
  readonly dataset?: string
  readonly queries: readonly Query[]
}

const pack: Asked = { queries: await packQueries() }
const allGenerated = generateQueries(leastQueries * 2, 1)
  .filter(({ text }) => checkKql(text, catalog).length === 0)
  .slice(0, leastQueries)
const generated = sampleOf(allGenerated, 10)
const half = generated.length / 2
const asked: Readonly<Record<Flavour, readonly Asked[]>> = {
  untyped: [pack, { dataset: variedDataset, queries: generated.slice(0, half) }],
  typed: [pack, { dataset: variedDataset, queries: generated.slice(half) }],
}

const selections = new Map<Query, string[]>()

/** Returns the documents that our evaluation selects. Computes them once for both servers. */
function selected(query: Query, { dataset }: Asked): string[] {
  const known = selections.get(query)
  if (known !== undefined) return known
  const parsed = parseKql(query.text)
  if (!parsed.ok) throw new Error(`${query.text}: ${parsed.problem.message}`)
  const { holds } = kqlFormula(parsed.node, catalog)
  const among = documents.filter((document) => dataset === undefined || document.dataset === dataset)
  const ids = among.flatMap(({ id, source }) => (holds(source) ? [id] : []))
  selections.set(query, ids)
  return ids
}

for (const { name, endpoint } of servers) {
  describe.skipIf(endpoint === undefined)(`${name} finds the documents that the evaluator selects`, () => {
    let stored: Stored

    beforeAll(async () => {
      const marked = templateFields(mappings).map((each) => ({ ...each, fields: { ...each.fields, ...markTable } }))
      stored = await storeDocuments(endpoint?.address ?? '', documents, marked)
    })

    afterAll(async () => {
      await stored?.remove()
      await endpoint?.stop()
    })

    it.each(flavours)(
      'the server and the evaluator agree on pack queries and generated queries: %s',
      async (flavour) => {
        const lines: string[] = []
        for (const part of asked[flavour]) {
          const answers = await found(stored, part, flavour)
          for (const [i, query] of part.queries.entries()) {
            const ours = selected(query, part)
            const answer = answers[i]
            if (typeof answer === 'string') lines.push(`${query.text}: refused: ${answer}`)
            else if (!isDeepStrictEqual(answer, countOf(ours)))
              lines.push(await difference(stored, query, flavour, ours))
          }
        }
        expect(lines.slice(0, 20)).toEqual([])
      },
    )

    it('the comparison of queries has enough documents, and enough queries that select documents', () => {
      expect(documents.filter(({ dataset }) => dataset === variedDataset).length).toBeGreaterThanOrEqual(leastDocuments)
      expect(allGenerated.length).toBe(leastQueries)
      expect([...selections.values()].filter((ids) => ids.length > 0).length).toBeGreaterThan(half)
    })
  })
}
