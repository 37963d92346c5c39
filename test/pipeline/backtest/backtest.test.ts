import { expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { backtest } from '../../../pipeline/backtest/backtest.ts'
import type { Entry } from '../../../rules/lib/engine.ts'
import { commonCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { exampleRule } from '../../rules/lib/example-rule.ts'

const consents: Rule = { ...exampleRule, query: 'oauth.action: "consent"', skipsApprovedApps: true }
const owners: Rule = {
  ...exampleRule,
  id: '1b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02',
  name: 'New owner',
  query: 'oauth.action: "owner_add"',
  skipsAdministrators: true,
}

function entry(id: string, time: string, action: string, app: string, email: string): Entry {
  const document = {
    '@timestamp': time,
    event: { dataset: 'o365.audit', outcome: 'success', action, ingested: time },
    user: { email },
    service: { id: app },
    oauth: { action, app: { id: app, name: `App ${app}` }, grant: { tier: 'high' } },
  }
  return { id, dataset: 'o365.audit', visible: Date.parse(time), document: document as unknown as EcsDocument }
}

const entries = [
  entry('1', '2026-04-30T09:00:00Z', 'consent', 'a', 'mara@northpier.example'),
  entry('2', '2026-05-01T09:00:00Z', 'consent', 'a', 'mara@northpier.example'),
  entry('3', '2026-05-01T10:00:00Z', 'consent', 'a', 'noor@northpier.example'),
  entry('4', '2026-05-02T09:00:00Z', 'consent', 'b', 'noor@northpier.example'),
  entry('5', '2026-05-02T10:00:00Z', 'owner_add', 'b', 'ivo@northpier.example'),
  entry('6', '2026-05-02T11:00:00Z', 'app_use', 'b', 'ivo@northpier.example'),
]

async function run(
  environment: Environment = emptyEnvironment,
  rules: readonly Rule[] = [consents, owners],
  documents = entries,
) {
  async function* stored() {
    yield* documents
  }
  const from = Date.parse('2026-05-01T00:00:00Z')
  return backtest({ entries: stored(), rules, environment, catalog: commonCatalog, from })
}

it('a backtest counts alerts by rule and day, and excludes alerts from before the period', async () => {
  const { documents, alerts, byRule, apps, accounts } = await run()
  expect([documents, alerts.length]).toEqual([6, 4])
  expect([...byRule].map(([id, days]) => [id, Object.fromEntries(days)])).toEqual([
    [consents.id, { '2026-05-01': 2, '2026-05-02': 1 }],
    [owners.id, { '2026-05-02': 1 }],
  ])
  expect(apps).toEqual([
    { name: 'App a (a)', alerts: 2 },
    { name: 'App b (b)', alerts: 2 },
  ])
  expect(accounts[0]).toEqual({ name: 'noor@northpier.example', alerts: 2 })
})

it('a backtest lists the environment lines that remove alerts, each with its number of removed alerts', async () => {
  const { lines } = await run()
  expect(lines).toEqual([
    {
      text: 'approvedApps: [{ id: "a", name: "App a", tier: high, uses: [consent], owner: …, reason: …, expires: … }]',
      removes: 2,
    },
    {
      text: 'approvedApps: [{ id: "b", name: "App b", tier: high, uses: [consent], owner: …, reason: …, expires: … }]',
      removes: 1,
    },
    { text: 'administrators: ["ivo@northpier.example"]', removes: 1 },
  ])
})

it('a backtest includes alerts that need a longer history, as Kibana raises them', async () => {
  const first = {
    ...exampleRule,
    type: 'new_terms',
    query: 'oauth.action: "consent"',
    newTermsFields: ['service.id'],
    historyWindowStart: 'now-30d',
  } as Rule
  const { alerts, provisional } = await run(emptyEnvironment, [first])
  expect([alerts.map(({ settled }) => settled), provisional]).toEqual([[false], 1])
})

it('a backtest raises the same alerts in any order of the documents', async () => {
  const { alerts } = await run()
  expect((await run(emptyEnvironment, undefined, entries.toReversed())).alerts).toEqual(alerts)
})

it('a backtest applies the existing environment', async () => {
  const approval = { tier: 'high', uses: ['consent'], owner: 'x', reason: 'y', expires: '2030-01-01' } as const
  const { alerts, lines } = await run({ ...emptyEnvironment, approvedApps: [{ id: 'a', ...approval }] })
  expect([alerts.length, lines.map(({ removes }) => removes)]).toEqual([2, [1, 1]])
})
