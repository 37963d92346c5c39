// The personnel system makes the accounts of the apprentices on the first of August, through a delegated service account.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { admin, impersonation } from '../google-events.ts'
import { activity, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { parameters } from '../google-parameters.ts'

export default benignWork({
  title: 'The personnel system makes thirty accounts for apprentices, and six of them help at the service desk',
  sources: [
    'https://developers.google.com/workspace/admin/directory/v1/guides/manage-users',
    'https://support.google.com/a/answer/2405986',
  ],
  resembles:
    'A service account acts as the super administrator, makes many accounts at night and gives roles to new ones.',
  accounts: 31,
  days: 3,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'rheintal-werke.example', 20)
    const start = time('2026-07-31T00:00:00Z')
    const days = background(org, { until: start + 8 * DAY, days: 100, records: 900 })
    const account = { project: 'rheintal-personal', name: 'personal-konten', number: `1${random.digits(20)}` }
    const app = delegatedApp(account, 'Personalkonten', ['admin.directory.user', 'admin.directory.group'])
    const from = network('203.0.113.52', 24940, 'DE', 'DE-SN')
    const routine = dailyDelegation(org, {
      first: start - 88 * DAY + 2 * HOUR,
      days: 95,
      people: [org.admin],
      app,
      account,
      from,
      methods: ['directory.users.list', 'directory.groups.list'],
    })
    const change = (at: number, type: string, name: string, values: Record<string, string>) =>
      activity(org, {
        at,
        application: 'admin',
        who: org.admin,
        from,
        through: app,
        impersonates: true,
        events: [{ type, name, parameters: parameters(values) }],
      })
    // One new colleague in some weeks, from before.
    const earlier = [80, 61, 47, 33, 12].map((before, place) =>
      change(start - before * DAY + 2 * HOUR + 9 * MINUTE, 'USER_SETTINGS', 'CREATE_USER', {
        USER_EMAIL: `neu.${place + 1}@${org.domain}`,
      }),
    )
    const night = start + 26 * HOUR
    const apprentices = Array.from({ length: 30 }, (_, i) => `azubi.${String(i + 1).padStart(2, '0')}@${org.domain}`)
    const token = impersonation(org, { at: night, who: org.admin, app, from, account: accountEmail(account) })
    const made = apprentices.flatMap((email, place) => {
      const at = night + (place + 1) * 25_000
      return [
        change(at, 'USER_SETTINGS', 'CREATE_USER', { USER_EMAIL: email }),
        change(at + 8000, 'GROUP_SETTINGS', 'ADD_GROUP_MEMBER', {
          GROUP_EMAIL: `ausbildung@${org.domain}`,
          USER_EMAIL: email,
        }),
      ]
    })
    // The administrator gives the narrow role of the service desk by hand in the console.
    const roles = apprentices.slice(0, 6).map((email, place) =>
      admin(org, {
        at: start + 3 * DAY + 8 * HOUR + place * 2 * MINUTE,
        who: org.admin,
        from: org.office,
        type: 'DELEGATED_ADMIN_SETTINGS',
        name: 'ASSIGN_ROLE',
        values: { ROLE_NAME: '_HELP_DESK_ADMIN_ROLE', USER_EMAIL: email, ORG_UNIT_NAME: org.domain },
      }),
    )
    return { records: timeline(days.records, routine, earlier, [token], made, roles), ids: ids([token], made, roles) }
  },
})
