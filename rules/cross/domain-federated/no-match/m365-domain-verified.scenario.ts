import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A domain is verified, and a change of the domain authentication fails',
  steps: [
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT1M',
      replace: { 'Add member to role': 'Verify domain' },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT2M',
      replace: {
        'Add member to role': 'Set domain authentication',
        '"result": "success"': '"result": "failure"',
        '157129988': '157129989',
      },
    },
  ],
})
