import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is closed to other tenants again',
  steps: [
    { sample: 'm365/application-made-multitenant', at: 'PT1M', replace: { '  true': '  false', '  false': '  true' } },
  ],
})
