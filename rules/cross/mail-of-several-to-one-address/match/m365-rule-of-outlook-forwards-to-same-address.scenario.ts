import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A rule made in Outlook and the settings of another mailbox forward to the same address in different notation',
  steps: [
    { sample: 'm365/inbox-rules-updated-in-outlook', at: 'PT1H', replace: { RuleCondition: 'RuleSequence' } },
    {
      sample: 'm365/mailbox-forwards-outside',
      at: 'P1D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { 'smtp:archive@northpier-billing.example': 'SMTP:Copy@Northpier-Billing.example' },
    },
  ],
})
