import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives an owner, a redirect address and a key within days',
  steps: [
    { sample: 'm365/owner-added', at: 'PT1H' },
    { sample: 'm365/application-redirect-added', at: 'P1DT4H', delivered: 'P1DT9H' },
    { sample: 'm365/credential-secret-added', at: 'P3D', redelivered: ['P3DT2H'] },
  ],
})
