import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator federates two domains within minutes, which are two alerts',
  steps: [
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT1M',
      replace: { 'Add member to role': 'Set domain authentication' },
      repeat: {
        every: 'PT1M',
        times: 2,
        replace: { 'jonas.reimer@northpier.example': ['northpier.example', 'northpier-login.example'] },
      },
    },
  ],
})
