// A stolen key of the desk automation makes backup codes for the treasurer; the files go through a new client.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { authorize, file, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import {
  activity,
  app as client,
  DAY,
  HOUR,
  idOf,
  ids,
  inUnit,
  MINUTE,
  type Network,
  network,
  organization,
  type Person,
  time,
  timeline,
} from '../google-layouts.ts'
import { parameters } from '../google-parameters.ts'

export default attackCampaign({
  title: 'The delegated desk automation makes backup codes and a new password for the treasurer',
  sources: [
    'https://developers.google.com/admin-sdk/directory/v1/reference/verificationCodes/generate',
    'https://docs.zenphi.com/docs/generate-verification-code',
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://www.paloaltonetworks.com/blog/?p=360729',
  ],
  facts: [
    'Desk automation uses a service account with domain-wide delegation to make backup codes as an administrator.',
    'Whoever holds the key of the service account can act as the administrator.',
    'Backup codes and a new password replace the second step of any user.',
    'The intruder signs in, grants a client access to Drive, and copies the files.',
  ],
  build: (random) => {
    const org = organization(random, 'hollowmere.example', 20)
    const start = time('2026-05-12T00:00:00Z')
    const days = background(org, { until: start + 6 * DAY, days: 76, records: 850 })
    const account = { project: 'hollowmere-desk', name: 'desk-flow', number: `1${random.digits(20)}` }
    const scopes = ['admin.directory.user', 'admin.directory.user.security']
    const desk = delegatedApp(account, 'Desk Flow', scopes)
    const usual = network('203.0.113.44', 396982, 'BE')
    const daily = dailyDelegation(org, {
      first: start - 70 * DAY + 8 * HOUR,
      days: 73,
      people: [org.admin],
      app: desk,
      account,
      from: usual,
      methods: ['directory.users.get'],
    })
    const change = (at: number, from: Network, name: string, target: Person) =>
      activity(org, {
        at,
        application: 'admin',
        who: org.admin,
        from,
        through: desk,
        impersonates: true,
        events: [{ type: 'USER_SETTINGS', name, parameters: parameters({ USER_EMAIL: target.email }) }],
      })
    // The desk helps a colleague without a telephone every second week.
    const helped = [63, 49, 36, 22, 8].map((before, i) =>
      change(
        start - before * DAY + 8 * HOUR + 25 * MINUTE,
        usual,
        'GENERATE_2SV_SCRATCH_CODES',
        org.people[4 + i] ?? org.admin,
      ),
    )
    const treasurer = inUnit(org, 'Finance')[0] ?? org.admin
    const hostile = network('192.0.2.93', 20473, 'NL')
    const at = start + 21 * HOUR + 4 * MINUTE
    const entered = actsAs(org, {
      at,
      who: org.admin,
      app: desk,
      account,
      from: hostile,
      methods: ['directory.users.list', 'directory.users.list', 'directory.verificationCodes.generate'],
    })
    const codes = change(at + MINUTE, hostile, 'GENERATE_2SV_SCRATCH_CODES', treasurer)
    const password = change(at + 2 * MINUTE, hostile, 'CHANGE_PASSWORD', treasurer)
    const login = activity(org, {
      at: at + 6 * MINUTE,
      who: treasurer,
      from: hostile,
      application: 'login',
      events: [
        {
          type: 'login',
          name: 'login_success',
          parameters: parameters({
            login_type: 'google_password',
            login_challenge_method: ['password', 'backup_code'],
            is_suspicious: true,
            is_second_factor: true,
          }),
        },
      ],
    })
    const mover = client(random, 'Cargo Drive Mover', ['drive'], 'NATIVE_DESKTOP')
    const given = authorize(org, { at: at + 11 * MINUTE, who: treasurer, app: mover, from: hostile })
    const copied = run(org, { start: at + 14 * MINUTE, count: 90, gap: [3, 9] }, (moment, i) =>
      file(org, { at: moment, who: treasurer, from: hostile, name: 'download', title: `Ledger ${i + 1}`, app: mover }),
    )
    const called = run(org, { start: at + 14 * MINUTE, count: 90, gap: [3, 9] }, (moment) =>
      use(org, { at: moment, who: treasurer, app: mover, from: hostile, method: 'drive.files.get', bytes: 900_000 }),
    )
    return {
      records: timeline(days.records, daily, helped, entered, [codes, password, login, given], copied, called),
      firstHostile: ids(entered)[0] ?? '',
      dataLeft: ids(copied, called),
      required: [
        {
          act: 'The desk client acts as the administrator from a network that it never used',
          ids: ids(entered, [codes]),
          minimum: 'medium',
        },
        {
          act: 'The client makes backup codes and a password for one person',
          ids: ids([codes, password]),
          minimum: 'high',
        },
        {
          act: 'The treasurer signs in with a backup code from the same network',
          ids: [idOf(login)],
          minimum: 'medium',
        },
        {
          act: 'A new client gets all of Drive and takes ninety files',
          ids: ids([given], copied, called),
          minimum: 'high',
        },
      ],
      quiet: [...days.quiet, ...ids(helped), ...ids(daily.slice(60, 80))],
    }
  },
})
