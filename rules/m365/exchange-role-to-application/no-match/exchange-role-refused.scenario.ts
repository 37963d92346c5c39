import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator fails to assign an Exchange role to an application',
  steps: [
    {
      sample: 'm365/exchange-role-granted-to-application',
      at: 'PT1M',
      replace: { '"ResultStatus": "True"': '"ResultStatus": "False"' },
    },
  ],
})
