import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The exclusion of an application from conditional access fails',
  steps: [
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT1M',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
  ],
})
