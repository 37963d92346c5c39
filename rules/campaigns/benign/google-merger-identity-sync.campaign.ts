// Two companies become one: the identity team makes a role for the sync account, and moves 640 accounts in five weeks.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { crowd } from '../google-crowd.ts'
import { admin, authorize } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, type Person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Merger: accounts, groups and applications of a second company arrive by an identity sync',
  sources: [
    'https://www.pulumi.com/registry/packages/googleworkspace/',
    'https://www.elastic.co/guide/en/security/current/prebuilt-rule-8-19-26-google-workspace-custom-admin-role-created.html',
  ],
  resembles: 'A service account gets a role that manages users, makes hundreds of accounts and sets many passwords.',
  accounts: 1900,
  days: 100,
  allowed: 'medium',
  build(random) {
    const org = organization(random, 'oakridge-group.example', 30)
    const start = time('2026-02-02T08:30:00Z')
    const until = start + 36 * DAY
    const days = background(org, { until, days: 100, records: 1600 })
    const account = 'identity-sync@oakridge-identity.iam.gserviceaccount.com'
    const own = network('198.51.100.64', 64501, 'DE', 'DE-HE')
    const robot: Person = { email: account, name: 'identity-sync', profileId: random.digits(21), unit: '', home: own }
    const act = (
      at: number,
      who: Person,
      type: string,
      name: string,
      values: Readonly<Record<string, string | boolean>>,
    ) => admin(org, { at, who, from: who === robot ? own : org.office, type, name, values })
    const role = { ROLE_NAME: 'Identity sync', ROLE_ID: random.digits(17) }
    const roles = 'DELEGATED_ADMIN_SETTINGS'
    const rights = ['USERS_ALL', 'GROUPS_ALL', 'ORGANIZATION_UNITS_ALL']
    const prepared = [
      act(start, org.admin, roles, 'CREATE_ROLE', role),
      ...rights.map((PRIVILEGE_NAME, index) =>
        act(start + (1 + index) * MINUTE, org.admin, roles, 'ADD_PRIVILEGE', { ...role, PRIVILEGE_NAME }),
      ),
      act(start + 6 * MINUTE, org.admin, roles, 'ASSIGN_ROLE', {
        ROLE_NAME: role.ROLE_NAME,
        USER_EMAIL: account,
        ORG_UNIT_NAME: '/',
      }),
      ...['Expense Harbor', 'Shiftplan', 'Contract Shelf', 'Fleetnote'].map((name, index) => {
        const known = app(random, name, [])
        return act(start + (30 + index * 4) * MINUTE, org.admin, 'SECURITY_SETTINGS', 'ADD_TO_LIMITED_OAUTH2_APPS', {
          OAUTH2_APP_ID: known.id,
          OAUTH2_APP_NAME: name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: '/Valewood',
        })
      }),
    ]
    const arrivals = crowd(org, 'vw', 'Valewood', 640)
    const groups = ['all-valewood', 'valewood-sales', 'valewood-plant', 'valewood-office']
    // Four waves, a week apart.
    const made = arrivals.flatMap((one, index) => {
      const at = start + (3 + 7 * Math.floor(index / 160)) * DAY + (index % 160) * 40_000
      const USER_EMAIL = one.email
      return [
        act(at, robot, 'USER_SETTINGS', 'CREATE_USER', { USER_EMAIL }),
        act(at + 4000, robot, 'GROUP_SETTINGS', 'ADD_GROUP_MEMBER', {
          GROUP_EMAIL: `${groups[index % 4]}@${org.domain}`,
          USER_EMAIL,
        }),
        ...(index % 5 === 0 ? [act(at + 2 * HOUR, robot, 'USER_SETTINGS', 'CHANGE_PASSWORD', { USER_EMAIL })] : []),
      ]
    })
    const tools = ['Expense Harbor', 'Shiftplan', 'Contract Shelf'].map((name) =>
      app(random, name, ['openid', 'userinfo.email', 'userinfo.profile', 'drive.file']),
    )
    const granted = arrivals.slice(0, 260).map((who, index) => {
      const at = start + (4 + 7 * Math.floor(index / 160)) * DAY + random.integer(0, 4 * DAY)
      return authorize(org, { at, who, app: random.pick(tools), from: who.home })
    })
    return {
      records: timeline(days.records, prepared, made, granted),
      ids: ids(prepared, made, granted),
    }
  },
})
