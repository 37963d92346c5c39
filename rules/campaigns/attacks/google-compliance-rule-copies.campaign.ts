// UNC6508: an administrator's account makes a content compliance rule that copies chosen mail to a free mail account.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { delivery, mailRule } from '../google-routing.ts'
import { seenIn } from '../google-vault.ts'

const start = time('2026-04-20T22:41:00Z')
const end = start + 34 * DAY

export default attackCampaign({
  title: 'A compliance rule of a stolen administrator copies research mail to an outside account',
  sources: [
    'https://www.suped.com/blog/google-reports-unc6508-used-workspace-rules-to-steal-email',
    'https://oceanichost.com/blog/email-rules-as-a-persistence-vector-why-your-workspace-matters',
  ],
  facts: [
    'The actor had stolen credentials from research servers and reached an administrator account of Google Workspace.',
    'The actor made a content compliance rule that sends a blind copy of each matching message to a Gmail account.',
    'The copies go on for weeks, because a rule does not depend on the password of the administrator.',
    'Only the admin log and the Gmail log are collected; the admin log has the name of the rule, but not its address.',
  ],
  build: (random) => {
    const org = organization(random, 'harrow-institute.example', 18)
    const days = seenIn(background(org, { until: end, days: 100, records: 1500 }), ['admin'])
    const hosting = network('146.70.117.58', 9009, 'NL')
    const drop = 'institute.review.desk@gmail.com'
    const label = 'Grant review archive'
    // The administrators keep rules of their own, always from the office.
    const own = ['Footer of the institute', 'Spam bypass for the printer', 'Footer of the institute'].map(
      (name, index) =>
        mailRule(org, {
          at: start - (70 - index * 22) * DAY - 9 * HOUR,
          who: org.admin,
          act: index === 2 ? 'CHANGE' : 'CREATE',
          label: name,
        }),
    )
    const ordinary = Array.from({ length: 260 }, () => {
      const who = random.pick(org.people)
      return delivery(org, {
        at: workMoment(org, end, 95),
        who,
        kind: 2,
        sender: random.pick(['orders@labware.example', 'desk@travel.example', 'news@journal.example']),
        subject: random.pick(['Your order', 'Itinerary', 'New issue', 'Call notes']),
        to: [{ address: who.email, service: 'gmail-ui' }],
      })
    })
    const first = mailRule(org, { at: start, who: org.admin, from: hosting, act: 'CREATE', label })
    const fixed = mailRule(org, { at: start + 13 * MINUTE, who: org.admin, from: hosting, act: 'CHANGE', label })
    const copies = Array.from({ length: 22 }, (_, index) => {
      const who = person(org, 4 + (index % 3))
      return delivery(org, {
        at: start + 14 * HOUR + index * 36 * HOUR,
        who,
        kind: 2,
        sender: 'programme.office@defence-grants.example',
        subject: random.pick(['Trial protocol', 'Vaccine study', 'Export licence', 'Programme review']),
        to: [
          { address: who.email, service: 'gmail-ui' },
          { address: drop, service: 'smtp-outbound' },
        ],
        rule: label,
      })
    })
    return {
      records: timeline(days.records, own, ordinary, [first, fixed], copies),
      firstHostile: idOf(first),
      dataLeft: ids(copies),
      required: [
        {
          act: 'An administrator makes a mail rule for everybody from a hosting network',
          ids: ids([first, fixed]),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(own), ...ids(ordinary.slice(0, 15))],
    }
  },
})
