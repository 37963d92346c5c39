import { expect, it } from 'vitest'
import type { RuleAlerts } from '../../../../pipeline/hunt/report/model.ts'
import { suspicionOf } from '../../../../pipeline/hunt/report/suspicion.ts'
import type { ReviewedApp } from '../../../../pipeline/review/review.ts'
import { compareSeverity } from '../../../../rules/lib/rule.ts'
import { report } from '../../../support/demo-report.ts'

it('only applications with a high alert have a one-sentence reason for suspicion', () => {
  const rows = [...report.apps.shown, ...report.otherApps.shown]
  expect(rows.some(({ suspicion }) => suspicion === undefined)).toBe(true)
  for (const { severity, suspicion } of rows)
    expect(suspicion !== undefined, suspicion).toBe(compareSeverity(severity, 'high') >= 0)
  const [card] = report.apps.shown
  expect(card?.lead).toContain(card?.theft ?? card?.suspicion)
  expect(card?.suspicion).toMatch(
    /^Suspicious: the application .*holds critical permissions and used .* data.* \(.+\)\.$/,
  )
})

const alert = { at: '', reason: 'leaked credentials', settled: true, evidence: { shown: [], more: 0 } }
const rules = [{ name: 'R', severity: 'high', alerts: [alert] } as unknown as RuleAlerts]

it('without known facts about the application, the reason for suspicion is the reason of its alert', () => {
  expect(suspicionOf(rules, undefined, undefined, undefined)).toBe('Suspicious: leaked credentials (R).')
})

it.each([
  ['holds', {}, {}],
  ['held', { revoked: '2026-03-02T00:00:00Z' }, {}],
  ['held', {}, { tier: 'low', formerTier: 'critical' }],
])('an application %s permissions, depending on its active grants and its former tier', (verb, end, tiers) => {
  const grant = { principal: '*', kinds: [], scopes: [], granted: '2026-03-01T00:00:00Z', ...end }
  const app = { tier: 'critical', grants: [grant], ...tiers } as unknown as ReviewedApp
  expect(suspicionOf(rules, app, undefined, undefined)).toContain(`the application ${verb} critical permissions`)
})
