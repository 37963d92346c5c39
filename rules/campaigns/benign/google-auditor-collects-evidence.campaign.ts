import { benignWork } from '../campaign.ts'
import { at, later, scopeOf, Workspace } from '../incident-layouts.ts'

const vendor = { ip: '34.66.210.7', asn: 396_982, country: 'US', city: 'Council Bluffs' }
const scopes = [
  'admin.directory.user.readonly',
  'admin.directory.group.readonly',
  'admin.reports.audit.readonly',
  'admin.directory.device.mobile.readonly',
]

export default benignWork({
  title: 'A compliance tool gets a delegation and collects evidence for the yearly audit',
  sources: [
    'https://worker-github.shheric.workers.dev/JupiterOne-Archives/graph-google/blob/main/docs/development.md',
    'https://br0k3nlab.com/LoFP/domainwide-delegation-of-authority-may-be-granted-to-service-accounts-by-sy/',
  ],
  resembles:
    'A super administrator delegates the domain to a service account of a vendor, which lists users, groups and logs as the administrator.',
  accounts: 22,
  days: 90,
  allowed: 'medium',
  build: (random) => {
    const desk = { ip: '198.51.100.212', asn: 64_500, country: 'NL', city: 'Utrecht' }
    const work = new Workspace(random, 'domplein-software.example', 22, desk)
    const chief = work.person(0)
    work.ordinary('2026-02-02', 90)
    const tool = {
      id: `1${random.digits(20)}`,
      name: 'Auditpost',
      type: 'TYPE_UNSPECIFIED',
      scopes: scopes.slice(0, 2).map(scopeOf),
    }
    const ids: string[] = []
    const start = '2026-03-03'
    ids.push(work.login(chief, at(start, '10:02'), desk))
    ids.push(work.delegate(chief, at(start, '10:20'), desk, tool))
    // The first run reported missing scopes: the entry is written again with all of them.
    ids.push(work.delegate(chief, at(later(start, 1), '09:12'), desk, { ...tool, scopes: scopes.map(scopeOf) }))
    for (let i = 0; i < 58; i++) {
      const night = (seconds: number) => at(later(start, i), '01:00', seconds + random.integer(0, 30))
      for (let page = 0; page < 3; page++)
        ids.push(work.call(chief, night(page * 40), tool, 'directory.users.list', vendor, 52_000))
      for (let group = 0; group < 8; group++)
        ids.push(work.call(chief, night(200 + group * 40), tool, 'directory.members.list', vendor))
      if (i > 0) ids.push(work.call(chief, night(900), tool, 'reports.activities.list', vendor, 90_000))
      if (i % 7 === 2) ids.push(work.call(chief, night(1000), tool, 'directory.mobiledevices.list', vendor, 30_000))
    }
    // Findings are repaired: second step for two persons, three old clients of users removed.
    for (const n of [6, 13])
      ids.push(
        work.admin(chief, at(later(start, 9), '11:00', n), desk, 'USER_SETTINGS', 'CHANGE_PASSWORD_ON_NEXT_LOGIN', {
          USER_EMAIL: work.person(n).mail,
          OLD_VALUE: 'false',
          NEW_VALUE: 'true',
        }),
      )
    const old = work.client('Picto Board', ['drive.file', 'userinfo.email'])
    for (const n of [3, 8, 14]) {
      ids.push(work.grant('authorize', work.person(n), at(later('2026-02-05', n), '10:00'), old, desk))
      ids.push(
        work.admin(chief, at(later(start, 10), '14:00', n), desk, 'USER_SETTINGS', 'REVOKE_3LO_TOKEN', {
          APP_ID: old.id,
          USER_EMAIL: work.person(n).mail,
        }),
      )
    }
    return { records: work.records, ids }
  },
})
