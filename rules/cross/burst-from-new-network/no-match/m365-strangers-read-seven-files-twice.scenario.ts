import { scenario } from '../../../lib/scenario.ts'
import folder from '../match/m365-strangers-read-a-folder-opened-by-an-application.scenario.ts'

const [first, opened, visits] = folder.steps
const visit = (years: readonly string[], replace: Readonly<Record<string, string>> = {}) => ({
  ...visits,
  replace: { ...visits?.replace, ...replace },
  repeat: { every: 'PT1M', times: years.length, replace: { 'Suppliers 2026': years } },
})
const seven = ['2019', '2020', '2021', '2022', '2023', '2024', '2025']

export default scenario({
  ...folder,
  title:
    'A new application opens a folder to anyone with the link, and strangers read seven files twice and view a page',
  steps: [
    first,
    opened,
    visit(seven, { '"FileDownloaded"': '"FileAccessed"' }),
    visit(seven),
    visit(['2026'], { '"FileDownloaded"': '"PageViewed"' }),
  ] as typeof folder.steps,
})
