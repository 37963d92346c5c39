import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application is registered as a public client',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1M',
      replace: { AvailableToOtherTenants: 'PublicClient', '"[\\r\\n  false\\r\\n]"': '"[\\r\\n  true\\r\\n]"' },
    },
  ],
})
