import { at, idsOf, nth, ordered, type Place, people, Workspace, workdays } from '../breach-layouts.ts'
import { benignWork } from '../campaign.ts'

const office: Place = { ip: '83.150.4.60', asn: 1759, country: 'FI', city: 'Turku' }

export default benignWork({
  title: 'An administrator adds addresses of a new brand to all accounts with GAM',
  sources: [
    'https://runtimeforge.io/writing/when-30-accounts-picked-up-hidden-email-aliases/',
    'https://github.com/GAM-team/GAM/wiki',
  ],
  resembles:
    'A client with the rights of the directory, authorized by an administrator, adds second addresses to dozens of accounts in an evening and removes old ones some weeks later.',
  accounts: 40,
  days: 88,
  allowed: 'medium',
  build: (random) => {
    const workspace = new Workspace(random)
    const staff = people(
      random,
      'aurajoki-paint.example',
      Array.from({ length: 40 }, (_, i) => `worker${i + 1}`).join(' '),
    )
    const admin = nth(staff, 0)
    const gam = workspace.client('GAM Aurajoki', 'NATIVE_DESKTOP')
    const scopes = ['admin.directory.user', 'admin.directory.user.alias', 'admin.directory.group', 'openid']
    const setUp = [workspace.grant(at('2026-03-10T08:12:00Z'), 'authorize', admin, office, gam, scopes)]
    const listing = workdays('2026-03-11', 80).map((date) =>
      workspace.call(at(`${date}T05:30:00Z`, random.number() * 9), admin, office, gam, 'directory.users.list', 48_000),
    )
    const change = (start: string, name: string, method: string, brand: string) =>
      staff.flatMap((who, i) => {
        const time = at(start, i * 0.3)
        return [
          workspace.admin(time, admin, office, 'USER_SETTINGS', name, {
            USER_EMAIL: who.upn,
            USER_NICKNAME: `${who.upn.split('@')[0]}@${brand}`,
          }),
          workspace.call(time, admin, office, gam, method, 380),
        ]
      })
    const work = ordered(
      setUp,
      listing,
      change('2026-03-24T17:30:00Z', 'ADD_NICKNAME', 'directory.users.aliases.insert', 'archipelago-paint.example'),
      change('2026-05-20T17:00:00Z', 'REMOVE_NICKNAME', 'directory.users.aliases.delete', 'turku-paint.example'),
    )
    return { records: ordered(workspace.office(staff.slice(0, 18), '2026-03-02', 88, office), work), ids: idsOf(work) }
  },
})
