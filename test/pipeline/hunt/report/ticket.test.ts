import { expect, it } from 'vitest'
import { renderDemo } from '../../../../pipeline/cli/demo-records.ts'
import { renderHtml } from '../../../../pipeline/hunt/report/html/page.ts'
import { renderMarkdown } from '../../../../pipeline/hunt/report/markdown.ts'
import { huntReport } from '../../../support/hunt-report.ts'

const { report, summary } = await huntReport((await renderDemo()).map(({ raw }) => raw))

it('lists every rule that alerts in the ticket, with the reason of its first alert', () => {
  const ticket = renderMarkdown(report)
  expect(summary.alerts.byRule.length).toBeGreaterThan(5)
  for (const { name } of summary.alerts.byRule) expect(ticket).toContain(name)
  const rules = report.apps.shown.flatMap(({ rules: { shown } }) => shown)
  const loose = renderMarkdown({ ...report, apps: { shown: [], more: 0 }, unattached: { shown: rules, more: 0 } })
  expect(loose).toContain('## Alerts without a single application')
  for (const { name } of summary.alerts.byRule) expect(loose).toContain(name)
})

it('lists the applications without a card in the ticket', () => {
  const [card, ...others] = report.apps.shown
  const moved = {
    ...report,
    apps: { shown: [card as NonNullable<typeof card>], more: others.length },
    otherApps: { shown: others, more: 0 },
  }
  const ticket = renderMarkdown(moved)
  for (const { id } of others) expect(ticket).toContain(id)
})

it('marks an attempt that failed as an attempt, whatever the severity of the alert that counts it', () => {
  const lines = report.apps.shown.flatMap(({ history }) => history)
  const failed = lines.filter(({ what }) => what.includes('without success'))
  expect(failed.length).toBeGreaterThan(0)
  for (const line of failed) expect(line).toMatchObject({ failed: true })
  expect(failed.filter(({ severity }) => severity !== undefined)).toEqual([])
  expect(lines.some(({ severity }) => severity !== undefined)).toBe(true)
})

it('draws the chart a second time for phones', () => {
  const page = renderHtml(report)
  expect(page).toContain('<svg class="wide" viewBox="0 0 960 ')
  expect(page).toContain('<svg class="narrow" viewBox="0 0 340 ')
})

it('gives the reason of the tier, the best lead on a phishing kit', () => {
  const leads = report.apps.shown.map(({ lead }) => lead.join(' '))
  expect(leads.some((lead) => lead.includes('Reason for the tier of its permissions: '))).toBe(true)
})
