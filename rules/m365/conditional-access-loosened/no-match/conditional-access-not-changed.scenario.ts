import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The exclusion of an application from conditional access fails',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT1M',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
  ],
})
