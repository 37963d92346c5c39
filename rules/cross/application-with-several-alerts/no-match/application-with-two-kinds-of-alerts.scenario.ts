import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The keys of an application are renewed twice within a week, and an owner is added',
  steps: [
    { sample: 'm365/owner-added', at: 'PT1H' },
    { sample: 'm365/credential-secret-added', at: ['P1D', 'P3D'] },
  ],
})
