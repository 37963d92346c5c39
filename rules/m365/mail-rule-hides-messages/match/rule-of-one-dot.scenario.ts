import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mailbox rule named with one dot deletes the mail of a supplier',
  steps: [
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'PT1M',
      replace: {
        '"Newsletter"': '"."',
        'security@northpier.example': 'accounts@supplier.example',
        '"DeleteMessage",\n      "Value": "False"': '"DeleteMessage",\n      "Value": "True"',
      },
    },
  ],
})
