// A service account becomes group administrator without delegation, and puts outside addresses into groups that open Drive and the cloud.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { accountEmail, createAccount, createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { admin, file, signIn } from '../google-events.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, type Person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'A new service account with the role of a group administrator adds outside members',
  sources: [
    'https://docs.cloud.google.com/identity/docs/how-to/setup',
    'https://developers.google.com/workspace/admin/directory/v1/guides/manage-roles',
    'https://docs.forestall.io/fsprotect/edges/gcp/gws_add_group_member',
  ],
  facts: [
    'A service account can manage groups as group administrator, without domain-wide delegation.',
    'The role is assigned to the unique number of the service account; its acts appear in the log under its own name.',
    'A new member inherits the roles of the group in Google Cloud at once, and no policy change appears in the cloud log.',
    'Members that the Admin API adds appear in the admin log.',
    'Variant of the author: the group also opens shared files, and the outside member downloads them later.',
  ],
  build: (random) => {
    const org = organization(random, 'copperlea.example', 20)
    const start = time('2026-03-03T18:27:00Z')
    const days = background(org, { until: start + 7 * DAY, days: 77, records: 850 })
    const hosting = network('203.0.113.53', 14061, 'NL', 'NL-NH')
    const account: ServiceAccount = { project: 'copperlea-labs', name: 'grp-reconcile', number: random.digits(21) }
    // A directory tool of the organization holds the same role since before the first record.
    const sync: ServiceAccount = { ...account, project: 'copperlea-it', name: 'hr-groups', number: random.digits(21) }
    const robot = (one: ServiceAccount): Person => ({
      ...org.admin,
      email: accountEmail(one),
      name: one.name,
      profileId: one.number,
    })
    const join = (at: number, who: Person, from: typeof hosting, group: string, member: string) =>
      admin(org, {
        at,
        who,
        from,
        type: 'GROUP_SETTINGS',
        name: 'ADD_GROUP_MEMBER',
        values: { GROUP_EMAIL: `${group}@${org.domain}`, USER_EMAIL: member },
      })
    const cloud = network('192.0.2.91', 396982, 'BE')
    const usual = Array.from({ length: 40 }, () => {
      const member = random.pick(org.people).email
      return join(
        workMoment(org, start - HOUR, 68),
        robot(sync),
        cloud,
        random.pick(['sales', 'all', 'people']),
        member,
      )
    })
    const common = { who: org.admin, from: hosting, account }
    const entered = signIn(org, { at: start, who: org.admin, from: hosting })
    const made = createAccount(org, { ...common, at: start + 6 * MINUTE })
    const key = createKey(org, { ...common, at: start + 8 * MINUTE })
    const role = admin(org, {
      at: start + 12 * MINUTE,
      who: org.admin,
      from: hosting,
      type: 'DELEGATED_ADMIN_SETTINGS',
      name: 'ASSIGN_ROLE',
      values: { ROLE_NAME: '_GROUPS_ADMIN_ROLE', USER_EMAIL: accountEmail(account) },
    })
    const outside = ['d.keller.consult@gmail.com', 'ops-audit@partner-review.example']
    const joined = ['platform-admins', 'finance-close', 'board'].flatMap((group, index) =>
      outside.map((member, place) =>
        join(start + (3 + index) * DAY + (place + 2) * MINUTE, robot(account), hosting, group, member),
      ),
    )
    const guest: Person = { ...org.admin, email: outside[0] ?? '', name: 'Guest', profileId: `1${random.digits(20)}` }
    const taken = Array.from({ length: 9 }, (_, index) =>
      file(org, {
        at: start + 6 * DAY + index * 4 * MINUTE,
        who: guest,
        from: network('203.0.113.58', 9009, 'CH', 'CH-ZH'),
        name: 'download',
        title: `Board pack part ${index + 1}`,
        kind: 'pdf',
        owner: org.people[1] ?? org.admin,
      }),
    )
    return {
      records: timeline(days.records, usual, [entered, made, key, role], joined, taken),
      firstHostile: ids([entered])[0] ?? '',
      dataLeft: ids(taken),
      required: [
        { act: 'a service account gets a role of a Workspace administrator', ids: ids([role]), minimum: 'medium' },
        { act: 'a key of a service account is made from a hosting network', ids: ids([key]), minimum: 'low' },
        { act: 'the new service account adds outside members to groups', ids: ids(joined), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(5, 25))],
    }
  },
})
