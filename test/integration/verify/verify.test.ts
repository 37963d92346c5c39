// Verifies the whole pack with a real Elasticsearch: it accepts every document of the evidence with our templates, its
// queries find the documents on which Kibana's rules must alert, and nothing remains at the end.
import type { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { savedObjectsOf } from '../../../pipeline/cli/dashboards.ts'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import { openKibana } from '../../../pipeline/clients/kibana.ts'
import { realRuntime } from '../../../pipeline/clients/retry.ts'
import { documentsOfKey } from '../../../pipeline/verify/alert-key.ts'
import { buildCases, type Cases, type Probe } from '../../../pipeline/verify/cases.ts'
import { makeScratch } from '../../../pipeline/verify/scratch.ts'
import { ScratchStore } from '../../../pipeline/verify/store.ts'
import { type Proof, verify } from '../../../pipeline/verify/verify.ts'
import { exceptionsOf } from '../../../rules/lib/exceptions.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import { type Rule, ruleType } from '../../../rules/lib/rule.ts'
import { runningRules } from '../../../rules/lib/rule-state.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { catalog, product, shippedRules } from '../../support/product.ts'
import { toQueryDsl } from '../../support/query-dsl.ts'
import type { Stored, StoredDocument } from '../../support/rule-runner.ts'
import { type RunningKibana, startRunningKibana } from '../../support/running-kibana.ts'

const scratch = makeScratch()
const { namespace } = scratch
const defectsOf = ({ rules }: Proof) =>
  rules.flatMap(({ rule, defects }) => defects.map(({ message }) => `${rule.name}: ${message}`))
const endpoint = await requireEndpoint('ES_URL')

describe.skipIf(endpoint === undefined)('a verification with a real Elasticsearch', () => {
  let running: Rule[]
  let cases: Cases
  let client: Client
  let kibana: RunningKibana
  let store: ScratchStore
  let stored: Promise<readonly StoredDocument[]> | undefined
  const asOf = Date.now()

  async function readDocuments(): Promise<StoredDocument[]> {
    const answer = await client.search<Stored>({ index: `logs-*-${namespace}`, size: 10_000 })
    return answer.hits.hits.map(({ _index, _id, _source }) => {
      // A backing index is named after its stream, a date and a number.
      const index = _index.replace(/^\.ds-/, '').replace(/-\d{4}\.\d\d\.\d\d-\d{6}$/, '')
      return { index, id: String(_id), source: _source ?? {} }
    })
  }

  beforeAll(async () => {
    running = runningRules(shippedRules, emptyEnvironment)
    const { evidence, chain, environment } = product
    cases = await buildCases({
      scratch,
      rules: running,
      running,
      shipped: shippedRules,
      store: evidence,
      chain,
      catalog,
      environment,
      now: asOf,
    })
    client = await makeClient({ urls: [String(endpoint?.address)], compatibility: 9 })
    store = new ScratchStore(client, scratch, templateFields(product.mappings))
    kibana = await startRunningKibana({
      catalog,
      now: Date.now,
      documents: () => {
        stored ??= readDocuments()
        return stored
      },
    })
  })
  afterAll(async () => {
    await store?.remove()
    await kibana?.close()
    await client?.close()
    await endpoint?.stop()
  })

  const prove = async (keep: boolean): Promise<Proof> =>
    verify(
      {
        scratch,
        store,
        cases,
        asOf,
        keep,
        runtime: realRuntime,
        timeoutMs: 60_000,
        connect: (space) => openKibana({ url: kibana.kibana.url, space }),
        lists: exceptionsOf(running, emptyEnvironment).lists,
        objects: await savedObjectsOf('sections'),
        signal: new AbortController().signal,
        onStep: () => undefined,
      },
      () => undefined,
    )

  it('a verification with a real Elasticsearch proves every active rule, and its queries find the expected documents', async () => {
    const proof = await prove(true)
    expect(defectsOf(proof)).toEqual([])
    expect(proof.rules.filter(({ evidence }) => evidence > 0)).toHaveLength(running.length)
    expect(proof.rules.every(({ expected }) => expected > 0)).toBe(true)
    const wrong: string[] = []
    for (const probe of cases.probes.filter(({ rule }) => ruleType(rule) === 'query')) {
      const found = await search(probe)
      const wanted = probe.expected.flatMap(({ key }) => documentsOfKey(key)).sort()
      if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push(probe.rule.name)
    }
    expect(wrong).toEqual([])
  })

  /** The documents that the query of a deployed rule finds in Elasticsearch, as Kibana sends it. */
  async function search({ body }: Probe): Promise<string[]> {
    const parsed = parseKql(String(body.query))
    if (!parsed.ok) throw new Error(`${body.name} has no KQL query`)
    const filters = body.filters as { meta: { negate: boolean }; query: object }[]
    const answer = await client.search({
      index: body.index as string[],
      ignore_unavailable: true,
      allow_no_indices: true,
      size: 1000,
      _source: false,
      query: {
        bool: {
          filter: [
            toQueryDsl(parsed.node, 'untyped', catalog),
            { range: { 'event.ingested': { gte: body.from as string, lte: 'now' } } },
            ...filters.filter(({ meta }) => !meta.negate).map(({ query }) => query),
          ],
          must_not: filters.filter(({ meta }) => meta.negate).map(({ query }) => query),
        },
      },
    })
    return answer.hits.hits.map(({ _id }) => String(_id)).sort()
  }

  it('a verification refuses names that exist, and removes the objects that it creates', async () => {
    await expect(prove(false)).rejects.toThrow(`space ${scratch.space} exists`)
    kibana.spaces.delete(scratch.space)
    await expect(prove(false)).rejects.toThrow(/exists; verify changes only objects that it created/)
    // Clears the data of the first verification: alerts outlive their space.
    kibana.alerts.clear()
    kibana.kibana.rules.clear()
    kibana.kibana.savedObjects.objects.clear()
    kibana.kibana.timelines.clear()
    expect(await store.remove()).toEqual([])
    stored = undefined
    const proof = await prove(false)
    expect(proof.leftovers).toEqual([])
    expect(defectsOf(proof)).toEqual([])
    const names = await client.cat.indices({ index: `*${namespace}*`, format: 'json', expand_wildcards: 'all' })
    expect(names).toEqual([])
    await expect(store.requireAbsent()).resolves.toBeUndefined()
  })
})
