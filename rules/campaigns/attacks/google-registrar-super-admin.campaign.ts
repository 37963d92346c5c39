// The registrar that resells Workspace is hijacked: an outsider makes a super administrator, who adds mail clients to the founders' accounts.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize } from '../google-events.ts'
import { app, DAY, ids, MINUTE, network, organization, type Person, person, time, timeline } from '../google-layouts.ts'
import { passwordSignIn } from '../google-outside.ts'

export default attackCampaign({
  title: 'A super administrator from the hijacked registrar account connects a phone to the mail of founders',
  sources: [
    'https://securityalliance.notion.site/A-Squarespace-Retrospective-or-How-to-Coordinate-an-Industry-Wide-Incident-Response-fead693b66c14543a48283d85aec19ad',
    'https://socket.dev/blog/squarespace-domain-hijacks-enabled-by-email-address-exploit-on-migrated-accounts',
    'https://status.squarespace.com/incidents/cw2wf55bps15',
  ],
  facts: [
    'In July 2024 attackers took over registrar accounts of more than a dozen companies.',
    'The registrar resold Workspace, so the attackers got control of Workspace organizations.',
    'They read mail and added devices.',
    'The victims were mostly companies of the cryptocurrency trade.',
  ],
  build: (random) => {
    const org = organization(random, 'basaltvault.example', 12)
    const start = time('2026-02-12T03:31:00Z')
    const quietDays = background(org, { until: start + 4 * DAY, days: 78, records: 320 })
    const hired = network('193.29.107.86', 207990, 'LU', 'LU-LU')
    const phone = app(
      random,
      'iOS Account Manager',
      ['https://mail.google.com/', 'calendar', 'carddav', 'userinfo.email', 'userinfo.profile'],
      'NATIVE_IOS',
    )
    const like = person(org, 3)
    const reseller: Person = {
      ...like,
      email: 'provisioning@registrarhouse.example',
      profileId: `1${random.digits(20)}`,
    }
    const made: Person = { ...like, email: `workspace-admin@${org.domain}`, profileId: `1${random.digits(20)}` }
    const target = { USER_EMAIL: made.email }
    const born = [
      admin(org, { at: start, who: reseller, from: null, type: 'USER_SETTINGS', name: 'CREATE_USER', values: target }),
      admin(org, {
        at: start + 40_000,
        who: reseller,
        from: null,
        type: 'DELEGATED_ADMIN_SETTINGS',
        name: 'ASSIGN_ROLE',
        values: { ROLE_NAME: '_SEED_ADMIN_ROLE', ...target },
      }),
    ]
    const first = [passwordSignIn(org, { at: start + 5 * MINUTE, who: made, from: hired })]
    const taken = [0, 1, 4].map((index, order) => {
      const who = person(org, index)
      const at = start + (14 + order * 17) * MINUTE
      const change = (after: number, name: string) =>
        admin(org, {
          at: at + after,
          who: made,
          from: hired,
          type: 'USER_SETTINGS',
          name,
          values: { USER_EMAIL: who.email },
        })
      return {
        changes: [change(0, 'TURN_OFF_2_STEP_VERIFICATION'), change(50_000, 'CHANGE_PASSWORD')],
        entry: [passwordSignIn(org, { at: at + 3 * MINUTE, who, from: hired })],
        device: [authorize(org, { at: at + 4 * MINUTE, who, app: phone, from: hired })],
      }
    })
    const changes = taken.flatMap((one) => one.changes)
    const devices = taken.flatMap((one) => one.device)
    // Ordinary work: people of the company use the same mail client on their phones.
    const ownPhones = [5, 6, 8].map((index) =>
      authorize(org, {
        at: start - (20 + index) * DAY + 8 * 60 * MINUTE,
        who: person(org, index),
        app: phone,
        from: person(org, index).home,
      }),
    )
    return {
      records: timeline(
        quietDays.records,
        ownPhones,
        born,
        first,
        changes,
        taken.flatMap((one) => one.entry),
        devices,
      ),
      firstHostile: ids(born)[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'an account from outside the organization makes a new user a super administrator within a minute',
          ids: ids(born),
          minimum: 'high',
        },
        {
          act: 'the new administrator removes the second step, sets passwords, and a mail client is connected from the same address',
          ids: ids(changes, devices),
          minimum: 'medium',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(ownPhones)],
    }
  },
})
