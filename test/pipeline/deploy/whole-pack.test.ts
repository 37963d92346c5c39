// A full deployment, a removal, and the steps between. A deep run interrupts each request once; a commit, some.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tagId } from '../../../dashboards/lib/kibana/ids.ts'
import { dataView, type SavedObject, savedObject, tag } from '../../../dashboards/lib/kibana/saved-object.ts'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { type Kibana, openKibana } from '../../../pipeline/clients/kibana.ts'
import { applyPlan, planDeploy } from '../../../pipeline/deploy/deploy.ts'
import { pull } from '../../../pipeline/deploy/pull.ts'
import { applyObjects, isDeployed, planObjects } from '../../../pipeline/deploy/saved-objects.ts'
import { applyTimeline, planTimeline } from '../../../pipeline/deploy/timeline.ts'
import { applyRemoval, planRemoval } from '../../../pipeline/deploy/undeploy.ts'
import { Writer, type Written } from '../../../pipeline/deploy/writer.ts'
import { emitPack } from '../../../rules/lib/emit.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { rulesOff } from '../../../rules/lib/rule-state.ts'
import { timelineTemplate } from '../../../rules/lib/timeline-template.ts'
import { approval, exampleRule } from '../../rules/lib/example-rule.ts'
import { isDeep, seed } from '../../support/deep.ts'
import { type FakeKibana, startFakeKibana } from '../../support/fake-kibana.ts'
import { virtualRuntime } from '../../support/virtual-runtime.ts'

const secondId = '1b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02'
const rules: readonly Rule[] = [
  exampleRule,
  { ...exampleRule, id: secondId, name: 'Second', query: 'oauth.action: "consent"', skipsApprovedApps: true },
]
const environment: Environment = { ...emptyEnvironment, approvedApps: [approval] }
const toTag = { type: 'tag', id: tagId, name: `tag-ref-${tagId}` } as const
const board = (id: string, title: string) => savedObject('dashboard', id, { title }, [toTag])
const objects: readonly SavedObject[] = [
  dataView('events'),
  tag(),
  board('consentry-a', 'A'),
  board('consentry-b', 'B'),
]
const emitted = emitPack(rules, environment)
const pack = { ...emitted, rules: emitted.rules as unknown as JsonObject[], off: rulesOff(rules, environment) }

let fake: FakeKibana
let kibana: Kibana
beforeEach(async () => {
  fake = await startFakeKibana()
  kibana = openKibana({ url: fake.url }, undefined, virtualRuntime())
})
afterEach(() => fake.close())

async function deploy({ prune = false, wanted = objects, overwrite = false } = {}): Promise<Written[]> {
  const planned = await planObjects(kibana, wanted, { overwrite })
  const plan = await planDeploy(kibana, pack, { overwrite })
  const writer = new Writer(kibana)
  await applyObjects(kibana, planned, { prune, writer })
  await applyTimeline(await planTimeline(kibana), writer)
  return [...writer.done, ...(await applyPlan(kibana, plan, { prune }))]
}

const remove = async () => applyRemoval(kibana, await planRemoval(kibana, { lists: pack.lists, objects }))

/** Returns the content of a space, without the parts that differ between runs. */
function state() {
  const withoutTimes = ({ created_at: _, updated_at: __, ...rest }: Record<string, unknown>) => rest
  const withoutRevision = ({ revision: _, ...rest }: Record<string, unknown>) => rest
  return {
    rules: [...fake.rules.values()]
      .map(withoutRevision)
      .sort((a, b) => (String(a.rule_id) < String(b.rule_id) ? -1 : 1)),
    lists: [...fake.lists.keys()].sort(),
    items: [...fake.items.keys()].sort(),
    timelines: [...fake.timelines.keys()],
    objects: [...fake.savedObjects.objects.values()].map(withoutTimes),
  }
}

it('saved objects are imported once, and again when the pack changes', async () => {
  expect((await deploy()).slice(0, 4).map(({ what }) => what)).toEqual([
    'create data view Consentry events',
    'create tag Consentry',
    'create dashboard A',
    'create dashboard B',
  ])
  expect(await deploy()).toEqual([])
  expect(isDeployed(await planObjects(kibana, objects))).toBe(true)
  const changed = [...objects.slice(0, 3), board('consentry-b', 'B, changed')]
  expect((await deploy({ wanted: changed })).map(({ what }) => what)).toContain('update dashboard B, changed')
})

it('saved objects that a user changed remain unchanged until a deployment overwrites them', async () => {
  await deploy()
  fake.savedObjects.change('dashboard/consentry-a', { title: 'A for our team' })
  const { objects: planned } = await planObjects(kibana, objects)
  expect(planned.map(({ kind }) => kind)).toEqual(['same', 'same', 'drifted', 'same'])
  await deploy({ wanted: [...objects, board('consentry-c', 'C')] })
  expect(fake.savedObjects.objects.get('dashboard/consentry-a')).toMatchObject({
    attributes: { title: 'A for our team' },
  })
  await deploy({ overwrite: true })
  expect(fake.savedObjects.objects.get('dashboard/consentry-a')).toMatchObject({ attributes: { title: 'A' } })
})

it('a retired dashboard that a user changed remains until a deployment overwrites it', async () => {
  await deploy()
  fake.savedObjects.change('dashboard/consentry-b', { title: 'B for our team' })
  const fewer = objects.slice(0, 3)
  expect((await planObjects(kibana, fewer)).retired).toMatchObject([{ id: 'consentry-b', changed: true }])
  expect(await deploy({ wanted: fewer, prune: true })).not.toContainEqual({ what: 'delete dashboard B for our team' })
  expect(await deploy({ wanted: fewer, prune: true, overwrite: true })).toContainEqual({
    what: 'delete dashboard B for our team',
  })
})

it('saved objects of an earlier pack are reported, and deleted only if requested; foreign objects are never deleted', async () => {
  await deploy()
  fake.savedObjects.objects.set('dashboard/theirs', { ...board('theirs', 'Theirs'), references: [] })
  const fewer = objects.slice(0, 3)
  expect((await planObjects(kibana, fewer)).retired).toEqual([{ type: 'dashboard', id: 'consentry-b', title: 'B' }])
  await deploy({ wanted: fewer })
  expect(fake.savedObjects.objects.has('dashboard/consentry-b')).toBe(true)
  expect(await deploy({ wanted: fewer, prune: true })).toContainEqual({ what: 'delete dashboard B' })
  expect([...fake.savedObjects.objects.keys()].filter((key) => key.startsWith('dashboard/'))).toEqual([
    'dashboard/consentry-a',
    'dashboard/theirs',
  ])
})

it('saved objects that Kibana refuses in an import are reported with the reason', async () => {
  const refused = { type: 'dashboard', id: 'consentry-b', error: { type: 'unsupported_type' } }
  fake.intercept = (_, path) =>
    path.endsWith('/_import') ? { status: 200, body: { success: false, errors: [refused] } } : undefined
  expect(await deploy()).toContainEqual({ what: 'create dashboard B', refused: '{"type":"unsupported_type"}' })
})

it('the next deployment imports the saved objects that Kibana refused', async () => {
  await deploy()
  const newer = [...objects.slice(0, 3), board('consentry-b', 'B, changed')]
  const held = { ...fake.savedObjects.objects.get('dashboard/consentry-b') }
  const error = { type: 'dashboard', id: 'consentry-b', error: { type: 'unknown', statusCode: 429 } }
  fake.intercept = (method, path, body) => {
    const answer = fake.savedObjects.answer(method, path, body)
    if (answer === undefined || !path.endsWith('/_import')) return answer
    if (!String(body.file).includes('"consentry-b"')) return answer
    fake.savedObjects.objects.set('dashboard/consentry-b', held)
    return { status: 200, body: { success: false, successCount: 3, errors: [error] } }
  }
  expect(await deploy({ wanted: newer })).toContainEqual(expect.objectContaining({ refused: expect.any(String) }))
  expect(isDeployed(await planObjects(kibana, newer))).toBe(false)
  // Some objects are newer than the earlier pack.
  expect(isDeployed(await planObjects(kibana, objects))).toBe(false)
  fake.intercept = undefined
  await deploy({ wanted: newer })
  expect(fake.savedObjects.objects.get('dashboard/consentry-b')).toMatchObject({ attributes: { title: 'B, changed' } })
  expect(isDeployed(await planObjects(kibana, newer))).toBe(true)
})

it('a deployment reports that Kibana refused the hash of the pack, and the next deployment writes it', async () => {
  let imports = 0
  fake.intercept = (_, path) =>
    path.endsWith('/_import') && ++imports > 1 ? { status: 409, body: { message: 'conflict' } } : undefined
  expect(await deploy()).toContainEqual({ what: 'update tag Consentry', refused: '409 conflict' })
  fake.intercept = undefined
  expect(isDeployed(await planObjects(kibana, objects))).toBe(false)
  await deploy()
  expect(isDeployed(await planObjects(kibana, objects))).toBe(true)
})

it('an older version of the Timeline template is replaced, and a newer version is kept', async () => {
  await deploy()
  const held = fake.timelines.get(timelineTemplate.id) as JsonObject
  expect(await planTimeline(kibana)).toMatchObject({ kind: 'same' })
  Object.assign(held, { templateTimelineVersion: 0 })
  expect(await deploy()).toEqual([{ what: `update Timeline template ${timelineTemplate.title}` }])
  Object.assign(fake.timelines.get(timelineTemplate.id) as JsonObject, { templateTimelineVersion: 99 })
  expect(await deploy()).toEqual([])
})

it('a removal deletes only objects that a deployment wrote', async () => {
  fake.rules.set('own', { rule_id: 'own', name: 'By hand', type: 'query' })
  fake.savedObjects.objects.set('tag/theirs', { type: 'tag', id: 'theirs', attributes: {}, references: [] })
  const before = state()
  await deploy()
  expect((await remove()).filter(({ refused }) => refused !== undefined)).toEqual([])
  expect(state()).toEqual(before)
  expect(await remove()).toEqual([])
})

it.each([
  [
    'created',
    (list: string) => fake.items.set('theirs', { item_id: 'theirs', list_id: list, name: 'Theirs', entries: [] }),
  ],
  ['changed', () => Object.assign([...fake.items.values()][0] as object, { entries: [] })],
])('a removal keeps a list with an item that a Kibana user %s', async (_, change) => {
  await deploy()
  const [list = ''] = fake.lists.keys()
  change(list)
  const { keptLists } = await planRemoval(kibana, { lists: pack.lists, objects })
  expect(keptLists).toMatchObject([{ id: list, items: 1 }])
  await remove()
  expect([...fake.lists.keys()]).toEqual([list])
})

it('a pull returns the members, states and exception items that Kibana users changed', async () => {
  await deploy()
  Object.assign(fake.rules.get(secondId) as object, {
    enabled: true,
    query: 'user.id: "x"',
    rule_name_override: 'service.name',
  })
  const [list] = fake.lists.keys()
  const item = { item_id: 'theirs', list_id: list, name: 'Theirs', entries: [] }
  fake.items.set('theirs', item)
  const { rules: pulled, exceptions } = await pull(kibana)
  expect(pulled.map(({ rule_id: id, enabled, changed }) => [id, enabled, changed])).toEqual([
    [exampleRule.id, false, {}],
    [secondId, true, { query: 'user.id: "x"', rule_name_override: 'service.name' }],
  ])
  expect(exceptions).toEqual([item])
})

const step = isDeep ? 1 : 5
const first = 1 + (seed % step)
const page = '<!doctype html><html><title>Log in</title></html>'
const interruptions = [
  [401, { message: 'unauthorized' }],
  [403, { message: 'forbidden' }],
  [409, { message: 'conflict' }],
  [429, { message: 'busy' }],
  [500, { message: 'internal' }],
  [200, page],
  [502, page],
] as const

describe.each(interruptions)('interrupted with %i %s', (status, body) => {
  /** Runs `work` and answers the n-th request with a fault. Returns false if there is no n-th request. */
  async function interruptAt(n: number, work: () => Promise<unknown>): Promise<boolean> {
    let count = 0
    let isReached = false
    fake.intercept = () => {
      count++
      // A busy server is busy for all attempts of the same request.
      if (count < n || (count > n && (!isReached || count > n + 3 || status < 429))) return undefined
      isReached = true
      const headers = { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' }
      return { status, body, headers }
    }
    await work().catch(() => undefined)
    fake.intercept = undefined
    return isReached
  }

  it('the next deployment completes a deployment that was interrupted at any request', async () => {
    await deploy()
    const wanted = state()
    for (let n = first; ; n += step) {
      for (const held of [fake.rules, fake.lists, fake.items, fake.savedObjects.objects, fake.timelines]) held.clear()
      const isReached = await interruptAt(n, deploy)
      await deploy()
      expect(state(), `request ${n}`).toEqual(wanted)
      if (!isReached) break
    }
  })

  it('the next removal completes a removal that was interrupted at any request', async () => {
    for (let n = first; ; n += step) {
      await deploy()
      const isReached = await interruptAt(n, remove)
      await remove()
      expect(state(), `request ${n}`).toEqual({ rules: [], lists: [], items: [], timelines: [], objects: [] })
      if (!isReached) break
    }
  })
})
