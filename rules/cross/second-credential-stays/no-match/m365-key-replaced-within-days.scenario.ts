import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives a new key and loses the old key a week later; the record of the removal arrives late',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT5H' },
    { sample: 'm365/credential-removed', at: 'P7D', delivered: 'P8D' },
    {
      sample: 'm365/sign-in',
      at: 'P15D',
      personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
