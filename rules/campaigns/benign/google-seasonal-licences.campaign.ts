// A licence manager takes paid licences from seasonal workers in the quiet months and gives them back.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { licence } from '../google-outside.ts'

export default benignWork({
  title: 'A licence manager moves paid licences between seasonal workers',
  sources: [
    'https://developers.google.com/workspace/admin/licensing/v1/how-tos/using',
    'https://www.mitiga.io/blog/mitiga-security-advisory-lack-of-forensic-visibility-with-the-basic-license-in-google-drive',
  ],
  resembles: 'Licences are taken and given by a client, some within the same day, so the Drive log has gaps.',
  accounts: 9,
  days: 60,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'orchardgate.example', 20)
    const start = time('2026-01-12T06:00:00Z')
    const calm = background(org, { until: start + 60 * DAY, days: 125, records: 420 })
    const server = network('20.73.152.18', 8075, 'NL', 'NL-NH')
    const manager = app(random, 'Licence Steward', [
      'openid',
      'userinfo.email',
      'apps.licensing',
      'admin.directory.user.readonly',
    ])
    const granted = [authorize(org, { at: start - 50 * DAY + 3 * HOUR, who: org.admin, app: manager })]
    const nightly = Array.from({ length: 109 }, (_, index) =>
      use(org, {
        at: start + (index - 49) * DAY - 3 * HOUR,
        who: org.admin,
        app: manager,
        from: server,
        method: 'licensing.licenseAssignments.listForProduct',
        bytes: random.integer(8_000, 12_000),
      }),
    )
    const seasonal = Array.from({ length: 8 }, (_, index) => person(org, 11 + index))
    const change = (name: 'USER_LICENSE_REVOKE' | 'USER_LICENSE_ASSIGNMENT', first: number) =>
      run(org, { start: first, count: seasonal.length, gap: [2, 6] }, (at, index) =>
        licence(org, name, { at, by: org.admin, from: server, target: seasonal[index] ?? org.admin, through: manager }),
      )
    const rounds = [0, 28].flatMap((days) => [
      change('USER_LICENSE_REVOKE', start + days * DAY),
      change('USER_LICENSE_ASSIGNMENT', start + (days + 14) * DAY),
    ])
    // One worker comes back early: the administrator returns the licence within forty minutes by hand.
    const early = person(org, 14)
    const byHand = { by: org.admin, from: org.office, target: early }
    const mistake = [
      licence(org, 'USER_LICENSE_REVOKE', { at: start + 50 * DAY + 3 * HOUR, ...byHand }),
      licence(org, 'USER_LICENSE_ASSIGNMENT', { at: start + 50 * DAY + 3 * HOUR + 40 * MINUTE, ...byHand }),
    ]
    const season = Array.from({ length: 30 }, () =>
      file(org, {
        at: workMoment(org, start + 60 * DAY, 15),
        who: random.pick(seasonal),
        from: org.office,
        name: random.pick(['view', 'edit', 'copy', 'download']),
        title: random.pick(['Shift plan', 'Delivery list', 'Safety sheet']),
        owner: person(org, 1),
        more: { owner_is_shared_drive: true },
      }),
    )
    return {
      records: timeline(calm.records, granted, nightly, ...rounds, mistake, season),
      ids: ids(granted, nightly, ...rounds, mistake, season),
    }
  },
})
