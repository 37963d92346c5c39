import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../scenarios/steps.ts'

const from = '"From",\n      "Value": "security@northpier.example"'
const here = { '203.0.113.77:49153': '203.0.113.90:49153' }

export default scenario({
  title: 'In a new network, an account deletes mail of a supplier, and archives alerts there and in a stolen session',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'P16DT10M',
      replace: {
        ...here,
        [from]: '"From",\n      "Value": "orders@supplier.example"',
        '"DeleteMessage",\n      "Value": "False"': '"DeleteMessage",\n      "Value": "True"',
      },
    },
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'P18DT10M',
      replace: {
        ...here,
        [from]: '"SubjectContainsWords",\n      "Value": "alert"',
        'RSS Feeds': 'Archive',
      },
    },
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'P30DT10M',
      replace: {
        '203.0.113.77:49153': '192.0.2.66:49153',
        [from]: '"SubjectContainsWords",\n      "Value": "alert"',
        'RSS Feeds': 'Archive',
      },
    },
  ],
})
