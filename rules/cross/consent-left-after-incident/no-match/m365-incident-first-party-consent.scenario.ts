import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled hours after it consented to a Microsoft application',
  steps: [
    { sample: 'm365/consent-first-party-client', at: 'PT14M' },
    { sample: 'm365/account-disabled', at: 'P1D' },
    {
      sample: 'm365/sign-in',
      at: 'P5D',
      personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
