// Verification with a Kibana that runs the rules. Each planted fault must be found, and the verification must remove
// everything that it created.
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { SavedObject } from '../../../dashboards/lib/kibana/saved-object.ts'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { DatasetFields } from '../../../mappings/lib/templates.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { savedObjectsOf } from '../../../pipeline/cli/dashboards.ts'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import { openKibana } from '../../../pipeline/clients/kibana.ts'
import { buildCases, type Cases } from '../../../pipeline/verify/cases.ts'
import type { Defect } from '../../../pipeline/verify/compare.ts'
import { isProven, reportOf } from '../../../pipeline/verify/report.ts'
import type { Scratch } from '../../../pipeline/verify/scratch.ts'
import { type Leftover, ScratchStore } from '../../../pipeline/verify/store.ts'
import { type Proof, type VerifyOptions, verify } from '../../../pipeline/verify/verify.ts'
import { exceptionsOf } from '../../../rules/lib/exceptions.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { catalog, product, shippedRules } from '../../support/product.ts'
import type { Stored } from '../../support/rule-runner.ts'
import { type RunningKibana, startRunningKibana } from '../../support/running-kibana.ts'
import { type ScratchCluster, startScratchCluster } from '../../support/scratch-cluster.ts'
import { virtualRuntime } from '../../support/virtual-runtime.ts'

const scratch: Scratch = { space: 'consentry-verify-0badcafe', namespace: 'verify_0badcafe' }
const asOf = Date.parse('2026-05-01T12:00:00Z')
/** One rule of each type, and one on alerts. */
const folders = [
  'm365/owner-added',
  'm365/many-applications-by-one-account',
  'm365/first-consent-to-application',
  'm365/new-application-armed',
  'cross/application-with-several-alerts',
]

let objects: SavedObject[]
let rules: Rule[]
let cases: Cases
/** Templates of the datasets that the cases write. */
let templates: DatasetFields[]
beforeAll(async () => {
  objects = await savedObjectsOf('sections')
  rules = folders.map((folder) => {
    const found = product.rules.find(({ file }) => file.includes(`${folder}/`))
    if (found === undefined) throw new Error(`no rule ${folder}`)
    return found.value
  })
  const { evidence: store, chain, environment } = product
  cases = await buildCases({
    scratch,
    rules,
    shipped: shippedRules,
    store,
    chain,
    catalog,
    environment,
    running: shippedRules,
    now: asOf,
  })
  const written = new Set(cases.documents.map(({ dataset }) => dataset))
  templates = templateFields(product.mappings).filter(({ dataset }) => written.has(dataset))
})

let running: RunningKibana
let cluster: ScratchCluster
let runtime: ReturnType<typeof virtualRuntime>
let left: readonly Leftover[]
let steps: string[]
let controller: AbortController
beforeEach(async () => {
  runtime = virtualRuntime()
  left = []
  steps = []
  controller = new AbortController()
  cluster = await startScratchCluster(() => running.alerts.keys())
  running = await startRunningKibana({ catalog, now: runtime.now, documents: () => cluster.documents() })
})
afterEach(async () => {
  await running.close()
  await cluster.server.close()
})

async function prove(more: Partial<VerifyOptions> = {}): Promise<Proof> {
  const client = await makeClient({ urls: [cluster.server.url], compatibility: 9 })
  const connect = (space: string) => openKibana({ url: running.kibana.url, space }, undefined, runtime)
  try {
    return await verify(
      {
        scratch,
        connect,
        cases,
        asOf,
        objects,
        runtime,
        keep: false,
        store: new ScratchStore(client, scratch, templates),
        lists: exceptionsOf(shippedRules, emptyEnvironment).lists,
        timeoutMs: 60_000,
        signal: controller.signal,
        onStep: (text) => steps.push(text),
        ...more,
      },
      (found) => {
        left = found
      },
    )
  } finally {
    await client.close()
  }
}

const defectsOf = ({ rules: found }: Proof): Defect[] => found.flatMap(({ defects }) => defects)
const kindsOf = (proof: Proof) => [...new Set(defectsOf(proof).map(({ kind }) => kind))]
const named = (name: string) => (rule: Record<string, unknown>) => String(rule.name).startsWith(name)
const isOwnerAdded = (rule: Record<string, unknown>) => rule.rule_id === rules[0]?.id

function expectClean(): void {
  expect([...running.spaces]).toEqual([])
  expect(running.kibana.rules.size).toBe(0)
  expect(cluster.names()).toEqual([])
}

it('a verification with a correct Kibana runs each rule, opens each object, and leaves nothing', async () => {
  const proof = await prove()
  expect(defectsOf(proof)).toEqual([])
  expect(proof.objects.flatMap(({ defects }) => defects)).toEqual([])
  expect(isProven(proof)).toBe(true)
  const proven = proof.rules.filter(({ evidence }) => evidence > 0)
  expect(proven.map(({ rule }) => rule.id).sort()).toEqual(rules.map(({ id }) => id).sort())
  for (const { expected, raised } of proven) {
    expect(expected).toBeGreaterThan(0)
    expect(raised).toBe(expected)
  }
  expectClean()
})

it('a verification sends no request outside the scratch names', async () => {
  await prove({ keep: true })
  expect([...running.spaces]).toEqual([scratch.space])
  expect(cluster.names().filter((name) => !name.includes(scratch.namespace))).toEqual([])
  for (const { index } of running.kibana.rules.values())
    for (const pattern of index as string[])
      expect(pattern).toMatch(/^(?:logs-.+-verify_0badcafe|\.alerts-security\.alerts-consentry-verify-0badcafe)$/)
})

it('a verification accepts alerts that Kibana writes later than the state of a run', async () => {
  running.lateBy = 4
  expect(defectsOf(await prove())).toEqual([])
  expect(runtime.waits.length).toBeGreaterThanOrEqual(4)
})

it('a verification waits as requested if Kibana responds with 429', async () => {
  let refused = 0
  onSearch(() =>
    refused++ === 0 ? { status: 429, body: { message: 'busy' }, headers: { 'retry-after': '17' } } : undefined,
  )
  expect(defectsOf(await prove())).toEqual([])
  expect(runtime.waits).toContain(17_000)
  expectClean()
})

const runs = (outcome: ReturnType<NonNullable<RunningKibana['onRun']>>) => {
  running.onRun = (rule) => (isOwnerAdded(rule) ? outcome : undefined)
}
const stores = (change: (alerts: readonly Stored[]) => readonly Stored[]) => {
  running.asStored = (rule, alerts) => (isOwnerAdded(rule) ? change(alerts) : alerts)
}
type Decision = ReturnType<NonNullable<RunningKibana['intercept']>>
const onCreate = (act: (rule: Stored) => Decision) => {
  running.intercept = (method, path, body) =>
    method === 'POST' && path === '/api/detection_engine/rules' && isOwnerAdded(body) ? act(body) : undefined
}
/** Returns this response to requests with this method and path prefix. */
const answering = (verb: string, start: string, answer: Decision) => {
  running.intercept = (method, path) => (method === verb && path.startsWith(start) ? answer : undefined)
}
const onSearch = (act: () => Decision) => {
  running.intercept = (_, path) => (path.endsWith('/signals/search') ? act() : undefined)
}

it.each<[fault: string, plant: () => void, kinds: string[], message: unknown]>([
  ['a rule that never runs', () => runs('never'), ['not_run'], expect.any(String)],
  [
    'a rule without one clause of its query, so that near misses raise alerts',
    () => {
      const [clause, ...others] = (rules[0] as Rule).query.split(/\n\s*and /)
      expect(others).not.toEqual([])
      running.asRun = (stored) => (isOwnerAdded(stored) ? { ...stored, query: clause } : stored)
    },
    ['unexpected'],
    expect.stringMatching(/^an alert on .+, but the built-in engine raised none$/),
  ],
  [
    'a rule that Kibana stores with a different query',
    () => onCreate((rule) => void Object.assign(rule, { query: 'oauth.action: "consent"' })),
    expect.arrayContaining(['altered']),
    'Kibana stored a different value than was written: query',
  ],
  [
    'a rule that fails, with its message',
    () => runs({ status: 'failed', message: 'verification_exception' }),
    ['error', 'missing'],
    'the rule failed: verification_exception',
  ],
  [
    'a rule that runs with a warning',
    () => runs({ status: 'partial failure', message: 'no matching index' }),
    ['warning'],
    expect.stringContaining('no matching index'),
  ],
  [
    'a rule that Kibana refuses to store',
    () => onCreate(() => ({ status: 400, body: { status_code: 400, message: 'max_signals: too large' } })),
    ['not_stored'],
    'Kibana did not store the rule: 400 max_signals: too large',
  ],
  [
    'an alert without its application',
    () => stores((alerts) => alerts.map(({ service: _, ...alert }) => alert)),
    ['wrong_app'],
    expect.stringMatching(/should name the application \S+, but names none$/),
  ],
  [
    'an alert with another account, without the name in the report',
    () => stores((alerts) => alerts.map((alert) => ({ ...alert, user: { email: 'someone@theirs.example' } }))),
    ['wrong_account'],
    expect.not.stringContaining('theirs.example'),
  ],
  ['a duplicate alert', () => stores((alerts) => [...alerts, ...alerts]), ['duplicate'], expect.any(String)],
])('a planted fault is found: %s', async (_, plant, kinds, message) => {
  plant()
  const proof = await prove()
  expect(kindsOf(proof)).toEqual(kinds)
  expect(defectsOf(proof)[0]?.message).toEqual(message)
  expectClean()
})

it('a verification waits for a rule that never runs until the timeout', async () => {
  runs('never')
  await prove()
  expect(runtime.now()).toBe(60_000)
})

it('a verification finds a planted fault: a missing alert of a threshold rule or of a sequence', async () => {
  running.asStored = (rule, alerts) => (['eql', 'threshold'].includes(String(rule.type)) ? [] : alerts)
  const proof = await prove()
  expect(kindsOf(proof)).toEqual(['missing'])
  expect(new Set(proof.rules.filter(({ defects }) => defects.length > 0).map(({ rule }) => rule.type))).toEqual(
    new Set(['eql', 'threshold']),
  )
})

it('a verification finds a planted fault: a dashboard without the reference of a panel', async () => {
  const board = objects.find(({ type }) => type === 'dashboard') as SavedObject
  const lost = board.references.find(({ name }) => name.includes('indexpattern'))
  running.intercept = (method, path) => {
    const held = running.kibana.savedObjects.objects.get(`dashboard/${board.id}`)
    if (method === 'GET' && path.endsWith('/rules/_find') && held !== undefined)
      held.references = board.references.filter((reference) => reference !== lost)
    return undefined
  }
  const proof = await prove()
  expect(proof.objects.flatMap(({ defects }) => defects)).toEqual([
    `the reference ${lost?.name} to ${lost?.type}/${lost?.id} is missing`,
  ])
  expect(isProven(proof)).toBe(false)
})

it('a verification finds a planted fault: a missing data view, and each broken reference to it', async () => {
  const view = objects.find(({ type }) => type === 'index-pattern') as SavedObject
  onSearch(() => void running.kibana.savedObjects.objects.delete(`index-pattern/${view.id}`))
  const defects = (await prove()).objects.flatMap(({ defects: found }) => found)
  expect(defects).toContain('Kibana does not have it')
  expect(defects.join('\n')).toContain(`leads to index-pattern/${view.id}, which Kibana does not have`)
})

it('a verification finds a planted fault: a dashboard that Kibana cannot read or reads with a warning', async () => {
  const [first, second] = objects.filter(({ type }) => type === 'dashboard') as [SavedObject, SavedObject]
  running.kibana.version = '9.5.3'
  running.intercept = (_, path) => {
    if (path === `/api/dashboards/${first.id}`) return { status: 400, body: { message: 'Invalid response. panels.0' } }
    if (path === `/api/dashboards/${second.id}`)
      return {
        status: 200,
        body: { id: second.id, warnings: [{ type: 'dropped_panel', message: 'a panel was dropped' }] },
      }
    return undefined
  }
  expect((await prove()).objects.flatMap(({ defects }) => defects)).toEqual([
    'it cannot be opened: 400 Invalid response. panels.0',
    'Kibana warns: a panel was dropped',
  ])
})

it('a verification names a space that cannot be deleted in its report, and removes the rest', async () => {
  answering('DELETE', '/api/spaces/', { status: 500, body: { message: 'no' } })
  const proof = await prove()
  expect(proof.leftovers).toEqual([{ what: `space ${scratch.space}`, reason: '500 no' }])
  expect(isProven(proof)).toBe(false)
  expect(running.kibana.rules.size).toBe(0)
  expect(cluster.names()).toEqual([])
})

it('a verification reports a data stream that cannot be deleted', async () => {
  cluster.intercept = ({ method, path }) =>
    method === 'DELETE' && path.startsWith('/_data_stream/logs-o365.audit')
      ? { status: 403, body: { error: { type: 'security_exception', reason: 'no' } } }
      : undefined
  const proof = await prove()
  expect(proof.leftovers.map(({ what }) => what)).toEqual(['data stream logs-o365.audit-verify_0badcafe'])
})

const failures = [
  { name: '401', answer: { status: 401, body: { message: 'unable to authenticate' } }, code: 'kibana_refuses' },
  { name: '403', answer: { status: 403, body: { message: 'API is unauthorized' } }, code: 'kibana_refuses' },
  {
    name: 'HTML under 200',
    answer: { status: 200, body: '<!doctype html><title>Log in</title>', headers: { 'content-type': 'text/html' } },
    code: 'kibana_not_kibana',
  },
]
it.each(failures)(
  'a verification that ends early removes what it made: $name for one request in the middle',
  async ({ answer, code }) => {
    let asked = 0
    onSearch(() => (asked++ === 0 ? answer : undefined))
    await expect(prove()).rejects.toMatchObject({ code })
    expect(left).toEqual([])
    expectClean()
  },
)

it('a verification that ends early because of 401 names the objects that it could not remove', async () => {
  let isOver = false
  running.intercept = (_, path) => {
    isOver ||= path.endsWith('/signals/search')
    return isOver ? { status: 401, body: { message: 'unable to authenticate' } } : undefined
  }
  await expect(prove()).rejects.toMatchObject({ code: 'kibana_refuses' })
  expect(left.map(({ what }) => what)).toEqual([`rules of the space ${scratch.space}`, `space ${scratch.space}`])
  expect(cluster.names()).toEqual([])
})

it('a verification that ends early because Elasticsearch refuses the documents removes its objects', async () => {
  cluster.intercept = ({ path }) =>
    path === '/_bulk' ? { status: 403, body: { error: { type: 'security_exception', reason: 'no' } } } : undefined
  await expect(prove()).rejects.toMatchObject({ code: 'es_forbidden' })
  expectClean()
})

it('a verification that is interrupted during a wait removes its objects', async () => {
  running.onRun = () => 'never'
  onSearch(() => void controller.abort())
  await expect(prove()).rejects.toMatchObject({ name: 'AbortError' })
  expectClean()
})

it('a verification does not change an existing space of the same name', async () => {
  running.spaces.add(scratch.space)
  await expect(prove()).rejects.toThrow(`space ${scratch.space} exists`)
  expect([...running.spaces]).toEqual([scratch.space])
  expect(running.kibana.requests.filter((request) => !request.startsWith('GET'))).toEqual([])
})

it('a verification does not change an existing template of the namespace', async () => {
  const name = 'consentry-common-verify_0badcafe@fields'
  cluster.held.set(`component_template ${name}`, {})
  cluster.intercept = ({ method, path }) =>
    method === 'GET' && decodeURIComponent(path) === `/_component_template/${name}`
      ? { body: { component_templates: [{ name, component_template: { _meta: { managed_by: 'consentry' } } }] } }
      : undefined
  await expect(prove()).rejects.toThrow(`component template ${name} exists`)
  expect(cluster.names()).toEqual([`component_template ${name}`])
  expect([...running.spaces]).toEqual([])
})

it('the report of a verification names each rule, and no server', async () => {
  const url = new URL(running.kibana.url)
  running.onRun = (rule) => (isOwnerAdded(rule) ? { status: 'failed', message: `cannot reach ${url.host}` } : undefined)
  const proof = await prove()
  const facts = {
    proof,
    scratch,
    version: '0.1.0',
    pack: '0123456789ab',
    documents: cases.documents.length,
    keep: false,
  }
  const report = reportOf({ ...facts, hidden: [url.host] })
  for (const { name } of rules) expect(report).toContain(name.split(' ')[0])
  expect(report).toContain('failed to run')
  expect(report).toContain('(server)')
  expect(report).not.toContain(url.host)
  expect(report.split('\n').filter((line) => line.startsWith('| ')).length).toBe(9 + 2 + proof.rules.length)
})

it('a new-terms rule in a verification reads history from before the window of its run', () => {
  const probe = cases.probes.find(({ rule }) => rule.type === 'new_terms')
  const times = cases.documents.filter(({ id }) => probe?.evidenceOf.has(id)).map(({ ingested }) => ingested)
  expect(Math.max(...times)).toBe(asOf)
  expect(Math.min(...times)).toBeLessThan(asOf - 30 * 86_400_000)
  expect(probe?.expected.length).toBeGreaterThan(0)
})

it('copies of a rule in a verification have unique names', () => {
  expect(cases.probes.filter(({ body }) => named('Entra')(body)).length).toBeGreaterThan(1)
  const names = cases.probes.map(({ body }) => body.name)
  expect(new Set(names).size).toBe(names.length)
})
