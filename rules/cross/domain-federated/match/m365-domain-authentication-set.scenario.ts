import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The authentication settings and the federation settings of a domain change, in both logs',
  steps: [
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 2,
        replace: {
          'Update permission grant policy.': ['Set domain authentication.', 'Set federation settings on domain.'],
        },
      },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT1H',
      repeat: {
        every: 'PT1M',
        times: 2,
        replace: { 'Add member to role': ['Set domain authentication', 'Set federation settings on domain'] },
      },
    },
  ],
})
