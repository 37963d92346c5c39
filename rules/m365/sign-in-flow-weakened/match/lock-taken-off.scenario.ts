import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The lock on the properties of a service principal is removed',
  start: '2026-03-11T09:00:00Z',
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
