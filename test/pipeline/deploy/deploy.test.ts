import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { type Kibana, openKibana } from '../../../pipeline/clients/kibana.ts'
import { applyPlan, type DeployPlan, isUpToDate, planDeploy } from '../../../pipeline/deploy/deploy.ts'
import { applyObjects, type ObjectsPlan, planObjects } from '../../../pipeline/deploy/saved-objects.ts'
import { Writer, type Written } from '../../../pipeline/deploy/writer.ts'
import { emitPack } from '../../../rules/lib/emit.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { rulesOff } from '../../../rules/lib/rule-state.ts'
import { approval, environmentWith, exampleRule } from '../../rules/lib/example-rule.ts'
import { type FakeKibana, startFakeKibana } from '../../support/fake-kibana.ts'
import { virtualRuntime } from '../../support/virtual-runtime.ts'

const other: Rule = {
  ...exampleRule,
  id: '1b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02',
  name: 'Another rule',
  query: 'oauth.action: "consent"',
  skipsApprovedApps: true,
}
const environment: Environment = { ...emptyEnvironment, approvedApps: [approval] }

let fake: FakeKibana
let kibana: Kibana
let runtime: ReturnType<typeof virtualRuntime>
beforeEach(async () => {
  fake = await startFakeKibana('key')
  runtime = virtualRuntime({ random: 1 })
  kibana = openKibana({ url: fake.url, credentials: { apiKey: 'key' }, space: 'soc' }, undefined, runtime)
})
afterEach(() => fake.close())

function pack(rules: readonly Rule[] = [exampleRule, other], known = environment) {
  const emitted = emitPack(rules, known)
  return { ...emitted, rules: emitted.rules as unknown as JsonObject[], off: rulesOff(rules, known) }
}

const disabling = (...disabled: string[]) => environmentWith({ disabled }, environment)
/** The other rule, as Kibana has it. */
const held = () => fake.rules.get(other.id) as JsonObject

async function deploy(wanted = pack(), overwrite = false): Promise<Written[]> {
  return applyPlan(kibana, await planDeploy(kibana, wanted, { overwrite }))
}

const kinds = ({ rules }: DeployPlan) => rules.map(({ kind }) => kind)

it('a deployment creates lists, items and rules, and a second deployment changes nothing', async () => {
  const written = await deploy()
  expect(written.map(({ what, refused }) => [what, refused])).toEqual([
    ['create list consentry-approved-consent', undefined],
    ['create item a', undefined],
    ['create Example of a rule', undefined],
    ['create Another rule', undefined],
  ])
  // The reference contains the id that Kibana assigned to the list.
  expect(held()).toMatchObject({
    enabled: false,
    exceptions_list: [{ list_id: 'consentry-approved-consent', id: 'saved-consentry-approved-consent' }],
  })
  const again = await planDeploy(kibana, pack())
  expect([kinds(again), again.exceptions]).toEqual([['same', 'same'], []])
  expect(await deploy()).toEqual([])
})

it('a deployment keeps the settings of users: enabled rules, exceptions, actions, and further metadata', async () => {
  await deploy()
  const own = { id: 'x', list_id: 'own-list', type: 'rule_default', namespace_type: 'single' }
  const exceptions_list = [own, ...(held().exceptions_list as JsonObject[])]
  Object.assign(held(), { enabled: true, actions: [{ id: 'mail' }], exceptions_list })
  Object.assign(held().meta as JsonObject, { ticket: 'SOC-7' })
  await deploy(pack([exampleRule, { ...other, query: 'oauth.action: "consent_block"', version: 2 }]))
  expect(held()).toMatchObject({
    version: 2,
    query: 'oauth.action: "consent_block"',
    enabled: true,
    actions: [{ id: 'mail' }],
    exceptions_list: [own, { list_id: 'consentry-approved-consent' }],
    meta: { ticket: 'SOC-7', consentry: { version: 2 } },
  })
})

it('a deployment does not overwrite changes by users unless requested', async () => {
  await deploy()
  Object.assign(held(), { query: 'oauth.action: "consent" and user.id: "x"' })
  const plan = await planDeploy(kibana, pack())
  expect(plan.rules[1]).toMatchObject({ kind: 'same', differing: [], kept: ['query'], conflicts: [] })
  expect(await deploy()).toEqual([])
  expect(await deploy(pack(), true)).toEqual([{ what: 'update Another rule' }])
  expect(held()).toMatchObject({ query: 'oauth.action: "consent"' })
})

it('a deployment takes the value of the pack for members that no user changed in Kibana, else the value of the user', async () => {
  await deploy()
  Object.assign(held(), { description: 'Ours to read', query: 'user.id: "x"' })
  const newer = pack([exampleRule, { ...other, query: 'oauth.action: "revoke"', severity: 'low', version: 2 }])
  const plan = await planDeploy(kibana, newer)
  expect(plan.rules[1]).toMatchObject({
    kind: 'update',
    differing: ['risk_score', 'severity'],
    kept: ['description'],
    conflicts: ['query'],
  })
  await deploy(newer)
  const merged = { severity: 'low', description: 'Ours to read', query: 'user.id: "x"', version: 2 }
  expect(held()).toMatchObject(merged)
  const again = await planDeploy(kibana, newer)
  expect(again.rules[1]).toMatchObject({ kind: 'same', kept: ['description'], conflicts: ['query'] })
  expect(isUpToDate(again)).toBe(false)
  await deploy(newer, true)
  expect(held()).toMatchObject({ query: 'oauth.action: "revoke"', description: other.description })
  expect(isUpToDate(await planDeploy(kibana, newer))).toBe(true)
})

it('a deployment writes severity and risk score together, or neither where a user and the pack changed one of them', async () => {
  await deploy()
  Object.assign(held(), { severity: 'low' })
  const critical = environmentWith({ severities: { [other.id]: 'critical' } }, environment)
  const wanted = pack([exampleRule, other], critical)
  const plan = await planDeploy(kibana, wanted, {})
  expect(plan.rules[1]).toMatchObject({ differing: [], kept: [], conflicts: ['risk_score', 'severity'] })
  const before = held().risk_score
  await deploy(wanted)
  expect(held()).toMatchObject({ severity: 'low', risk_score: before })
  await deploy(wanted, true)
  expect(held()).toMatchObject({ severity: 'critical', risk_score: 99 })
})

it('a deployment keeps members that a user added, and adds no index patterns to a rule with a data view', async () => {
  await deploy()
  const added = {
    alert_suppression: { group_by: ['user.email'], duration: { value: 5, unit: 'h' } },
    building_block_type: 'default',
    data_view_id: 'theirs',
    response_actions: [{ action_type_id: '.osquery', params: { query: 'select 1' } }],
    rule_name_override: 'service.name',
  }
  Object.assign(held(), added)
  delete (held() as Record<string, unknown>).index
  const newer = (rule: Partial<Rule>) => pack([exampleRule, { ...other, version: 2, ...rule } as Rule])
  const described = newer({ description: 'Another description.' })
  const kept = [
    'alert_suppression',
    'building_block_type',
    'data_view_id',
    'index',
    'response_actions',
    'rule_name_override',
  ]
  const plan = await planDeploy(kibana, described)
  expect(plan.rules[1]).toMatchObject({ kind: 'update', differing: ['description'], kept, conflicts: [] })
  await deploy(described)
  expect(held()).toMatchObject({ ...added, description: 'Another description.' })
  expect(held()).not.toHaveProperty('index')
  expect((await planDeploy(kibana, described)).rules[1]).toMatchObject({ kind: 'same', kept })
  const sourced = newer({ description: 'Another description.', datasets: ['google_workspace.token'] })
  await deploy(sourced)
  expect(held()).toMatchObject({ data_view_id: 'theirs' })
  expect(held()).not.toHaveProperty('index')
  await deploy(sourced, true)
  for (const name of Object.keys(added)) expect(held()).not.toHaveProperty(name)
  expect(isUpToDate(await planDeploy(kibana, sourced, { overwrite: true }))).toBe(true)
})

it.each([
  ['index', { data_view_id: 'theirs' }, { datasets: ['google_workspace.token'] }],
  ['interval', { from: 'now-3h' }, { interval: '1h' }],
])(
  'a deployment does not write %s of the pack where a user changed a member that belongs to it: %j',
  async (name, change, ours) => {
    await deploy()
    Object.assign(held(), change)
    const before = held()[name]
    const wanted = pack([exampleRule, { ...other, version: 2, ...ours } as Rule])
    expect((await planDeploy(kibana, wanted)).rules[1]?.conflicts).toEqual(
      expect.arrayContaining([name, ...Object.keys(change)]),
    )
    await deploy(wanted)
    expect(held()).toMatchObject({ ...change, [name]: before })
  },
)

it('a deployment enables the chosen rules, new or existing, except rules that must not run', async () => {
  const enable = new Set([other.id])
  await applyPlan(kibana, await planDeploy(kibana, pack(), { enable }))
  expect([fake.rules.get(exampleRule.id)?.enabled, fake.rules.get(other.id)?.enabled]).toEqual([false, true])
  const all = { enable: new Set([exampleRule.id, other.id]) }
  expect((await planDeploy(kibana, pack(), all)).on).toEqual([{ id: exampleRule.id, name: exampleRule.name }])
  const off = await planDeploy(kibana, pack([exampleRule, other], disabling(exampleRule.id)), all)
  expect(off.on).toEqual([])
})

it('a deployment deletes rules that the pack no longer contains, if prune is requested', async () => {
  await deploy()
  fake.rules.set('own', { rule_id: 'own', name: 'By hand', type: 'query' })
  const plan = await planDeploy(kibana, pack([exampleRule]))
  expect(await applyPlan(kibana, plan, { prune: true })).toEqual([{ what: 'delete Another rule' }])
  expect([...fake.rules.keys()].sort()).toEqual([exampleRule.id, 'own'].sort())
})

it('a retired rule that a user changed remains until a deployment overwrites it', async () => {
  await deploy()
  Object.assign(held(), { query: 'changed by hand' })
  const plan = await planDeploy(kibana, pack([exampleRule]))
  expect(plan.left).toMatchObject([{ id: other.id, changed: true }])
  expect(await applyPlan(kibana, plan, { prune: true })).toEqual([])
  const overwriting = await planDeploy(kibana, pack([exampleRule]), { overwrite: true })
  expect(await applyPlan(kibana, overwriting, { prune: true })).toEqual([{ what: 'delete Another rule' }])
})

it('a deployment reports an unmanaged rule with the same ID, a rule of another type, and a rule that left the pack', async () => {
  fake.rules.set(exampleRule.id, { rule_id: exampleRule.id, name: 'By hand', type: 'query' })
  fake.rules.set(other.id, { rule_id: other.id, name: 'By hand', type: 'eql', meta: {} })
  expect(kinds(await planDeploy(kibana, pack()))).toEqual(['unknown', 'other_type'])
  fake.rules.clear()
  await deploy()
  const plan = await planDeploy(kibana, pack([exampleRule]))
  expect(plan.left).toEqual([{ id: other.id, name: 'Another rule', enabled: false }])
  expect(fake.rules.size).toBe(2)
})

it.each([
  ['the environment disables', pack([exampleRule, other], disabling(other.id)), 'disabled'],
  ['is deprecated', pack([exampleRule, { ...other, state: 'deprecated' }]), 'deprecated'],
  ['is a draft again', pack([exampleRule, { ...other, state: 'draft' }]), 'draft'],
])('a deployment disables a running rule that %s, and changes nothing else of it', async (_, wanted, reason) => {
  await deploy()
  Object.assign(held(), { enabled: true, actions: [{ id: 'mail' }], query: 'changed by hand' })
  const before = { ...held() }
  const plan = await planDeploy(kibana, wanted)
  expect([plan.off, plan.left, isUpToDate(plan)]).toEqual([[{ id: other.id, name: 'Another rule', reason }], [], false])
  expect(await deploy(wanted)).toContainEqual({ what: 'disable Another rule' })
  expect(held()).toEqual({ ...before, enabled: false, revision: 1 })
  expect(isUpToDate(await planDeploy(kibana, wanted))).toBe(true)
  expect(await deploy(wanted)).toEqual([])
})

it('a deployment disables an unmanaged rule if its ID is disabled, and continues if Kibana refuses', async () => {
  fake.rules.set(other.id, { rule_id: other.id, name: 'By hand', type: 'query', enabled: true })
  fake.intercept = (method) =>
    method === 'PATCH' ? { status: 409, body: { status_code: 409, message: 'conflict' } } : undefined
  const wanted = pack([exampleRule, other], disabling(other.id))
  expect(await deploy(wanted)).toContainEqual({ what: 'disable By hand', refused: '409 conflict' })
  fake.intercept = undefined
  expect(await deploy(wanted)).toEqual([{ what: 'disable By hand' }])
  expect(held()).toMatchObject({ name: 'By hand', enabled: false })
})

it('a deployment keeps an experimental rule disabled until the environment enables it, and disables it again afterwards', async () => {
  const rules: Rule[] = [exampleRule, { ...other, state: 'experimental' }]
  const naming = environmentWith({ enabled: [other.id] }, environment)
  const isRunning = () => fake.rules.get(other.id)?.enabled
  await deploy(pack(rules))
  expect(isRunning()).toBe(false)
  const plan = await planDeploy(kibana, pack(rules, naming))
  expect([plan.on, isUpToDate(plan)]).toEqual([[{ id: other.id, name: 'Another rule' }], false])
  expect(await deploy(pack(rules, naming))).toEqual([{ what: 'enable Another rule' }])
  expect([isRunning(), isUpToDate(await planDeploy(kibana, pack(rules, naming)))]).toEqual([true, true])
  const changed: Rule[] = [
    exampleRule,
    { ...other, state: 'experimental', query: 'oauth.action: "revoke"', version: 2 },
  ]
  expect(await deploy(pack(changed))).toEqual([{ what: 'disable Another rule' }, { what: 'update Another rule' }])
  expect(isRunning()).toBe(false)
  fake.rules.clear()
  await deploy(pack(rules, naming))
  expect(isRunning()).toBe(true)
})

it('a deployment never enables an active rule, not even after the environment stops disabling the rule', async () => {
  await deploy()
  Object.assign(held(), { enabled: true })
  await deploy(pack([exampleRule, other], disabling(other.id)))
  expect(await deploy()).toEqual([])
  expect(held()).toMatchObject({ enabled: false })
})

it('a deployment with an enabled rule outside the pack is not up to date, and does not change the rule', async () => {
  await deploy()
  Object.assign(held(), { enabled: true })
  const before = { ...held() }
  expect(await deploy(pack([exampleRule]))).toEqual([])
  expect(held()).toEqual(before)
  expect(isUpToDate(await planDeploy(kibana, pack([exampleRule])))).toBe(false)
  Object.assign(held(), { enabled: false })
  expect(isUpToDate(await planDeploy(kibana, pack([exampleRule])))).toBe(true)
})

it('a deployment reports the reason for a refused rule, and continues', async () => {
  fake.intercept = (method, path, body) =>
    method === 'POST' && path.endsWith('/rules') && body.rule_id === exampleRule.id
      ? {
          status: 400,
          body: { statusCode: 400, error: 'Bad Request', message: '[request body]: threshold: Required' },
        }
      : undefined
  expect((await deploy()).slice(2)).toEqual([
    { what: 'create Example of a rule', refused: '400 [request body]: threshold: Required' },
    { what: 'create Another rule' },
  ])
  // The next run finds the work that was interrupted.
  fake.intercept = undefined
  expect(await deploy()).toEqual([{ what: 'create Example of a rule' }])
})

it.each([
  [500, {}, '500: {}; wait until Kibana is available'],
  [503, { message: 'down' }, '503: down; wait until Kibana is available'],
  [404, { message: 'nf' }, '404: nf; check the base path in KIBANA_URL, and KIBANA_SPACE'],
  [200, [], 'a response that does not have the documented form; check KIBANA_URL'],
  [200, null, 'a response that does not have the documented form; check KIBANA_URL'],
  [200, { data: {} }, 'a response that does not have the documented form; check KIBANA_URL'],
])('a deployment ends with a dependency error where Kibana answers %i %j to a read', async (status, body, expected) => {
  const message = `: Kibana at ${new URL(fake.url).host} returned ${expected}`
  for (const read of ['/api/detection_engine/rules/_find', '/api/saved_objects/_export']) {
    fake.intercept = (_method, path) => (path === read ? { status, body } : undefined)
    const done = read.includes('_find') ? planDeploy(kibana, pack()) : planObjects(kibana, [])
    // An empty array is an export without objects.
    if (Array.isArray(body) && read.includes('_export')) await done
    else await expect(done).rejects.toMatchObject({ code: 'kibana_answer', message: expect.stringContaining(message) })
  }
})

it('a deployment does not count a response as written if the response does not name the object', async () => {
  for (const written of ['/api/exception_lists', '/api/exception_lists/items', '/api/detection_engine/rules']) {
    fake.intercept = (method, path) => (method === 'POST' && path === written ? { status: 200, body: {} } : undefined)
    await expect(deploy()).rejects.toMatchObject({ code: 'kibana_answer' })
  }
  fake.intercept = (_method, path) => (path.endsWith('_import') ? { status: 200, body: {} } : undefined)
  const object = { type: 'tag', id: 'a', attributes: { name: 'a' }, references: [] }
  const plan = { objects: [{ kind: 'create', object }], retired: [] } as const
  const applied = applyObjects(kibana, plan as unknown as ObjectsPlan, { prune: false, writer: new Writer(kibana) })
  await expect(applied).rejects.toMatchObject({ code: 'kibana_answer' })
})

it('a deployment recognizes an Elasticsearch address in place of Kibana', async () => {
  const body = { error: 'no handler found for uri' }
  fake.intercept = () => ({ status: 400, body, headers: { 'x-elastic-product': 'Elasticsearch' } })
  await expect(planDeploy(kibana, pack())).rejects.toMatchObject({
    message: expect.stringMatching(/is Elasticsearch, not Kibana/),
  })
})

it('a deployment accepts the fourth response of a busy Kibana as final', async () => {
  fake.intercept = () => ({ status: 503, body: { message: 'busy' } })
  await expect(kibana.send('GET', '/detection_engine/rules/_find')).resolves.toMatchObject({ status: 503 })
  expect(runtime.waits).toEqual([1000, 2000, 4000])
})

it('a deployment waits for a busy Kibana, and stops if access or a response is missing', async () => {
  let busy = 2
  fake.intercept = () => (busy-- > 0 ? { status: 503, body: { message: 'busy' } } : undefined)
  await planDeploy(kibana, pack())
  expect(runtime.waits).toEqual([1000, 2000])
  const stranger = openKibana({ url: fake.url, credentials: { apiKey: 'wrong' } })
  await expect(planDeploy(stranger, pack())).rejects.toMatchObject({
    code: 'kibana_refuses',
    message: expect.stringMatching(/KIBANA_API_KEY/),
  })
  const user = openKibana({ url: fake.url, credentials: { name: 'ivo', password: 'only-for-tests' } })
  await expect(planDeploy(user, pack())).rejects.toMatchObject({ code: 'kibana_refuses' })
  expect(() => openKibana({ url: fake.url, ca: '/nowhere.pem' })).toThrow(/KIBANA_CA.*\/nowhere\.pem/)
  const pasted = '-----BEGIN CERTIFICATE-----'
  expect(() => openKibana({ url: fake.url, ca: pasted })).toThrow(/^KIBANA_CA [^-]*; the value must be a path$/)
  const nobody = openKibana({ url: 'http://127.0.0.1:59' })
  await expect(planDeploy(nobody, pack())).rejects.toMatchObject({ code: 'kibana_unreachable', retryable: true })
  expect(() => openKibana({ url: 'kibana:5601' })).toThrow(/must start with http/)
})
