import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The exclusion of an account from mailbox auditing fails',
  steps: [
    {
      sample: 'm365/mailbox-audit-bypassed',
      at: 'PT1M',
      replace: { '"ResultStatus": "True"': '"ResultStatus": "False"' },
    },
  ],
})
