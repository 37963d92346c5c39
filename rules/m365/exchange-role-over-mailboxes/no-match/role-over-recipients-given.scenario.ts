import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account receives the role Mail Recipients, and the grant of ApplicationImpersonation fails',
  steps: [
    {
      sample: 'm365/exchange-role-granted-to-application',
      at: 'PT1M',
      replace: {
        'Application Mail.Read': 'Mail Recipients',
        '"App"': '"User"',
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'svc-sync@northpier.example',
      },
    },
    {
      sample: 'm365/exchange-role-granted-to-application',
      at: 'PT2M',
      replace: {
        'Application Mail.Read': 'ApplicationImpersonation',
        '"App"': '"User"',
        '"ResultStatus": "True"': '"ResultStatus": "False"',
        '5a480c4d-5167': '5a480c4e-5167',
      },
    },
  ],
})
