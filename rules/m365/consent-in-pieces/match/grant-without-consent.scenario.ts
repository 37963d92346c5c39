import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A grant for mail is created through the API, without a consent',
  steps: [
    { sample: 'm365/delegated-grant-added', at: 'PT1H' },
    {
      sample: 'm365/sign-in',
      at: 'P1D',
      personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
