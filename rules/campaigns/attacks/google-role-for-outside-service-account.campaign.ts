// A taken administrator makes a harmless-looking role and gives it to a service account of another project; only the admin log exists.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin } from '../google-events.ts'
import { DAY, ids, MINUTE, network, organization, type Person, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'Custom administrator role for a service account of a foreign project',
  sources: [
    'https://www.elastic.co/guide/en/security/current/prebuilt-rule-8-19-26-google-workspace-custom-admin-role-created.html',
    'https://www.elastic.co/guide/en/security/8.19/google-workspace-admin-role-assigned-to-a-user-or-group.html',
    'https://www.pulumi.com/registry/packages/googleworkspace/',
  ],
  facts: [
    'Attackers make a custom role with only the rights that they need, and give it to an account that they control.',
    'Each right of the role is a separate ADD_PRIVILEGE event.',
    'The role has a name like those of reports, and no well-known role is touched.',
    'A service account can hold a role without domain-wide delegation, so no client is authorized.',
    'The service account waits 19 days, and then removes second steps, sets passwords and changes groups.',
    'The organization collects the admin log alone.',
  ],
  build(random) {
    const org = organization(random, 'brightwharf.example', 30)
    const taken = time('2026-03-05T19:12:00Z')
    const used = taken + 19 * DAY + 6 * 60 * MINUTE
    const days = seenIn(background(org, { until: used + 2 * DAY, days: 100, records: 3200 }), [
      'admin',
      'user_accounts',
    ])
    const vpn = network('185.234.219.18', 202425, 'NL', 'NL-NH')
    const role = 'Usage report reader'
    const account = 'usage-report@prismatic-flow-418802.iam.gserviceaccount.com'
    const number = random.digits(20)
    const delegated = 'DELEGATED_ADMIN_SETTINGS'
    const act = (minute: number, name: string, values: Readonly<Record<string, string>>) =>
      admin(org, { at: taken + minute * MINUTE, who: org.admin, from: vpn, type: delegated, name, values })
    const roleId = random.digits(17)
    const rights = ['USERS_ALL', 'GROUPS_ALL', 'USER_SECURITY_ALL', 'ORGANIZATION_UNITS_RETRIEVE', 'REPORTS_ACCESS']
    const made = [
      act(0, 'CREATE_ROLE', { ROLE_NAME: role, ROLE_ID: roleId }),
      ...rights.map((right, index) =>
        act(1 + index, 'ADD_PRIVILEGE', { ROLE_NAME: role, ROLE_ID: roleId, PRIVILEGE_NAME: right }),
      ),
    ]
    const assigned = [act(9, 'ASSIGN_ROLE', { ROLE_NAME: role, USER_EMAIL: account, ORG_UNIT_NAME: '/' })]
    const robot: Person = { email: account, name: 'usage-report', profileId: number, unit: '', home: vpn }
    const host = network('165.22.91.204', 14061, 'DE', 'DE-HE')
    const targets = [person(org, 2), person(org, 7), person(org, 13)]
    const passwords = targets.flatMap((target, index) =>
      ['TURN_OFF_2_STEP_VERIFICATION', 'CHANGE_PASSWORD'].map((name, step) =>
        admin(org, {
          at: used + (index * 4 + step) * MINUTE,
          who: robot,
          from: host,
          type: 'USER_SETTINGS',
          name,
          values: { USER_EMAIL: target.email },
        }),
      ),
    )
    const groups = ['payments', 'board', 'cloud-owners'].map((group, index) =>
      admin(org, {
        at: used + (20 + index * 3) * MINUTE,
        who: robot,
        from: host,
        type: 'GROUP_SETTINGS',
        name: 'ADD_GROUP_MEMBER',
        values: { GROUP_EMAIL: `${group}@${org.domain}`, USER_EMAIL: person(org, 7).email },
      }),
    )
    const [first] = ids(made)
    return {
      records: timeline(days.records, made, assigned, passwords, groups),
      firstHostile: first ?? '',
      dataLeft: [],
      required: [
        {
          act: 'a role that manages users goes to a service account of a project outside the organization',
          ids: ids(made, assigned),
          minimum: 'high',
        },
        {
          act: 'the service account removes second steps, sets passwords and adds a person to powerful groups',
          ids: ids(passwords, groups),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(days.records.slice(60, 74))],
    }
  },
})
