import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user who only signed in to an application leaves',
  steps: [
    { sample: 'm365/consent-user-sign-in-only', at: 'PT14M', personas: { 'jonas.reimer': 'mara.voss' } },
    { sample: 'm365/account-disabled', at: 'P30D' },
    {
      sample: 'm365/sign-in',
      at: 'P34D',
      personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
