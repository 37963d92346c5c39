import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account that was created two days ago becomes owner of an application',
  steps: [
    {
      sample: 'm365/account-disabled',
      at: 'PT1H',
      personas: { 'mara.voss': 'jonas.reimer' },
      replace: { 'Disable account.': 'Add user.' },
    },
    { sample: 'm365/owner-added', at: 'P2D' },
  ],
})
