import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The removal of an application access policy fails, and another policy is added',
  steps: [
    {
      sample: 'm365/application-access-policy-removed',
      at: 'PT1M',
      replace: { '"ResultStatus": "True"': '"ResultStatus": "False"' },
    },
    {
      sample: 'm365/application-access-policy-removed',
      at: 'PT9M',
      replace: { 'Remove-ApplicationAccessPolicy': 'New-ApplicationAccessPolicy' },
    },
  ],
})
