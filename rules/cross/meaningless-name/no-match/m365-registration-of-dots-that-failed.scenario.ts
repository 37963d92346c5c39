import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The registration of an application with a name of dots fails',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1M',
      replace: { 'Payroll Bridge': '.....', '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
  ],
})
