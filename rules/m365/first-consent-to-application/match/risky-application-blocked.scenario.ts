import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After three months, the consent of one user is blocked as risky',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    { sample: 'm365/consent-blocked-risky', at: 'P91D' },
  ],
})
