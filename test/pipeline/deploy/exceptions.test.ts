// Every exception list of the pack, with the items of an organization that uses every setting.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { type Kibana, openKibana } from '../../../pipeline/clients/kibana.ts'
import { applyPlan, type Pack, planDeploy } from '../../../pipeline/deploy/deploy.ts'
import type { Written } from '../../../pipeline/deploy/writer.ts'
import { exceptionsOf } from '../../../rules/lib/exceptions.ts'
import { approval } from '../../rules/lib/example-rule.ts'
import { type FakeKibana, startFakeKibana } from '../../support/fake-kibana.ts'
import { shippedRules } from '../../support/product.ts'

const whole: Environment = {
  ...emptyEnvironment,
  administrators: ['ivo.brandt@northpier.example'],
  networks: ['198.51.100.0/24'],
  approvedApps: [{ ...approval, tier: 'high', ownerTenant: 't1' }],
}
/** The same organization a year later: each list has different content. */
const later: Environment = {
  ...whole,
  administrators: ['joost.hale@northpier.example'],
  networks: ['198.51.100.0/24', '2001:db8:40::/48'],
  approvedApps: whole.approvedApps.map((each) => ({ ...each, expires: '2031-06-30' })),
}

let fake: FakeKibana
let kibana: Kibana
beforeEach(async () => {
  fake = await startFakeKibana()
  kibana = openKibana({ url: fake.url })
})
afterEach(() => fake.close())

/** Lists and items only: another test covers the content of rules. */
function packOf(environment: Environment): Pack {
  return { ...exceptionsOf(shippedRules, environment), rules: [], off: new Map() }
}

async function deploy(environment: Environment, overwrite = false): Promise<Written[]> {
  return applyPlan(kibana, await planDeploy(kibana, packOf(environment), { overwrite }))
}

const itemsOf = (environment: Environment) => packOf(environment).items.map(({ item_id }) => String(item_id))
const held = (id: string) => fake.items.get(id) as JsonObject

it('exceptions in Kibana are updated in every list, and keep the comments of users', async () => {
  await deploy(whole)
  expect(fake.lists.size).toBe(4)
  for (const item of fake.items.values()) item.comments = [{ id: 'c1', comment: 'SOC-7', created_by: 'mara' }]
  const written = await deploy(later)
  expect(written.map(({ refused }) => refused).filter((reason) => reason !== undefined)).toEqual([])
  expect(written).toHaveLength(itemsOf(whole).length)
  for (const item of packOf(later).items)
    expect(held(String(item.item_id))).toMatchObject({ ...item, comments: [{ id: 'c1', comment: 'SOC-7' }] })
  expect(await deploy(later)).toEqual([])
})

it('exceptions in Kibana that a user changed are reported and kept, unless an overwrite is requested', async () => {
  await deploy(whole)
  for (const item of fake.items.values()) item.description = 'changed by hand'
  const plan = await planDeploy(kibana, packOf(whole))
  expect(new Set(plan.exceptions.map(({ kind }) => kind))).toEqual(new Set(['drifted_item']))
  expect(await deploy(later)).toEqual([])
  expect(new Set([...fake.items.values()].map(({ description }) => description))).toEqual(new Set(['changed by hand']))
  expect(await deploy(later, true)).toHaveLength(itemsOf(later).length)
  expect(await deploy(later)).toEqual([])
})

it('a deployment without an overwrite keeps changed exception items that the environment no longer has', async () => {
  await deploy(whole)
  const [changed, unchanged] = [...fake.items.values()] as [JsonObject, JsonObject]
  Object.assign(changed, { entries: [] })
  const fewer = { ...packOf(whole), items: [] }
  const plan = await planDeploy(kibana, fewer)
  const ofList = (kind: string) => plan.exceptions.filter((each) => each.kind === kind).map(({ item }) => item)
  expect(ofList('drifted_item')).toEqual([changed.name])
  expect(ofList('delete_item')).toContain(unchanged.name)
  await applyPlan(kibana, plan)
  expect([...fake.items.values()]).toEqual([changed])
  await applyPlan(kibana, await planDeploy(kibana, fewer, { overwrite: true }))
  expect(fake.items.size).toBe(0)
})

it('exceptions of Kibana users and their lists remain after the exceptions of the pack are removed', async () => {
  await deploy(whole)
  for (const list of fake.lists.keys())
    fake.items.set(`theirs-${list}`, { item_id: `theirs-${list}`, list_id: list, name: 'Theirs', entries: [] })
  const written = await deploy(emptyEnvironment)
  expect(written).toHaveLength(itemsOf(whole).length)
  expect([...fake.items.keys()]).toEqual([...fake.lists.keys()].map((list) => `theirs-${list}`))
  expect(fake.lists.size).toBe(4)
  expect(fake.requests.filter((request) => request.startsWith('DELETE')).length).toBe(written.length)
})

it('an exception that a Kibana user created with an ID of the pack is not overwritten unless requested', async () => {
  const [item] = packOf(whole).items as [JsonObject]
  const { meta: _, ...bare } = item
  fake.lists.set(String(item.list_id), { list_id: item.list_id, id: 'by-hand', type: 'detection' })
  fake.items.set(String(item.item_id), { ...bare, entries: [] })
  await deploy(whole)
  expect(held(String(item.item_id)).entries).toEqual([])
  await deploy(emptyEnvironment)
  expect([...fake.items.keys()]).toEqual([item.item_id])
})

it('all pages of exceptions in Kibana are read', async () => {
  const approvedApps = Array.from({ length: 150 }, (_, i) => ({ ...approval, id: `app-${i}` }))
  const many = { ...emptyEnvironment, approvedApps }
  expect(await deploy(many)).toHaveLength(4 + 300)
  expect(await deploy(many)).toEqual([])
})
