// The effect of approvals on the whole pack: every rule's evidence, with every application approved for everything.
import { expect, it } from 'vitest'
import { type Approval, type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { fieldValues, splitPath } from '../../mappings/kernel/path.ts'
import { alertsOf, asItHappened, renderEvidence } from '../../pipeline/content-check/proof.ts'
import { approvalKind } from '../../rules/lib/approvals.ts'
import { compileRules, type Entry } from '../../rules/lib/engine.ts'
import { readsAlerts } from '../../rules/lib/filters.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import type { Scenario } from '../../rules/lib/scenario.ts'
import { approval } from '../rules/lib/example-rule.ts'
import { catalog, entriesOf, product, shippedRules } from '../support/product.ts'

const appPath = splitPath('oauth.app.id')

/** Approves every application that documents name, for all kinds of use up to a tier. */
function approvingAll(entries: readonly Entry[], tier: Approval['tier']): Environment {
  const ids = new Set(entries.flatMap(({ document }) => fieldValues(document, appPath)).map(String))
  const approvedApps = [...ids].map((id) => ({ ...approval, id, tier, expires: '2099-12-31' }))
  return { ...emptyEnvironment, approvedApps }
}

/** Counts evidence on which a rule alerts, and the part with as many alerts when all applications are approved. */
async function alerting(rule: Rule): Promise<{ plain: number; approved: number }> {
  const evidence: Entry[][] = []
  for (const each of rule.tests.match) evidence.push(asItHappened(await entriesOf(each)))
  const alertsWith = (given: Environment) => {
    const engine = compileRules([rule], given, catalog)
    return evidence.map((entries) => alertsOf(engine, entries).length)
  }
  const plain = alertsWith(emptyEnvironment)
  const approved = alertsWith(approvingAll(evidence.flat(), 'critical'))
  const alerted = plain.map((alerts, i) => ({ alerts, left: approved[i] })).filter(({ alerts }) => alerts > 0)
  return { plain: alerted.length, approved: alerted.filter(({ alerts, left }) => left === alerts).length }
}

const rulesOf = (test: (rule: Rule) => boolean) => shippedRules.filter((rule) => !readsAlerts(rule) && test(rule))

it('approval of an application for everything silences only the rules on entry, consent and use', async () => {
  const others = rulesOf((rule) => approvalKind(rule) === undefined)
  expect(others.length).toBeGreaterThan(30)
  for (const rule of others) {
    const { plain, approved } = await alerting(rule)
    expect.soft(plain, rule.name).toBe(rule.tests.match.length)
    expect.soft(approved, rule.name).toBe(plain)
  }
})

it('each rule that honors approvals excludes approved applications in all of its evidence', async () => {
  for (const rule of rulesOf(({ skipsApprovedApps }) => skipsApprovedApps === true)) {
    const { plain, approved } = await alerting(rule)
    expect.soft(plain, rule.name).toBe(rule.tests.match.length)
    expect.soft(approved, rule.name).toBe(0)
  }
})

it('a record of use without permissions is judged by the permissions that the entity store has for the application', async () => {
  const awakened: Scenario = {
    id: 'cross/awakened',
    title: 'A dormant application with far-reaching but not critical permissions becomes active after two months',
    start: '2026-03-02T09:00:00Z',
    steps: [
      { sample: 'm365/consent-risky-by-admin', at: 'PT0S' },
      { sample: 'm365/mail-items-accessed-bind', at: 'P1D' },
      { sample: 'm365/mail-items-accessed-bind', at: 'P70D' },
    ],
  }
  const evidence = { ...product.evidence, scenarios: new Map([[awakened.id, awakened]]) }
  const { chain, environment } = product
  const named = { scenario: 'cross/awakened' } as const
  const recorded = await renderEvidence(named, 'as it happened', evidence, { ...chain }, environment, [])
  const entries = asItHappened(recorded ?? [])
  const [dormant] = rulesOf(({ name }) => name === 'Dormant or Removed OAuth Application, or Unused Grant, Active') as [
    Rule,
  ]
  const alertsWith = (tier: Approval['tier']) =>
    alertsOf(compileRules([dormant], approvingAll(entries, tier), catalog), entries).length
  expect([alertsWith('low'), alertsWith('medium'), alertsWith('high')]).toEqual([1, 1, 0])
})
