import { scenario } from '../../../lib/scenario.ts'
import base from '../no-match/m365-new-key-tried-at-the-desk-of-its-adder.scenario.ts'

export default scenario({
  ...base,
  title:
    'An administrator adds a secret to an application, and tries it in a network where the administrator first signed in a day ago',
  steps: base.steps.with(1, {
    sample: 'm365/sign-in',
    at: 'P19D',
    personas: { 'mara.voss': 'tomas.lindqvist' },
    replace: { '198.51.100.23': '203.0.113.77' },
  }),
})
