import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two colleagues add keys to one application in the first days of the log source',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT0S' },
    { sample: 'm365/credential-secret-added', at: 'P9D', personas: { 'tomas.lindqvist': 'jonas.reimer' } },
  ],
})
