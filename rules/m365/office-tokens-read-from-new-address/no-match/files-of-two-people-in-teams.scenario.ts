import { scenario } from '../../../lib/scenario.ts'
import tokens from '../match/office-tokens-of-two-people.scenario.ts'

const browser = {
  '203.0.113.77': '192.0.2.44',
  'Go-http-client/2.0':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0 Teams/24.7.1',
}

export default scenario({
  ...tokens,
  title: 'Two colleagues open files in Teams at one address that neither of them used before',
  steps: [
    ...tokens.steps.slice(0, 2),
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P15D',
      personas: { 'Invoice Sync Helper': 'Microsoft Teams' },
      replace: browser,
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P15DT1H',
      personas: { 'mara.voss': 'jonas.reimer', 'Invoice Sync Helper': 'Microsoft Teams' },
      replace: browser,
    },
  ],
})
