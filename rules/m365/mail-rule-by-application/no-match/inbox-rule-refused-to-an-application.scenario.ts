import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application fails to create a mailbox rule',
  steps: [
    {
      sample: 'm365/inbox-rule-redirects',
      at: 'PT1M',
      replace: {
        '"ClientAppId": ""': '"ClientAppId": "e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13"',
        '"ResultStatus": "True"': '"ResultStatus": "False"',
      },
    },
  ],
})
