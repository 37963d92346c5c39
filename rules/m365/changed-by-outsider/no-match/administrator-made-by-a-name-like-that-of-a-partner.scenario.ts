import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account of the tenant with a name like that of a partner makes a person an administrator',
  steps: [
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT1M',
      replace: { 'tomas.lindqvist@northpier.example': 'user_a1b2c3d4e5f6@northpier.example' },
    },
  ],
})
