import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { watchRules } from '../../../pipeline/inspect/blind-rules.ts'
import { type Coverage, CoverageRun } from '../../../pipeline/inspect/coverage.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import * as samples from '../../support/native-samples.ts'

const mappings = await loadMappings()
const rules = (await loadPack()).map(({ value }) => value)

function cover(...records: unknown[]): Coverage {
  const run = new CoverageRun(makeChain(mappings, emptyEnvironment), watchRules(rules, fieldCatalog(mappings)))
  for (const [index, record] of records.entries()) {
    const text = typeof record === 'string' ? record : JSON.stringify(record)
    run.take({ delivery: { source: 'input.ndjson', offset: String(index) }, text })
  }
  return run.result()
}

const audit = (change: object) => ({ ...samples.audit, ...change })
const activity = (...events: object[]) => ({
  ...samples.activity,
  etag: '"x"',
  id: { ...samples.activity.id, applicationName: 'admin' },
  events,
})

it('coverage counts members outside the catalog, with the first value and its position', () => {
  const { datasets } = cover('{broken', audit({ Surprise: 'a' }), audit({ Surprise: 'b', Other: { Inner: 1 } }))
  expect(datasets[0]).toMatchObject({ dataset: 'o365.audit', records: 2, documents: 2 })
  expect(datasets[0]?.unmapped).toEqual([
    { name: 'o365.audit.Surprise', count: 2, example: { source: 'input.ndjson', record: '1', value: 'a' } },
    { name: 'o365.audit.Other.Inner', count: 1, example: { source: 'input.ndjson', record: '2', value: '1' } },
  ])
})

it('coverage counts operations and events that are not in any table', () => {
  const [admin, ual] = cover(
    audit({ Operation: 'Invent something.' }),
    activity({ name: 'NOBODY_KNOWS_THIS', type: 'X' }, { name: 'NOBODY_KNOWS_THIS', type: 'X' }),
  ).datasets
  expect(ual?.unknown).toMatchObject([
    { name: 'event.category: invent something of record type 8', count: 1, example: { record: '0' } },
  ])
  expect(admin?.unknown).toContainEqual({
    name: 'event.category: NOBODY_KNOWS_THIS',
    count: 2,
    example: { source: 'input.ndjson', record: '1' },
  })
})

it('coverage counts parameters and members without a field in the document, except intentionally omitted ones', () => {
  const event = { name: 'CREATE_USER', type: 'USER_SETTINGS', parameters: [{ name: 'FRESH', value: 'x' }] }
  const [admin] = cover({ ...activity(event), freshMember: { inner: 'y' } }).datasets
  expect(admin?.unmapped.map(({ name }) => name)).toEqual(['google_workspace.admin.FRESH'])
  expect(admin?.dropped).toMatchObject([{ name: 'freshMember.inner', count: 1, example: { value: 'y' } }])
  expect(admin?.members).toMatchObject({ omitted: 1, dropped: 1 })
  expect(admin?.members.consumed).toBeLessThan(1)
})

it('coverage counts every record of a shape although it traces only one record', () => {
  const [one] = cover(audit({ Surprise: 'a' })).datasets
  const [three] = cover(...['a', 'b', 'c'].map((value) => audit({ Surprise: value }))).datasets
  expect(three?.members.total).toBe(3 * (one?.members.total ?? 0))
  expect(three?.unmapped[0]?.count).toBe(3)
  expect(three?.members.consumed).toBe(one?.members.consumed)
  const lists = [['a'], ['a', 'b', 'c']].map((Surprise) => audit({ Surprise }))
  const [inOrder, reversed] = [lists, lists.toReversed()].map((records) => cover(...records).datasets[0]?.members)
  expect(inOrder).toEqual(reversed)
})

it('coverage groups dead letters by reason, with one example', () => {
  expect(cover('{broken', '{"neither": "vendor"}', '{"neither": "vendor"}').deadLetters[0]).toEqual({
    name: 'format_unknown: no known format has the members neither',
    count: 2,
    example: { source: 'input.ndjson', record: '1' },
  })
})

it('coverage lists the clauses of a rule that matched no document, and the fields that no document has', () => {
  const { blindRules } = cover(audit({ ResultStatus: 'Success' }))
  const rule = blindRules.find(({ id }) => id === '8b156d57-41fd-4aa9-9974-487b07d25814')
  expect(rule).toMatchObject({ documents: 1 })
  expect(rule?.neverHeld).toEqual([
    { text: 'oauth.actor_app.self: true', fields: ['oauth.actor_app.self'], absent: ['oauth.actor_app.self'] },
    {
      text: 'oauth.action: "app_role_grant" or (oauth.action: "role_grant" and oauth.role.tier: "critical")',
      fields: ['oauth.action', 'oauth.role.tier'],
      absent: ['oauth.role.tier'],
    },
  ])
  const google = blindRules.find(({ datasets }) => datasets.every((name) => name.startsWith('google_workspace.')))
  expect(google?.documents).toBe(0)
})
