import { scenario } from '../../../lib/scenario.ts'

const from = '"From",\n      "Value": "security@northpier.example"'
const remains = '"DeleteMessage",\n      "Value": "False"'
const deletes = '"DeleteMessage",\n      "Value": "True"'

export default scenario({
  title:
    'Users delete newsletters of a magazine, archive alerts of a tool, and filter mail of a food bank or a hackathon',
  steps: [
    { [from]: '"FromAddressContainsWords",\n      "Value": "newsletters@wired.com"', [remains]: deletes },
    { [from]: '"SubjectContainsWords",\n      "Value": "[alert resolved]"', 'RSS Feeds': 'Archive' },
    { [from]: '"SubjectContainsWords",\n      "Value": "hackathon"', [remains]: deletes },
    { [from]: '"From",\n      "Value": "news@foodbank.example"', [remains]: deletes },
    { '"Newsletter"': '"..."', 'RSS Feeds': 'Projects' },
    { [from]: '"SubjectContainsWords",\n      "Value": "invoice"', 'RSS Feeds': 'Archive' },
    {
      '"Newsletter"': '"."',
      'RSS Feeds': 'Archive',
      '"MarkAsRead",\n      "Value": "True"': '"MarkAsRead",\n      "Value": "False"',
    },
  ].map((replace, i) => ({ sample: 'm365/inbox-rule-moves-to-rss', at: `P${i}DT1M`, replace })),
})
