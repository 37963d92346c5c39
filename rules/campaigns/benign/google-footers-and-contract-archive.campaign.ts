// The mail team changes footers each quarter, and makes a rule that copies contract mail to the archive of a supplier. Admin and Gmail logs.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'
import { delivery, mailRule } from '../google-routing.ts'
import { seenIn } from '../google-vault.ts'

const end = time('2026-07-03T16:00:00Z')

export default benignWork({
  title: 'Footers of the quarter and a rule for the contract archive',
  sources: [
    'https://support.google.com/a/answer/1346934?hl=en',
    'https://support.econz.net/customer/set-up-rules-for-advanced-email-content-filtering',
  ],
  resembles:
    'An administrator makes content rules for everybody, and one rule sends a copy of each matching message to an outside address, as UNC6508 did.',
  accounts: 19,
  days: 100,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'tessin-homes.example', 19)
    const days = seenIn(background(org, { until: end, days: 100, records: 1400 }), ['admin'])
    const units = ['Sales', 'Finance', 'Engineering', 'People', 'Operations']
    const footers = [86, 2].flatMap((before, quarter) =>
      units.map((unit, index) =>
        mailRule(org, {
          at: end - before * DAY - 6 * HOUR + index * 7 * MINUTE,
          who: org.admin,
          act: quarter === 0 ? 'CREATE' : 'CHANGE',
          label: `Footer ${unit}`,
          unit: `/${unit}`,
        }),
      ),
    )
    const label = 'Contract archive (ticket 4471)'
    const made = end - 31 * DAY - 5 * HOUR
    const rules = [
      mailRule(org, { at: made, who: org.admin, act: 'CREATE', label, unit: '/Sales' }),
      mailRule(org, { at: made + 50 * MINUTE, who: org.admin, act: 'CHANGE', label, unit: '/Sales' }),
    ]
    const clients = ['buyer@homeloan.example', 'notary@deeds.example', 'site@builders.example']
    const received = (at: number, index: number, copied: boolean) => {
      const who = person(org, 1 + (index % 6))
      return delivery(org, {
        at,
        who,
        kind: 2,
        sender: random.pick(clients),
        subject: random.pick(['Purchase contract', 'Signed pages', 'Question on clause 4']),
        to: [
          { address: who.email, service: 'gmail-ui' },
          ...(copied ? [{ address: 'journal@tessin.safe-archive.example', service: 'smtp-outbound' }] : []),
        ],
        ...(copied ? { rule: label } : {}),
      })
    }
    const plain = Array.from({ length: 220 }, (_, index) => received(workMoment(org, end, 95), index, false))
    const copies = Array.from({ length: 140 }, (_, index) => received(workMoment(org, end, 30), index, true))
    return {
      records: timeline(days.records, footers, rules, plain, copies),
      ids: ids(footers, rules, copies),
    }
  },
})
