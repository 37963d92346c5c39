import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A disabled account is enabled, and becomes owner of an application the same day',
  steps: [
    { sample: 'm365/account-disabled', at: 'PT1H', personas: { 'mara.voss': 'jonas.reimer' } },
    {
      sample: 'm365/account-disabled',
      at: 'P40D',
      personas: { 'mara.voss': 'jonas.reimer' },
      replace: { 'Disable account.': 'Enable account.' },
    },
    { sample: 'm365/owner-added', at: 'P40DT5H' },
  ],
})
