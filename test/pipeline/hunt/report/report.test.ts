import { describe, expect, it } from 'vitest'
import { sampleText } from '../../../../pipeline/content-check/proof.ts'
import { total } from '../../../../pipeline/hunt/report/alerted-apps.ts'
import { Collector } from '../../../../pipeline/hunt/report/collect.ts'
import { renderHtml } from '../../../../pipeline/hunt/report/html/page.ts'
import { limits } from '../../../../pipeline/hunt/report/limits.ts'
import { renderMarkdown } from '../../../../pipeline/hunt/report/markdown.ts'
import { containApp } from '../../../../pipeline/review/containment/contain.ts'
import type { ReviewedApp } from '../../../../pipeline/review/review.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'
import { alertOf } from '../../../support/alert-of.ts'
import { demo, report, summary } from '../../../support/demo-report.ts'
import { huntReport, madeAt, reportOf } from '../../../support/hunt-report.ts'
import { product, scenarioOf, textsOf } from '../../../support/product.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

describe('an alert about several applications', () => {
  it('the card of an alert about several applications names the applications of its events', async () => {
    const { report } = await huntReport(textsOf(scenarioOf('cross/consents-with-both-vendors')))
    const [alert] = report.unattached.shown.flatMap(({ alerts }) => alerts)
    expect(alert?.apps).toHaveLength(2)
    for (const { name } of alert?.apps ?? []) expect(renderHtml(report)).toContain(`<bdi>${name}</bdi>`)
  })
})

it.each(['google-workspace/token-deny', 'm365/consent-user-mail'])(
  'the blind spots list each rule that the report counts exactly once, with logs of one vendor: %s',
  async (sample) => {
    const { report } = await huntReport([sampleText(product.evidence, sample)])
    const rules = new Set(product.rules.map(({ value }) => value.name))
    const listed = report.blindSpots.flatMap(({ detail }) => detail.filter((line) => rules.has(line)))
    expect(listed.length).toBeGreaterThan(limits.names)
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed).toHaveLength(report.blindRules)
    for (const { what, detail } of report.blindSpots) {
      const more = Number(/ and (\d+) more logs$/.exec(what)?.[1] ?? 0)
      expect(what.length).toBeLessThan(300)
      expect(detail.filter((line) => more > 0 && /\([a-z0-9_]+\.[a-z_0-9]+\)$/.test(line))).toHaveLength(
        more && more + 4,
      )
    }
  },
)

describe('the report of the demo', () => {
  it('the report contains the figures of the hunt', () => {
    const { alerts } = summary
    expect(report.summary).toMatchObject({ alerts: alerts.total, unsettled: alerts.unsettled })
    expect(report.summary.bySeverity).toMatchObject(alerts.bySeverity)
    expect(report.read).toMatchObject({
      records: summary.records,
      duplicates: summary.duplicates,
    })
    const cards = report.apps.shown.flatMap(({ rules }) => rules.shown)
    const counts = [...cards, ...report.unattached.shown].map(({ count }) => count)
    expect(sum(counts)).toBe(alerts.total)
    expect(sum(report.timeline.columns.map((column) => total(column.alerts)))).toBe(alerts.total)
    expect(sum(report.rules.map((rule) => rule.alerts))).toBe(alerts.total)
    expect(sum(report.timeline.columns.map(({ records }) => records))).toBe(report.read.documents)
    expect(report.read.inputs.shown).toMatchObject([{ records: demo.length, unusable: 0 }])
  })

  it('the report states when the records of each application end: those of its tenant and vendor', () => {
    const until = new Set(report.apps.shown.map((card) => card.until))
    expect(until.size).toBeGreaterThan(1)
    expect([...until]).not.toContain(undefined)
    expect(report.summary.sentences.join(' ')).toMatch(
      /have active grants at the end of their records \(\d{4}-\d\d-\d\d(?: to \d{4}-\d\d-\d\d)?\)/,
    )
  })

  it('the report shows the history of an application: first record, use, end of the account, remaining grant', () => {
    const card = report.apps.shown.find(({ name }) => name === 'Invoice Sync Helper')
    expect(card?.lead.join(' ')).toMatch(
      /^Suspicious: the application .* data.* \(.+\)\. Access granted 2026-03-11T09:14:27Z by mara\.voss@northpier\.example for their own account with critical permissions \(Mail\.ReadWrite, Mail\.Send\)\. Used \d+ times, last use 2026-03-14T04:00:00Z\. .*One grant is still active, for mara\.voss@northpier\.example, although this account is disabled or deleted\. Reason for the tier of its permissions: /,
    )
    const said = card?.history.map(({ at = '', what }) => `${at.slice(0, 16)} ${what}`) ?? []
    const place = (part: string) => said.findIndex((line) => line.includes(part))
    const times = said.map((line) => line.slice(0, 16))
    expect([...times].sort()).toEqual(times)
    expect(place('was blocked from consenting')).toBeGreaterThan(0)
    expect(place('consented to')).toBeGreaterThan(place('was blocked from consenting'))
    expect(place('2026-03-13T13:00 the account mara.voss@northpier.example is disabled')).toBeGreaterThan(
      place('consented to'),
    )
    expect(card?.grants.shown).toMatchObject([
      { principal: 'mara.voss@northpier.example', stands: true, accountStatus: 'disabled' },
    ])
  })

  it('the report names the file and the position of each record behind an alert', () => {
    const evidence = report.apps.shown.flatMap(({ rules }) =>
      rules.shown.flatMap((rule) => rule.alerts.flatMap((alert) => alert.evidence.shown)),
    )
    expect(evidence.length).toBeGreaterThan(10)
    for (const { id, source, offset } of evidence) {
      expect(source).toBe('log.ndjson')
      expect(demo[Number(offset)]).toContain(id)
    }
  })

  it('the report prints the same commands as `apps contain`', () => {
    const card = report.apps.shown.find(({ name }) => name === 'Payroll Bridge')
    const { steps } = containApp(card?.app as ReviewedApp)
    expect(card?.containment?.steps).toEqual({ shown: steps, more: 0 })
    const page = renderHtml(report)
    expect(steps.length).toBeGreaterThan(2)
    for (const { command } of steps)
      expect(page).toContain(`<pre><code>${command.replaceAll("'", '&#39;').replaceAll('"', '&quot;')}</code></pre>`)
  })

  it('the report names the accounts with their status, and the suggested searches', () => {
    expect(report.accounts.shown[0]).toMatchObject({
      name: 'mara.voss@northpier.example',
      vendor: 'microsoft',
      status: 'disabled',
      standing: 1,
    })
    const indicators = report.indicators.shown.map(({ kind, value, network, note }) =>
      [kind, value, network, note].filter((part) => part !== '').join(' '),
    )
    expect(indicators).toEqual(
      expect.arrayContaining([
        'client ID e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13 Invoice Sync Helper',
        'address 203.0.113.77',
        'address 198.51.100.71 AS64496 own network, DE',
        'redirect URI https://sync.invoice-helper.example/callback',
        'user agent python-requests/2.32.3',
      ]),
    )
  })

  it('the report lists the gaps of the rules', async () => {
    const spots = report.blindSpots.map(({ what }) => what).join('\n')
    expect(spots).toContain('Microsoft Entra ID P1 or P2')
    expect(spots).toContain('The history is too short to detect new behavior reliably')
    expect(spots).toContain('azure.signinlogs')
    expect(report.unknowns.shown.join(' ')).toContain('grants from before the first record: there is no inventory')
    const signIns = await huntReport([...demo, sampleText(product.evidence, 'entra/graph-app-grants-role')])
    expect(signIns.report.blindSpots.map(({ what }) => what).join('\n')).not.toContain('Microsoft Entra ID P1 or P2')
    const ofGoogle = await huntReport(demo.filter((raw) => raw.includes('admin#reports#activity')))
    expect(ofGoogle.summary.records).toBeGreaterThan(0)
    expect(ofGoogle.report.blindSpots.map(({ what }) => what).join('\n')).not.toMatch(/Possibly missing: .*Microsoft/)
  })

  it('two reports of the same records are byte-identical, except for the creation time', async () => {
    const again = await huntReport(demo)
    expect(renderHtml(again.report)).toBe(renderHtml(report))
    expect(renderMarkdown(again.report)).toBe(renderMarkdown(report))
    const later = await huntReport(demo, { at: '2026-05-05T05:05:05.000Z' })
    const page = renderHtml(later.report)
    expect(page).toContain('2026-05-05T05:05:05Z')
    expect(page.replaceAll('2026-05-05T05:05:05Z', '2026-04-01T00:00:00Z')).toBe(renderHtml(report))
  })

  it('the report is self-contained: no script, no request, no external link', () => {
    const page = renderHtml(report)
    expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;sha256-')
    expect(page).not.toMatch(/<(?:script|link|img|iframe|form|object|embed)\b|\son\w+=|\ssrc=|\sstyle=|url\(|@import/i)
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, target = '']) => target)
    const ids = new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))
    expect(targets.length).toBeGreaterThan(20)
    for (const target of targets) expect(ids).toContain(target.replace(/^#/, ''))
  })
})

describe('names with markup, formulas or control characters', () => {
  const hostile = `<script>alert(1)</script><a href=javascript:alert(2)>x</a>\u202eevil\u200b${'A'.repeat(10_000)}`

  it('a name with markup, formulas or control characters becomes limited text with visible control characters', async () => {
    const texts = demo.map((raw) =>
      raw
        .replaceAll('Invoice Sync Helper', hostile)
        .replaceAll('Go-http-client/2.0', '<img src=x onerror=alert(3)>|`x`'),
    )
    const { report: escaped } = await huntReport(texts, { file: '<b>log</b>\u202e.ndjson' })
    expect(escaped.summary).toMatchObject({ bySeverity: report.summary.bySeverity, alerts: report.summary.alerts })
    const page = renderHtml(escaped)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('⟨U+202E⟩evil⟨U+200B⟩')
    // The action is still described.
    expect(page).toMatch(/more characters\)&quot; \(e2f4…0a13\): Mail\.ReadWrite/)
    expect(page).not.toMatch(/<script|<img|<a href=javascript|<b>log|A{1000}|[\u202e\u200b]/)
    expect(tagsOf(page)).toEqual([])
    expect(page.length).toBeLessThan(renderHtml(report).length * 1.5)
    // Markdown does not interpret the content of code.
    const markdown = renderMarkdown(escaped)
    expect(markdown.replace(/`[^`\n]*`/g, '')).not.toMatch(/[<>`]|A{1000}/)
    expect(markdown).not.toMatch(/[\u202e\u200b]/)
    expect(markdown).toContain('<script>')
  })
})

/** Returns the tags without a matching opening or closing tag. */
function tagsOf(page: string): string[] {
  const alone = new Set(['meta', 'br', '!doctype', 'rect', 'line'])
  const open: string[] = []
  const odd: string[] = []
  for (const [tag, slash, name = ''] of page.matchAll(/<(\/?)([a-z!][a-z0-9]*)[^>]*>/g)) {
    if (alone.has(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) odd.push(tag)
  }
  return [...odd, ...open]
}

describe('the report of a very large hunt', () => {
  const alert = (i: number): Alert => {
    const time = new Date(Date.parse('2026-01-01T00:00:00Z') + i * 600_000).toISOString()
    const event = (n: number) => ({
      id: `event-${i}-${n}`,
      _id: `${i}-${n}`,
      '@timestamp': time,
      dataset: 'o365.audit',
    })
    return alertOf({
      '@timestamp': time,
      rule: {
        id: '68af58a0-98fb-4169-849d-1e6c0dfdceb3',
        name: 'Entra ID User Consent Granted for High-Risk Permissions',
      },
      severity: i % 300 < 10 ? 'critical' : 'high',
      reason: `somebody consented to "App ${i % 300}", the ${i}th`,
      events: Array.from({ length: 40 }, (_, n) => event(n)),
      oauth: {
        app: { id: `app-${i % 300}`, name: `App ${i % 300}` },
        account: { name: `user${i % 700}@northpier.example` },
      },
      organization: { id: 'tenant' },
    })
  }

  it('the report of a very large hunt shows a part, states the number of omitted rows, and stays small', () => {
    const collector = new Collector()
    const alerts = Array.from({ length: 10_000 }, (_, i) => alert(i))
    collector.alerts(alerts)
    const critical = alerts.filter(({ severity }) => severity === 'critical').length
    const many = reportOf(
      {
        ...summary,
        alerts: {
          total: alerts.length,
          unsettled: 0,
          bySeverity: { critical, high: alerts.length - critical },
          byRule: [{ ...(alerts[0] as Alert).rule, severity: 'high', alerts: alerts.length }],
        },
      },
      collector,
    )
    expect(many.apps.shown).toHaveLength(limits.cards)
    expect(many.apps.shown.slice(0, 10).every(({ severity }) => severity === 'critical')).toBe(true)
    expect(many.apps.more).toBe(300 - limits.cards)
    expect(many.otherApps.more).toBe(300 - limits.cards - limits.rows)
    expect(many.accounts.more).toBe(700 - limits.accounts)
    const [{ rules: [first] = [] } = {}] = many.apps.shown.map(({ rules }) => ({ rules: rules.shown }))
    expect(first?.alerts).toHaveLength(limits.firstAlerts + limits.lastAlerts)
    expect(first?.between).toBe((first?.count ?? 0) - limits.firstAlerts - limits.lastAlerts)
    expect(first?.alerts[0]?.evidence).toMatchObject({ more: 40 - limits.events })
    expect(sum(many.timeline.columns.map((column) => total(column.alerts)))).toBe(10_000)
    const page = renderHtml(many)
    expect(page).toContain('and 75 more applications; see alerts.ndjson for their alerts')
    expect(page).toContain('more in between: see alerts.ndjson')
    expect(page.length).toBeLessThan(1_450_000)
    expect(renderMarkdown(many).length).toBeLessThan(120_000)
  })

  it('the ticket and the page list each distinct reason of high alerts without an application', () => {
    const collector = new Collector()
    const { oauth: _, ...loose } = alert(0)
    const reasons = Array.from({ length: 40 }, (_, i) => `service ${i} is now unrestricted`)
    collector.alerts([...reasons, ...reasons].map((reason) => ({ ...loose, reason })))
    const made = reportOf(summary, collector)
    const ticket = renderMarkdown(made).split('\n')
    for (const reason of reasons) expect(ticket.filter((line) => line.endsWith(`: ${reason}`))).toHaveLength(1)
    const page = renderHtml(made).replace(/<ol class="overview">[\s\S]*?<\/ol>/, '')
    expect(page).toContain(`>${80 - limits.firstAlerts - limits.lastAlerts} more in between: see alerts.ndjson`)
    for (const reason of reasons) expect(page.split(reason), reason).toHaveLength(2)
  })

  it('the report counts alerts of omitted applications, so that a severe alert is listed before earlier alerts', () => {
    const collector = new Collector()
    const on = (id: string, of: Alert): Alert => ({ ...of, oauth: { app: { id } } })
    collector.alerts(
      Array.from({ length: limits.noted + 5 }, (_, i) => on(`app-${i}`, { ...alert(20), severity: 'low' })),
    )
    collector.alerts([on('late', alert(0))])
    const { apps } = reportOf(summary, collector)
    expect(apps.shown[0]).toMatchObject({ id: 'late', severity: 'critical', alerts: 1 })
    expect(apps.shown[0]?.rules.shown).toMatchObject([{ count: 1, alerts: [], between: 1 }])
    for (const text of [renderHtml, renderMarkdown].map((render) => render(reportOf(summary, collector))))
      expect(text).toContain(alert(0).reason.slice(0, 22))
    collector.alerts(Array.from({ length: limits.groups }, (_, i) => on(`more-${i}`, alert(20))))
    expect(collector.alerted.groups.size).toBe(limits.groups)
    expect(collector.alerted.uncounted).toBe(limits.noted + 6)
  })

  it('the report of a very large hunt states the limits that it exceeded', () => {
    const collector = new Collector()
    const of = (i: number): Alert => ({ ...alert(i), oauth: { app: { id: 'a' }, account: { name: `user${i}` } } })
    const inAll = Array.from({ length: limits.noted + 1 }, (_, i) => of(i))
    collector.alerts(inAll.slice(0, limits.noted))
    expect(reportOf(summary, collector).limits.join(' ')).not.toContain('beyond')
    collector.alerts(inAll.slice(limits.noted))
    expect(reportOf(summary, collector).limits.at(-1)).toBe(
      'Accounts with alerts beyond the first 2,000: see alerts.ndjson for the others.',
    )
  })
})

it('the report states that the absence of alerts is not proof', async () => {
  const { report: none } = await huntReport(demo.slice(0, 3))
  expect(none.summary.sentences.join(' ')).toMatch(
    /^No rule raised an alert on these records\. The history of \S+ is too short .* This is no proof/,
  )
  const page = renderHtml(none)
  expect(page).toContain('No rule raised an alert')
  expect(page).not.toContain('id="apps"')
  expect(renderMarkdown(none)).toContain('no proof')
  expect(none.madeAt).toBe(madeAt)
})
