// The periodic pass on real servers: two instances that run at the same time store each finding once, and the findings
// of a scenario equal those of a hunt.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildEntityTemplates } from '../../../mappings/entities/templates.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { hourMs } from '../../../mappings/kernel/durations.ts'
import { buildTemplates } from '../../../mappings/lib/templates.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { type EvidenceStore, evidenceRecords, renderEvidence } from '../../../pipeline/content-check/proof.ts'
import { processText } from '../../../pipeline/content-check/samples.ts'
import { makeElasticsearchStore } from '../../../pipeline/entity-store/elasticsearch-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { ElasticsearchHistory } from '../../../pipeline/findings/elasticsearch-history.ts'
import { findingsDataset } from '../../../pipeline/findings/finding.ts'
import { defaultFindingSettings } from '../../../pipeline/findings/settings.ts'
import { defaultLookBackMs } from '../../../pipeline/findings/virtual-passes.ts'
import type { Event } from '../../../pipeline/outcome.ts'
import { PeriodicPass } from '../../../pipeline/service/periodic-pass.ts'
import { setupElasticsearch } from '../../../pipeline/setup/elasticsearch.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'
import { fieldsRead } from '../../../rules/lib/fields-read.ts'
import type { Evidence } from '../../../rules/lib/rule.ts'
import { isDeep, sampleOf } from '../../support/deep.ts'
import { deleteNamespace } from '../../support/delete-namespace.ts'
import { describeElasticsearch } from '../../support/describe-elasticsearch.ts'
import { engineOf, product, rules } from '../../support/product.ts'

const { chain, environment, evidence } = product
const fields = fieldsRead(rules)
const onFindings = rules.filter(({ datasets }) => (datasets as readonly string[]).includes(findingsDataset))

/** Scenarios of rules on findings alone (matches and near misses), and facts that arrive after the uses they affect. */
const scenarios = sampleOf(
  [
    'cross/m365-leaver-end-learned-later',
    'cross/m365-leaver-back-learned-later',
    'cross/google-workspace-leaver-end-learned-later',
    ...new Set(
      onFindings
        .filter(({ datasets }) => datasets.length === 1)
        .flatMap(({ tests }) => [...tests.match, ...tests.noMatch])
        .flatMap((each) => ('scenario' in each ? [each.scenario] : [])),
    ),
  ].sort(),
  8,
)

/** Returns the rule and events of each alert on a single document. */
function alertsOn(documents: readonly { document: EcsDocument; id: string }[]): string[] {
  return documents
    .flatMap(({ document, id }) => {
      const recorded = document.oauth?.finding?.events ?? [document.event.id ?? id]
      return engineOf(rules)
        .match(document, document.event.dataset ?? '')
        .filter((rule) => rule.type === undefined && onFindings.includes(rule))
        .map((rule) => `${rule.name}: ${recorded.join(' ')}`)
    })
    .sort()
}

/** Moves the evidence to a separate tenant, so that scenarios in the same namespace do not affect each other. */
function inTenant(number: number): { store: EvidenceStore; tenants: readonly string[] } {
  const digits = String(number).padStart(4, '0')
  const tenants = { '5c1d0e6a-7a41-4e0b': `5c1d0e6a-7a41-${digits}`, '02exmpl9': `02ex${digits}` }
  const rendered = (text: string) =>
    Object.entries(tenants).reduce((recorded, [known, own]) => recorded.replaceAll(known, own), text)
  const samples = [...evidence.samples].map(
    ([ref, sample]) => [ref, { ...sample, text: rendered(sample.text) }] as const,
  )
  return {
    store: { ...evidence, samples: new Map(samples) },
    tenants: ['5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901', 'C02exmpl9'].map(rendered),
  }
}

/** Returns the events of a scenario in the order of their delivery, and the delivery time of each. */
function deliveries(scenario: string, store: EvidenceStore = evidence): { event: Event; delivered: number }[] {
  const records = evidenceRecords({ scenario } as Evidence, store) ?? []
  return records.flatMap(({ raw, delivered = '' }) =>
    processText(raw, scenario, chain).flatMap((event) =>
      event.ok ? [{ event, delivered: Date.parse(delivered) }] : [],
    ),
  )
}

const latenessMs = 6 * hourMs

await describeElasticsearch('the periodic pass', ({ client, compatibility }) => {
  /** Namespace of all scenarios: creating a namespace takes longer than replaying a scenario. */
  let shared: string
  const namespaces: string[] = []
  // Only the datasets of the scenarios, because fewer templates are installed faster.
  const recorded = templateFields(product.mappings).filter(({ dataset }) =>
    /^o365|^google_workspace\.(?:token|admin|login)$|^consentry/.test(dataset),
  )

  async function newNamespace(): Promise<string> {
    const namespace = `f${Math.random().toString(36).slice(2, 10)}`
    namespaces.push(namespace)
    await setupElasticsearch(client, buildTemplates(recorded, { namespace }), {
      namespace,
      dryRun: false,
      indices: buildEntityTemplates({ namespace }),
    })
    return namespace
  }

  function instance(namespace: string) {
    const store = makeElasticsearchStore({ client, namespace })
    const sink = makeElasticsearchSink({ client, namespace, backfill: false })
    const pass = new PeriodicPass({
      history: new ElasticsearchHistory({ client, namespace, store, fields }),
      sink,
      settings: defaultFindingSettings,
      environment,
      telemetry: makeTelemetry({ level: 'silent' }),
      latenessMs,
      lookBackMs: 4 * defaultLookBackMs,
      isCaughtUp: () => true,
    })
    return { updateEntities: makeUpdateEntities(store, environment), sink, pass }
  }

  const refresh = (namespace: string) =>
    client.indices.refresh({ index: `logs-*-${namespace},consentry-*-${namespace}`, expand_wildcards: 'all' })

  async function stored(
    namespace: string,
    index: string,
    tenants?: readonly string[],
  ): Promise<{ document: EcsDocument; id: string }[]> {
    await refresh(namespace)
    const { hits } = await client.search<EcsDocument>({
      index,
      size: 1_000,
      ignore_unavailable: true,
      ...(tenants !== undefined && { query: { terms: { 'organization.id': [...tenants] } } }),
    })
    return hits.hits.map(({ _id = '', _source }) => ({ id: _id, document: _source as EcsDocument }))
  }

  beforeAll(async () => {
    shared = await newNamespace()
  })
  afterAll(async () => {
    for (const namespace of namespaces.splice(0)) await deleteNamespace(client, namespace)
  })

  it('two instances with concurrent passes store each finding once, even repeatedly', async () => {
    const namespace = await newNamespace()
    const [one, other] = [instance(namespace), instance(namespace)]
    const scenario = deliveries('m365/incident-grant-left')
    const events = scenario.map(({ event }) => event)
    await one.updateEntities(events)
    await one.sink.store(events)
    await refresh(namespace)
    const now = Math.max(...scenario.map(({ delivered }) => delivered)) + latenessMs
    const rounds: (readonly boolean[])[] = []
    for (let round = 0; round < 5; round++)
      rounds.push(await Promise.all([one.pass.run(now + round), other.pass.run(now + round)]))
    // A busy server may refuse a part of a pass. The next pass repeats it.
    expect(rounds).toContainEqual([true, true])
    const found = await stored(namespace, `logs-${findingsDataset}-${namespace}`)
    expect(found.map(({ document }) => document.oauth?.finding?.kind)).toEqual(['containment_gap'])
    expect(found[0]?.document.oauth?.finding?.events).toHaveLength(2)
  })

  // Each version runs half of the sample.
  const own = scenarios
    .map((scenario, number) => ({ scenario, number }))
    .filter(({ number }) => isDeep || number % 2 === compatibility % 2)
  it.each(own)(
    '$scenario: what falls due is what a hunt finds, and the alerts are the same',
    async ({ scenario, number }) => {
      const { store, tenants } = inTenant(number)
      const { updateEntities, sink, pass } = instance(shared)
      const records = deliveries(scenario, store)
      // Delivers the records in five parts, in their order of arrival, with a pass after each part.
      const begin = records[0]?.delivered ?? 0
      const end = Math.max(...records.map(({ event }) => Date.parse(event.document['@timestamp'] ?? '')))
      const last = Math.max(...records.map(({ delivered }) => delivered), end + latenessMs)
      let next = 0
      const batch = async (until: number) => {
        const events: Event[] = []
        for (; next < records.length && (records[next]?.delivered ?? 0) <= until; next++)
          events.push((records[next] as { event: Event }).event)
        if (events.length === 0) return
        await updateEntities(events)
        await sink.store(events)
      }
      const step = (last - begin) / 5
      for (let now = begin + step; now < last; now += step) {
        await batch(now)
        await refresh(shared)
        // The pass judges only until the end of the scenario, because a hunt knows nothing later.
        await pass.run(Math.min(now, end + latenessMs))
      }
      await batch(last)
      await refresh(shared)
      expect(await pass.run(end + latenessMs)).toBe(true)

      const evidence = { scenario } as Evidence
      const expected = (await renderEvidence(evidence, 'as it happened', store, chain, environment, rules)) ?? []
      const due = (documents: readonly { document: EcsDocument; id: string }[]) =>
        documents
          .filter(({ document: { oauth } }) => oauth?.finding !== undefined && oauth.finding.kind !== 'use_after_end')
          .map(({ document: { oauth, message }, id }) => `${id} ${message} ${oauth?.finding?.events}`)
          .sort()
      const found = await stored(shared, `logs-*-${shared}`, tenants)
      expect(due(found)).toEqual(due(expected))
      expect(alertsOn(found)).toEqual(alertsOn(expected))
    },
  )
})
