import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The lock on the properties of a service principal is removed',
  steps: [
    {
      sample: 'm365/application-public-client',
      at: 'PT1M',
      replace: {
        PublicClient: 'ServicePrincipalLockConfiguration',
        '"[\\r\\n  true\\r\\n]"': '"[{\\"isEnabled\\":false,\\"allProperties\\":true}]"',
        '"[\\r\\n  false\\r\\n]"': '"[{\\"isEnabled\\":true,\\"allProperties\\":true}]"',
      },
    },
  ],
})
