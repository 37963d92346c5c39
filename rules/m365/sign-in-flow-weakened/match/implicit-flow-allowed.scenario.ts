import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is allowed to use the implicit flow',
  steps: [{ sample: 'm365/application-public-client', at: 'PT1M', replace: { PublicClient: 'AllowImplicitFlow' } }],
})
