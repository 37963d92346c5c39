import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { table } from '../../../../../pipeline/hunt/report/html/elements.ts'
import { escaped } from '../../../../../pipeline/hunt/report/html/markup.ts'
import { renderHtml } from '../../../../../pipeline/hunt/report/html/page.ts'
import { styles } from '../../../../../pipeline/hunt/report/html/styles.ts'
import type { AppCard, RuleAlerts } from '../../../../../pipeline/hunt/report/model.ts'
import type { Severity } from '../../../../../rules/lib/rule.ts'
import { report } from '../../../../support/demo-report.ts'
import { temporaryFolder } from '../../../../support/temporary-folder.ts'

const browser = process.env.CHROMIUM ?? 'chromium'
const folder = temporaryFolder()

it.skipIf(spawnSync(browser, ['--version']).status !== 0)(
  'a printed report contains the totals of the data taken, the inputs, the blind spots, the commands of the most severe applications, and each open section',
  async () => {
    const page = renderHtml(report)
    const print = (name: string, text: string): Buffer => {
      const [path, pdf] = [join(folder, `${name}.html`), join(folder, `${name}.pdf`)]
      writeFileSync(path, text)
      const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`]
      spawnSync(browser, [...options, `--print-to-pdf=${pdf}`, `file://${path}`])
      return readFileSync(pdf)
    }
    // The size changes with each line; the number of pages does not.
    const sizeOf = (name: string, text: string) => print(name, text).length
    const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length
    const printed = print('closed', page)
    const closed = printed.length
    expect(closed).toBeGreaterThan(sizeOf('without-cards', page.replaceAll('card printed', 'card')))
    expect(closed).toBeGreaterThan(
      sizeOf('without-sections', page.replaceAll('<section><details class="printed">', '<section><details>')),
    )
    const more = page.replace(
      '<details class="card">',
      `${'<details class="card"><summary><h3>closed</h3></summary></details>'.repeat(99)}<details class="card">`,
    )
    expect(pagesOf(print('more', more)), 'a closed card has no heading in a printout').toBe(pagesOf(printed))
    expect(closed).toBeLessThan(sizeOf('open', page.replaceAll('<details', '<details open')))
  },
)

it('the sections that a printed report always contains come before the applications and their commands', () => {
  const page = renderHtml(report)
  const printed = [...page.matchAll(/<section><details class="printed">.*\n<div id="(\w+)">/g)].map(([, id]) => id)
  expect(printed).toEqual(['taken', 'read', 'blind'])
  expect(page.indexOf('id="blind"')).toBeLessThan(page.indexOf('<section id="apps">'))
  expect(page).toMatch(/<span class="screen">[^<]* applications shown in detail<\/span>/)
})

it('the first page of a report has one line for applications with equal facts, with the first names and the number of other applications', () => {
  const [card] = report.apps.shown as [AppCard]
  const equal = Array.from({ length: 5 }, (_, i) => ({
    ...card,
    number: i + 1,
    id: `${i}${card.id}`,
    name: `App ${i}`,
  }))
  const overview = /<ol class="overview">(.*?)<\/ol>/s.exec(
    renderHtml({ ...report, apps: { shown: equal, more: 0 } }),
  )?.[1]
  expect(overview?.match(/<li>.*href="#app-/g)).toHaveLength(1)
  expect(overview).toMatch(/App 0<.*App 1<.*App 2<.* and 2 more applications/)
})

it('a printout contains all high alerts before the details of medium applications', () => {
  const [card] = report.apps.shown as [AppCard]
  const [rule] = card.rules.shown
  const page = (severities: readonly Severity[], unattached: Severity[]) => {
    const shown = severities.map((severity, i) => ({ ...card, number: i + 1, severity }))
    const rules = unattached.map((severity) => ({ ...(rule as RuleAlerts), severity, response: [], accounts: [] }))
    return renderHtml({ ...report, apps: { shown, more: 0 }, unattached: { shown: rules, more: 0 } })
  }
  const cardsOf = (text: string) => [...text.matchAll(/class="card ?([^"]*)"/g)].map(([, kind]) => kind)
  const isFirst = (text: string) => text.indexOf('<div id="unattached">') < text.indexOf('<section id="apps">')

  const many = page(['critical', 'high', 'high', 'medium'], ['high', 'low'])
  expect(cardsOf(many)).toEqual(['printed', 'printed', 'compact printed severe', ''])
  expect(many).toContain('2 in full and 1 in short form')
  expect(many).toContain('<details class="printed severe"><summary><h2>Alerts not linked to one application')
  expect(isFirst(many)).toBe(false)

  const loose = page(['medium', 'medium', 'medium'], ['high'])
  expect(cardsOf(loose)).toEqual(['compact printed', 'compact printed', ''])
  expect(isFirst(loose)).toBe(true)
  expect(loose).toMatch(/<ol class="overview">\n<li><span class="chip high">/)

  const none = page(['medium'], ['medium'])
  expect(cardsOf(none)).toEqual(['printed'])
  expect(none).toContain('<details><summary><h2>Alerts not linked')
})

it('a printout refers to the file of the report by its own name', () => {
  const shown = report.apps.shown.map((card, i) => ({ ...card, number: i + 3, severity: 'high' as const }))
  const page = renderHtml({ ...report, apps: { shown, more: 0 } }, 'case.html')
  expect(page).toMatch(/only if they are open in [^ ]*case\.html/)
  expect(page).toMatch(/see [^ ]*case\.html/)
  expect(page).not.toContain('report.html')
})

it('the first page states what to do now for the most severe application that may still have access, with the command', () => {
  const [card] = report.apps.shown
  const text = renderHtml(report)
  const now = /<h3>What to do now<\/h3>(.*?)<\/ol>/s.exec(text)?.[1] ?? ''
  expect(text.indexOf('What to do now')).toBeLessThan(text.indexOf('id="apps"'))
  expect(now).toContain(`consentry apps contain ${card?.id} PATH…`)
  expect(now.match(/<li>/g)).toHaveLength(6)
  expect(/<li>.*?<\/li>/s.exec(now)?.[0]).toContain('Block new tokens for the application')
  expect(now).not.toMatch(/<li>(?:<bdi>)?(?:Connect|Find)/)
  expect(now).not.toContain('more urgent')
  const many = report.apps.shown.map((each) => {
    const { steps } = each.containment ?? { steps: { shown: [], more: 0 } }
    const shown = [...steps.shown, ...steps.shown]
    return { ...each, ...(each.containment && { containment: { ...each.containment, steps: { ...steps, shown } } }) }
  })
  const long = renderHtml({ ...report, apps: { shown: many, more: 0 } })
  expect(long).toContain('</ol>\n<p class="more">and 2 more urgent steps</p>')
  const withoutAccess = [{ ended: 'deleted' }, { standing: 0, granted: 1, needsNoGrant: false }]
  for (const facts of withoutAccess) {
    const shown = report.apps.shown.map(({ late: _, ...each }) => ({ ...each, ...facts }))
    expect(renderHtml({ ...report, apps: { shown, more: 0 } }).includes('What to do now')).toBe(false)
  }
})

it('the page keeps each time on one line, and shows that a table is wider than the screen', () => {
  const body = renderHtml(report)
    .replace(/^.*<body>/s, '')
    .replace(/<(svg|pre|code|title)\b.*?<\/\1>/gs, '')
    .replace(/<time>[^<]*<\/time>/g, '')
  expect(body.match(/.{30}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g) ?? []).toEqual([])
  expect(escaped('used 2026-03-11T09:14:27Z, again on 2026-03-12').text).toBe(
    '<bdi>used <time>2026-03-11T09:14:27Z</time>, again on <time>2026-03-12</time></bdi>',
  )
  expect(styles).toMatch(/time \{[^}]*white-space: nowrap/)
  expect(styles).toMatch(/\.scroll \{[^}]*background:[^}]*local/)
})

it('a table has no column without any value', () => {
  const rows = [
    { a: 'x', b: '' },
    { a: 'y', b: '' },
  ]
  const columns = (['a', 'b'] as const).map((title) => ({ title, cell: (row: (typeof rows)[number]) => row[title] }))
  expect(table(rows, columns).text).toMatch(/>a<\/th><\/tr>/)
  expect(table([{ a: '', b: 'z' }], columns).text).not.toContain('>a<')
})
