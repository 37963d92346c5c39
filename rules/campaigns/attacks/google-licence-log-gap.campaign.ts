// An application takes the paid licence from the administrator that it acts for, copies a shared drive, and gives the licence back.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, signIn, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { licence } from '../google-outside.ts'

const nights = [0, 2, 5]
const titles = ['Tender price model', 'Board pack', 'Customer register', 'Salary bands', 'Plant drawings', 'Loan terms']

export default attackCampaign({
  title: 'A shared drive is copied while the account has no paid licence',
  sources: [
    'https://www.mitiga.io/blog/mitiga-security-advisory-lack-of-forensic-visibility-with-the-basic-license-in-google-drive',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-licenses-settings',
  ],
  facts: [
    'Drive log events are written only for accounts that have a paid licence.',
    'An attacker with administrator rights takes the licence from the account, copies files, and assigns the licence again.',
    'A copy from a shared drive leaves only the record of the source.',
    'The change of the licence is in the administrator log.',
  ],
  build: (random) => {
    const org = organization(random, 'quarrylane.example')
    const start = time('2026-03-10T21:12:00Z')
    const quietDays = background(org, { until: start + 8 * DAY, days: 84, records: 340 })
    const hired = network('146.70.117.24', 9009, 'RO', 'RO-B')
    const server = network('45.76.83.190', 20473, 'NL', 'NL-NH')
    const tool = app(random, 'Seat Optimizer', ['openid', 'userinfo.email', 'apps.licensing', 'drive'])
    const who = org.admin
    const entry = [
      signIn(org, { at: start, who, from: hired }),
      authorize(org, { at: start + 7 * MINUTE, who, app: tool, from: hired }),
    ]
    const gaps = nights.map((night) => {
      const at = start + night * DAY + 2 * HOUR
      const change = { by: who, from: server, target: who, through: tool }
      return {
        taken: [
          use(org, { at, who, app: tool, from: server, method: 'licensing.licenseAssignments.delete', bytes: 410 }),
          licence(org, 'USER_LICENSE_REVOKE', { at: at + 2000, ...change }),
        ],
        copied: run(org, { start: at + 6 * MINUTE, count: 7, gap: [120, 330] }, (moment) =>
          file(org, {
            at: moment,
            who,
            from: server,
            name: 'source_copy',
            title: random.pick(titles),
            owner: person(org, 2),
            app: tool,
            more: { owner_is_shared_drive: true, api_method: 'drive.files.copy' },
          }),
        ),
        given: [licence(org, 'USER_LICENSE_ASSIGNMENT', { at: at + 48 * MINUTE, ...change })],
      }
    })
    const taken = gaps.flatMap((gap) => gap.taken)
    const copied = gaps.flatMap((gap) => gap.copied)
    const given = gaps.flatMap((gap) => gap.given)
    // Ordinary work: a person leaves, and the licence is free for the next one.
    const leaver = licence(org, 'USER_LICENSE_REVOKE', {
      at: start - 30 * DAY - 9 * HOUR,
      by: who,
      from: org.office,
      target: person(org, 13),
    })
    return {
      records: timeline(quietDays.records, entry, taken, copied, given, [leaver]),
      firstHostile: ids(entry)[0] ?? '',
      dataLeft: ids(copied),
      required: [
        {
          act: 'an administrator grants licences and the whole Drive to a new client from a rented server',
          ids: ids(entry),
          minimum: 'medium',
        },
        {
          act: 'the client takes and returns the licence of the same account within the hour, and copies a shared drive between',
          ids: ids(taken, copied, given),
          minimum: 'medium',
        },
      ],
      quiet: [...quietDays.quiet, ...ids([leaver])],
    }
  },
})
