import { expect, it } from 'vitest'
import { escaped } from '../../../../pipeline/hunt/report/html/markup.ts'
import { renderHtml } from '../../../../pipeline/hunt/report/html/page.ts'
import { limits } from '../../../../pipeline/hunt/report/limits.ts'
import { renderMarkdown } from '../../../../pipeline/hunt/report/markdown.ts'
import type { AppCard, ContainmentPlan } from '../../../../pipeline/hunt/report/model.ts'
import { isSevere } from '../../../../pipeline/hunt/report/words.ts'
import { inertProse } from '../../../../pipeline/safe-output/inert-markdown.ts'
import { report, summary } from '../../../support/demo-report.ts'

it('the ticket lists every rule that alerts, with the reason of its first alert', () => {
  const ticket = renderMarkdown(report)
  expect(summary.alerts.byRule.length).toBeGreaterThan(5)
  for (const { name } of summary.alerts.byRule) expect(ticket).toContain(name)
  const rules = report.apps.shown.flatMap(({ rules: { shown } }) => shown)
  const loose = renderMarkdown({
    ...report,
    apps: { shown: [], more: 0 },
    unattached: { shown: rules.map((rule) => ({ ...rule, response: [], accounts: [] })), more: 0 },
  })
  expect(loose).toContain('## Alerts not linked to one application')
  for (const { name } of summary.alerts.byRule) expect(loose).toContain(name)
})

it('the ticket lists the applications without a card, their rules, and each reason of their high alerts, as the page does', () => {
  const [card, ...others] = report.apps.shown
  const moved = {
    ...report,
    apps: { shown: [card as NonNullable<typeof card>], more: others.length },
    otherApps: { shown: others, more: 0 },
  }
  const ticket = renderMarkdown(moved)
  const page = renderHtml(moved)
  for (const { id } of others) expect(ticket).toContain(id)
  const severe = others.flatMap(({ rules: { shown } }) => shown).filter(isSevere)
  expect(severe.length).toBeGreaterThan(1)
  for (const { reasons } of severe)
    for (const reason of reasons.shown) {
      expect(ticket).toContain(inertProse(reason.text))
      expect(page).toContain(escaped(reason.text, limits.sentence).text)
    }
  for (const { name } of summary.alerts.byRule) expect(ticket).toContain(name)
})

it('the report marks a failed attempt as an attempt, whatever the severity of the alert that counts it', () => {
  const lines = report.apps.shown.flatMap(({ history }) => history)
  const failed = lines.filter(({ what }) => what.includes('(failed)'))
  expect(failed.length).toBeGreaterThan(0)
  for (const line of failed) expect(line).toMatchObject({ failed: true })
  expect(failed.filter(({ severity }) => severity !== undefined)).toEqual([])
  expect(lines.some(({ severity }) => severity !== undefined)).toBe(true)
})

it('the report draws the chart a second time for phones', () => {
  const page = renderHtml(report)
  expect(page).toContain('<svg class="wide" viewBox="0 0 960 ')
  expect(page).toContain('<svg class="narrow" viewBox="0 0 340 ')
})

it('a ticket gives the reason for the tier, which can reveal a phishing kit', () => {
  const leads = report.apps.shown.map(({ lead }) => lead.join(' '))
  expect(leads.some((lead) => lead.includes('Reason for the tier of its permissions: '))).toBe(true)
  // Mail.Read is the permission that the blocked consent requested; the grant has other permissions.
  const phished = leads.find((lead) => lead.includes('(Mail.ReadWrite, Mail.Send)'))
  expect(phished).toContain('Mail.ReadWrite: Read, change and delete')
  expect(phished).not.toContain('Mail.Read: ')
})

it('a ticket that cuts reasons keeps the reason for the tier', () => {
  const why = `Reason for the tier of its permissions: ${'Mail.ReadWrite: Read, change and delete mail; '.repeat(9)}end.`
  const large = grown(25, 200, 'x y '.repeat(150))
  const shown = large.apps.shown.map((card) => ({ ...card, lead: [why] }))
  expect(renderMarkdown({ ...large, apps: { shown, more: 0 } })).toContain('end.')
})

it('a ticket with several reasons of a rule contains the times of each reason, and the other rules on its acts', () => {
  const [card] = report.apps.shown as [AppCard]
  const [rule] = card.rules.shown as [AppCard['rules']['shown'][number]]
  const at = (hour: number) => `2026-03-11T0${hour}:00:00.000Z`
  const reasons = [
    { text: 'the first reason', count: 1, unsettled: 0, first: at(1), last: at(1) },
    { text: 'the second reason', count: 3, unsettled: 0, first: at(2), last: at(4) },
    { text: 'the third reason', count: 2, unsettled: 0, first: at(3), last: at(5) },
  ]
  const rules = [{ ...rule, count: 6, reasons: { shown: reasons, more: 0 }, also: ['Another Rule'] }]
  const ticket = renderMarkdown({
    ...report,
    apps: { shown: [{ ...card, rules: { shown: rules, more: 0 } }], more: 0 },
  })
  expect(ticket).toMatch(/2026-03-11T01:00:00Z\W+the first reason/)
  expect(ticket).toMatch(/3 times, \W*2026-03-11T02:00:00Z\W+to\W+2026-03-11T04:00:00Z\W+the second reason/)
  expect(ticket).toMatch(/2026-03-11T03:00:00Z\W+and\W+2026-03-11T05:00:00Z\W+the third reason/)
  expect(ticket).toContain('; also reported by: Another Rule')
})

it('the ticket lists the permissions of all grants separately from the first grant, which may have fewer', () => {
  const lead = report.apps.shown.find(({ lead: [first = ''] }) => first.includes('further grant'))?.lead[0]
  expect(lead).toMatch(/^Access granted 2026-03-\S+ by \S+ for their own account; \d further grants/)
  expect(lead).toContain('. All grants together: high permissions (Contacts.ReadWrite, Mail.Read, User.Read.All).')
})

/** Returns the report with `cards` cards and `others` further applications. */
function grown(cards: number, others: number, reason?: string) {
  const shown = Array.from({ length: cards }, (_, i) => {
    const card = report.apps.shown[i % report.apps.shown.length] as (typeof report.apps.shown)[number]
    const rules = card.rules.shown.map((rule) => ({
      ...rule,
      alerts: rule.alerts.map((alert) => ({ ...alert, reason: reason ?? alert.reason })),
    }))
    return { ...card, number: i + 1, id: `app-${i}`, rules: { shown: rules, more: 0 } }
  })
  const [row] = report.apps.shown
  const rows = Array.from({ length: others }, (_, i) => ({ ...(row as NonNullable<typeof row>), id: `other-${i}` }))
  return { ...report, apps: { shown, more: others }, otherApps: { shown: rows, more: 0 } }
}

it.each([
  ['25 applications', grown(25, 0)],
  ['25 applications and 200 more', grown(25, 200)],
  ['reasons of the greatest length', grown(25, 200, 'x y '.repeat(150))],
])('the report fits into a ticket and lists everything with an alert: %s', (_, large) => {
  const ticket = renderMarkdown(large)
  expect(ticket.length).toBeLessThanOrEqual(65_536)
  const text = new Set(ticket.split('`'))
  for (const { rules } of large.otherApps.shown)
    for (const { name, also } of rules.shown) for (const each of [name, ...also]) expect(ticket).toContain(each)
  for (const { id } of [...large.apps.shown, ...large.otherApps.shown]) expect(text).toContain(id)
  const sections = ticket.split('\n## ')
  for (const { number, rules } of large.apps.shown) {
    const section = sections.find((each) => each.startsWith(`${number}. `)) ?? ''
    for (const { name, also } of rules.shown) for (const each of [name, ...also]) expect(section).toContain(each)
  }
  expect(ticket).toContain('alerts.ndjson')
})

it('a ticket keeps the commands for the most severe applications, and names the command for the others', () => {
  const ticket = renderMarkdown(grown(22, 0))
  expect(ticket).toContain('To revoke the access:\n')
  expect(ticket).toContain('To revoke the access: `consentry apps contain app-21 PATH…`')
  expect(renderMarkdown(report)).not.toContain('To revoke the access: ')
  const [card] = report.apps.shown as [AppCard]
  const containment = { ...(card.containment as ContainmentPlan), gaps: { shown: ['an account'], more: 0 } }
  const apps = { shown: [{ ...card, containment }], more: 0 }
  expect(renderMarkdown({ ...report, apps })).toContain('The commands do not cover:\n\n- an account')
})

it('the ticket lists the response of each rule once: with the application, or with the rule that has none', () => {
  const [card] = report.apps.shown
  const causes = card?.containment?.response.shown ?? []
  for (const { cause } of causes) {
    expect(renderHtml(report)).toContain(`<dt>${escaped(cause, 300).text}</dt>`)
    expect(renderMarkdown(report)).toContain(`Further steps after ${cause.split(' (2')[0]}`)
  }
  const steps = causes.flatMap((each) => each.steps)
  expect(new Set(steps).size).toBe(steps.length)
  expect(steps.length).toBeGreaterThan(2)
  const page = renderHtml(report)
  for (const step of steps) expect(page.split(`>${escaped(step, 600).text}<`).length).toBeGreaterThan(1)
  expect(renderMarkdown(report)).toContain('Further steps after ')
  expect(renderMarkdown(report)).not.toMatch(/^- If (?:not|so)\b/m)
  const onCards = new Set(report.apps.shown.flatMap(({ rules }) => rules.shown.map(({ id }) => id)))
  for (const { id, response } of report.rules) expect(response.length > 0).toBe(!onCards.has(id))
})

it('the ticket states that it is truncated if even the names do not fit', () => {
  const ticket = renderMarkdown(grown(25, 2_000))
  expect(ticket.length).toBeLessThanOrEqual(65_536)
  expect(ticket.trimEnd().split('\n').at(-1)).toBe('**This ticket is cut. alerts.ndjson contains all alerts.**')
})

it('the ticket lists the data taken by account, and its totals with the application', () => {
  const ticket = renderMarkdown(report)
  expect(ticket).toContain('## Data taken, by account')
  expect(ticket).toContain('## Data taken, by network')
  expect(ticket).toMatch(/^\| Invoice Sync Helper \| `mara\.voss@northpier\.example` \|/m)
  expect(ticket).toMatch(/\*\*Data taken:\*\* [^\n]*message[^\n]* of \d accounts?[.,]/)
  // Many logs have no sizes.
  for (const page of [renderMarkdown(report), renderHtml(report)]) expect(page).not.toContain('0 bytes')
})
