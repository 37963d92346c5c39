import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/domain-authentication-set',
  title: 'A domain is switched to federation in both logs',
  start: '2026-03-15T02:00:00Z',
  steps: [
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT1M',
      replace: { 'Update permission grant policy.': 'Set domain authentication.' },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT2M',
      replace: { 'Add member to role': 'Set federation settings on domain' },
    },
  ],
})
