import { scenario } from '../../../lib/scenario.ts'

const name = '"Newsletter"'
const from = '"From",\n      "Value": "security@northpier.example"'
const folder = 'RSS Feeds'
const supplier = '"From",\n      "Value": "news@supplier.example"'
const read = '"MarkAsRead",\n      "Value": "True"'
const unread = '"MarkAsRead",\n      "Value": "False"'
const remains = '"DeleteMessage",\n      "Value": "False"'
const deletes = '"DeleteMessage",\n      "Value": "True"'

export default scenario({
  title:
    'Rules with meaningless names, folders in several languages, words about money in any case or no condition hide mail',
  steps: [
    { [name]: '";;;"', [from]: supplier },
    { [name]: '"zz"', [from]: supplier, [folder]: 'mara.voss@northpier.example:\\\\Flux RSS' },
    { [name]: '"...."', [from]: supplier, [folder]: 'Conversation History', [read]: unread },
    { [name]: '"."', [from]: supplier, [folder]: 'Archiv' },
    { [from]: '"SubjectContainsWords",\n      "Value": "INVOICE;PAYMENT;WIRE"', [remains]: deletes },
    {
      'Set-InboxRule': 'New-InboxRule',
      [from]: '"StopProcessingRules",\n      "Value": "True"',
      '"WithinSizeRangeMinimum",\n      "Value": "0 B (0 bytes)"': '"Priority",\n      "Value": "1"',
      [remains]: deletes,
      'RSS Feeds': 'Projects',
    },
    { [from]: '"BodyContainsWords",\n      "Value": "Überweisung"', [folder]: 'Gelöschte Elemente' },
  ].map((replace, i) => ({ sample: 'm365/inbox-rule-moves-to-rss', at: `P${i}DT1M`, replace })),
})
