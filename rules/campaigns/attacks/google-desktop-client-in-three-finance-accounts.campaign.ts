// One foreign address signs in to three finance accounts and gives a desktop mail client the whole mailbox; Business edition.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { businessEdition, downloads, newPassword } from '../google-business-edition.ts'
import { authorize, file, signIn } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'A desktop mail client receives three finance mailboxes from one foreign address; no log of API calls',
  sources: [
    'https://sec.okta.com/articles/uncloakingvoidproxy/',
    'https://lexlabtools.com/security/gmail-bitm-defense/gmail-bitm-incident-response/',
    'https://help.constantedge.com/support/solutions/articles/44002783826-investigating-a-google-workspace-mailbox-breach',
  ],
  facts: [
    'A proxy between the victim and Google steals passwords, codes and sessions.',
    'The intruder gives a desktop client the scope of the whole mailbox; the token needs no further sign-in.',
    'The letters of the first victim bring the accounts of two colleagues to the same address.',
    'A second client with the scope of the whole Drive downloads invoices and contracts.',
    'The administrators set new passwords for two of the three; one victim is caught again from another address.',
    'A Business edition logs consent, sign-ins and files, but no calls of clients.',
  ],
  build: (random) => {
    const org = organization(random, 'linden-parcel.example', 22)
    const start = time('2026-06-09T00:00:00Z')
    const days = businessEdition(background(org, { until: start + 12 * DAY, days: 92, records: 1100 }))
    const proxy = network('192.0.2.201', 64540, 'RO', 'RO-B')
    const second = network('192.0.2.216', 64541, 'NL', 'NL-NH')
    const mail = app(
      random,
      'Mailvane Desktop',
      ['https://mail.google.com/', 'userinfo.email', 'contacts.readonly'],
      'NATIVE_DESKTOP',
    )
    const sync = app(random, 'Syncopy', ['drive', 'userinfo.email'], 'NATIVE_DESKTOP')
    const [clerk, buyer, head] = [person(org, 7), person(org, 12), person(org, 2)]

    const at = start + 12 * HOUR + 31 * MINUTE
    const enters = (then: number, who = clerk, from = proxy) => signIn(org, { at: then, who, from })
    const gives = (then: number, who = clerk, from = proxy) => authorize(org, { at: then, who, app: mail, from })
    const first = enters(at)
    const one = gives(at + 6 * MINUTE)
    const spread = [
      [buyer, 110],
      [head, 205],
    ] as const
    const logins = spread.map(([who, later]) => enters(at + later * MINUTE, who))
    const others = spread.map(([who, later]) => gives(at + (later + 4) * MINUTE, who))

    const morning = start + DAY + 6 * HOUR + 20 * MINUTE
    const opened = enters(morning, head)
    const drive = authorize(org, { at: morning + 3 * MINUTE, who: head, app: sync, from: proxy })
    const taken = downloads(org, {
      start: morning + 5 * MINUTE,
      count: 96,
      gap: [6, 40],
      who: head,
      from: proxy,
      app: sync,
      titles: ['Invoice', 'Carrier contract', 'Supplier master data', 'Bank confirmation'],
    })
    const resets = [clerk, buyer].map((target, index) =>
      newPassword(org, { at: start + 3 * DAY + 9 * HOUR + index * 4 * MINUTE, from: org.office, target }),
    )
    const back = start + 7 * DAY + 13 * HOUR + 47 * MINUTE
    const caught = enters(back, clerk, second)
    const again = gives(back + 5 * MINUTE, clerk, second)
    const letter = file(org, {
      at: back + 2 * HOUR,
      who: clerk,
      from: second,
      name: 'create',
      kind: 'document',
      title: 'New bank details of Linden Parcel',
    })
    const hostile = [[first, one, opened, drive, caught, again, letter], logins, others, taken]
    return {
      records: timeline(days.records, resets, ...hostile),
      firstHostile: ids([first])[0] ?? '',
      dataLeft: ids(taken),
      required: [
        { act: 'a new client gets a whole mailbox from a strange network', ids: ids([one]), minimum: 'medium' },
        { act: 'the same address gives it two more mailboxes', ids: ids(others), minimum: 'high' },
        { act: 'a second client takes invoices from Drive', ids: ids([drive], taken), minimum: 'medium' },
        { act: 'the client comes back after the new password', ids: ids([again]), minimum: 'medium' },
      ],
      quiet: days.quiet,
    }
  },
})
