import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account of another tenant fails to add a secret, and removes a secret',
  steps: [
    {
      sample: 'm365/credential-secret-added',
      at: 'PT1M',
      replace: {
        'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/credential-removed',
      at: 'PT5M',
      replace: { 'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com' },
    },
  ],
})
