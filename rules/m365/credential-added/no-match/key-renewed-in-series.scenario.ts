import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An owner adds the key of the next year: its name is the year with a word, then the year alone',
  steps: [
    {
      sample: 'm365/credential-secret-added',
      at: 'PT1H',
      replace: { 'DisplayName=backup': 'DisplayName=deploy 2026' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT2H',
      replace: { 'DisplayName=deploy 2025': 'DisplayName=2025', 'DisplayName=backup': 'DisplayName=2026' },
    },
  ],
})
