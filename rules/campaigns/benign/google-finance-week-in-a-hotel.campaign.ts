// Finance works a week in a hotel abroad: a new mail client for three accounts, and invoices for the auditor.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { businessEdition, downloads, newPassword } from '../google-business-edition.ts'
import { authorize, signIn } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Three people of finance set up a desktop mail client in a hotel and download invoices for the auditor',
  sources: ['https://support.google.com/a/answer/7281227', 'https://support.google.com/drive/answer/10838124'],
  resembles:
    'One foreign address signs in to three finance accounts, gives a desktop client whole mailboxes, and downloads invoices.',
  accounts: 22,
  days: 104,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'osier-textiles.example', 22)
    const start = time('2026-06-15T00:00:00Z')
    const days = businessEdition(background(org, { until: start + 12 * DAY, days: 104, records: 1100 }))
    const hotel = network('192.0.2.118', 64561, 'PT', 'PT-11')
    const mail = app(random, 'Heronmail', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_DESKTOP')
    const copy = app(random, 'Drive copy for desktop', ['drive', 'userinfo.email'], 'NATIVE_DESKTOP')
    const finance = [person(org, 2), person(org, 7), person(org, 12)]
    // The administrator and two engineers have used both clients in the office for weeks.
    const pilots = [org.admin, person(org, 3), person(org, 8)].flatMap((who, index) =>
      [mail, copy].map((client, n) =>
        authorize(org, { at: start - (30 - index * 3) * DAY + (9 + n) * HOUR, who, app: client }),
      ),
    )
    const trip = finance.flatMap((who, index) => {
      const at = start + DAY + 8 * HOUR + index * 25 * MINUTE
      const set = authorize(org, { at: at + 7 * MINUTE, who, app: mail, from: hotel })
      const evenings = [1, 2, 3].map((later) =>
        signIn(org, { at: at + later * DAY + random.integer(0, 300) * MINUTE, who, from: hotel }),
      )
      return [signIn(org, { at, who, from: hotel }), set, ...evenings]
    })
    const [head, clerk] = finance
    if (!head || !clerk) throw new RangeError('nobody in finance')
    const morning = start + 2 * DAY + 9 * HOUR
    const given = authorize(org, { at: morning, who: head, app: copy, from: hotel })
    const taken = downloads(org, {
      start: morning + 4 * MINUTE,
      count: 70,
      gap: [6, 40],
      who: head,
      from: hotel,
      app: copy,
      titles: ['Invoice', 'Bank confirmation', 'Stock list'],
    })
    // The clerk forgets the password, and connects the client again.
    const reset = newPassword(org, { at: start + 3 * DAY + 9 * HOUR, from: org.office, target: clerk })
    const after = start + 3 * DAY + 9 * HOUR + 20 * MINUTE
    const again = [
      signIn(org, { at: after, who: clerk, from: hotel }),
      authorize(org, { at: after + 5 * MINUTE, who: clerk, app: mail, from: hotel }),
    ]
    const work = [trip, [given, reset], taken, again]
    return { records: timeline(days.records, pilots, ...work), ids: ids(...work) }
  },
})
