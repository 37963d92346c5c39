// An administrator's stolen session adds an identity provider of the attacker for one person, who then "grants" a mail client.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, signIn } from '../google-events.ts'
import { calls, samlSignIn } from '../google-grants.ts'
import { app, HOUR, ids, MINUTE, network, organization, person, text, time, timeline } from '../google-layouts.ts'
import { ssoProfileAlert } from '../google-vault.ts'

export default attackCampaign({
  title: 'A second identity provider for one organizational unit, and a mail client for the finance director',
  sources: [
    'https://medium.com/@peter.solagna/detection-of-inbound-sso-persistence-techniques-in-gcp-c56f7b2a588b',
    'https://cloud.google.com/security-command-center/docs/findings/threats/gsuite-sso-settings-changed',
    'https://developers.google.com/workspace/admin/alertcenter/reference/rest/v1beta1/SensitiveAdminAction',
  ],
  facts: [
    'Threat actors with the account of an administrator configured their own identity provider as a trusted source of identities.',
    'A change for the whole organization is noticed at once; a new profile for some users is quieter.',
    'The administrator log records the new profile under inbound SSO settings.',
    'The Alert Center reports a created profile as a sensitive act of an administrator.',
    'Cloud Identity creates no users on the way, so the attacker signs in as a user that exists.',
  ],
  build: (random) => {
    const org = organization(random, 'harborlane.example', 18)
    const start = time('2026-03-17T19:42:00Z')
    const days = background(org, { until: start - 2 * HOUR, days: 80, records: 820 })
    const hosting = network('203.0.113.71', 20473, 'NL', 'NL-NH')
    const director = person(org, 2)
    const unit = '/Finance/Directors'
    const profile = `inboundSamlSsoProfiles/${text(random, 15)}`
    const stolen = signIn(org, { at: start, who: org.admin, from: hosting })
    const setting = (minutes: number, name: string, values: Readonly<Record<string, string>>) =>
      admin(org, {
        at: start + minutes * MINUTE,
        who: org.admin,
        from: hosting,
        type: 'INBOUND_SSO_SETTINGS',
        name,
        values: { INBOUND_SSO_PROFILE_NAME: profile, ...values },
      })
    const moved = admin(org, {
      at: start + 6 * MINUTE,
      who: org.admin,
      from: hosting,
      type: 'USER_SETTINGS',
      name: 'MOVE_USER_TO_ORG_UNIT',
      values: { USER_EMAIL: director.email, ORG_UNIT_NAME: '/Finance', NEW_VALUE: unit },
    })
    const created = setting(9, 'INBOUND_SSO_PROFILE_CREATED', {})
    const assigned = setting(13, 'INBOUND_SSO_ASSIGNMENT_CREATED', { ORG_UNIT_NAME: unit })
    const alert = ssoProfileAlert(org, start + 9 * MINUTE, org.admin, profile)
    const entered = samlSignIn(org, { at: start + 31 * MINUTE, who: director, from: hosting })
    const client = app(random, 'Inbox Companion', ['https://mail.google.com/', 'contacts.readonly', 'openid', 'email'])
    const grant = authorize(org, { at: start + 36 * MINUTE, who: director, app: client, from: hosting })
    const reads = calls(org, {
      start: start + 40 * MINUTE,
      count: 90,
      gap: [4, 50],
      who: director,
      app: client,
      from: hosting,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
      bytes: [4_000, 90_000],
    })
    const acts = [stolen, moved, created, assigned, alert, entered, grant]
    return {
      records: timeline(days.records, acts, reads),
      firstHostile: ids([stolen])[0] ?? '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'a new identity provider becomes trusted, for one unit',
          ids: ids([created, assigned, alert]),
          minimum: 'medium',
        },
        { act: 'the director grants the whole mailbox from a hosting network', ids: ids([grant]), minimum: 'high' },
        { act: 'the new client reads the mailbox', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: days.quiet,
    }
  },
})
