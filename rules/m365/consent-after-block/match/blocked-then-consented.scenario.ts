import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A risky application is blocked for a user; in the evening an administrator consents',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/consent-blocked-risky', at: 'PT12M' },
    { sample: 'm365/consent-risky-by-admin', at: 'PT11H' },
  ],
})
