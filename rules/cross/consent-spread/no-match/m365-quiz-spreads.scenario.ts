import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The members of a team sign in to a quiz that receives only their names',
  steps: [
    {
      sample: 'm365/sign-in',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
    },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P20DT1M',
      repeat: { every: 'PT1M', times: 5 },
      personas: { 'jonas.reimer': 5 },
    },
  ],
})
