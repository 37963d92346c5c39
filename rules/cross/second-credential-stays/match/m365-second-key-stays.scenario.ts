import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with one key receives a second key, and has both keys two weeks later',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT5H' },
    {
      sample: 'm365/sign-in',
      at: 'P15D',
      personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
