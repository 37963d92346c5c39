import { scenario } from '../../../lib/scenario.ts'
import folder from '../match/m365-strangers-read-a-folder-opened-by-an-application.scenario.ts'

const [first, opened, visits] = folder.steps
const { '203.0.113.77': _, ...replace } = { '203.0.113.77': '', ...visits?.replace }
const years = ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']

export default scenario({
  ...folder,
  title: 'A new application opens a folder to anyone with the link, and eight customers each read their own file',
  steps: [
    first,
    opened,
    {
      ...visits,
      replace,
      repeat: {
        every: 'PT1M',
        times: 8,
        replace: { 'Suppliers 2026': years, '203.0.113.77': years.map((year) => `2001:db8:${year}::7`) },
      },
    },
  ] as typeof folder.steps,
})
