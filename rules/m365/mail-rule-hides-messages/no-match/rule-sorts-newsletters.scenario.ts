import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Mailbox rules move newsletters, move invoices to a work folder, or fail',
  steps: [
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'PT1M',
      replace: { 'security@northpier.example': 'news@supplier.example' },
    },
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'PT2M',
      replace: { 'security@northpier.example': 'invoices@supplier.example', RSS: 'Bookkeeping' },
    },
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'PT3M',
      replace: { '"ResultStatus": "True"': '"ResultStatus": "False"' },
    },
  ],
})
