import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five administrators consent for all users in succession',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-tenant-wide',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 5 },
      personas: { 'tomas.lindqvist': 5 },
    },
  ],
})
