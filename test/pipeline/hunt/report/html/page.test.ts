import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderDemo } from '../../../../../pipeline/cli/demo-records.ts'
import { renderHtml } from '../../../../../pipeline/hunt/report/html/page.ts'
import { huntReport } from '../../../../support/hunt-report.ts'
import { temporaryFolder } from '../../../../support/temporary-folder.ts'

const browser = process.env.CHROMIUM ?? 'chromium'
const folder = temporaryFolder()

it.skipIf(spawnSync(browser, ['--version']).status !== 0)(
  'a printed report contains the totals of the data taken, the inputs, the blind spots, the commands of the most severe applications, and each open section',
  async () => {
    const { report } = await huntReport((await renderDemo()).map(({ raw }) => raw))
    const page = renderHtml(report)
    const pages = (name: string, text: string) => {
      const [path, pdf] = [join(folder, `${name}.html`), join(folder, `${name}.pdf`)]
      writeFileSync(path, text)
      const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`]
      spawnSync(browser, [...options, `--print-to-pdf=${pdf}`, `file://${path}`])
      return readFileSync(pdf, 'latin1').match(/\/Type \/Page\b/g)?.length ?? 0
    }
    const closed = pages('closed', page)
    expect(closed).toBeGreaterThan(pages('without-cards', page.replaceAll('card printed', 'card')))
    expect(closed).toBeGreaterThan(
      pages('without-sections', page.replaceAll('<section><details class="printed">', '<section><details>')),
    )
    expect(closed).toBeLessThan(pages('open', page.replaceAll('<details', '<details open')))
  },
)

it('the sections that a printed report always contains come before the applications and their commands', async () => {
  const { report } = await huntReport((await renderDemo()).map(({ raw }) => raw))
  const page = renderHtml(report)
  const printed = [...page.matchAll(/<section><details class="printed">.*\n<div id="(\w+)">/g)].map(([, id]) => id)
  expect(printed).toEqual(['taken', 'read', 'blind'])
  expect(page.indexOf('id="blind"')).toBeLessThan(page.indexOf('<section id="apps">'))
  expect(page).toMatch(/<span class="screen">[^<]* applications shown in detail<\/span>/)
})
