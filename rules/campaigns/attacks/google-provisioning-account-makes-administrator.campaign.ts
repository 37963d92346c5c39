import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { impersonation } from '../google-events.ts'
import {
  activity,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  time,
  timeline,
} from '../google-layouts.ts'
import { passwordSignIn } from '../google-outside.ts'
import { parameters } from '../google-parameters.ts'

export default attackCampaign({
  title: 'A stolen key of the account that makes new colleagues makes one administrator more',
  sources: [
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://www.bitdefender.com/en-us/blog/businessinsights/the-chain-reaction-new-methods-for-extending-local-breaches-in-google-workspace',
  ],
  facts: [
    'A service account with delegated directory scopes acts as a super administrator.',
    'The intruder needs the key of the service account alone, and no password.',
    'The intruder makes an account with a plausible name and gives it the role of a super administrator.',
    'The admin log names the impersonated administrator as the one that did it.',
    'The new account signs in from a hosting network.',
  ],
  build: (random) => {
    const org = organization(random, 'quillmoor.example', 20)
    const start = time('2026-03-24T00:00:00Z')
    const days = background(org, { until: start + 5 * DAY, days: 72, records: 850 })
    const account = { project: 'quillmoor-people', name: 'joiners', number: `1${random.digits(20)}` }
    const app = delegatedApp(account, 'Joiners', ['admin.directory.user', 'admin.directory.rolemanagement'])
    const usual = network('203.0.113.40', 396982, 'BE')
    const routine = dailyDelegation(org, {
      first: start - 65 * DAY + 4 * HOUR,
      days: 69,
      people: [org.admin],
      app,
      account,
      from: usual,
      methods: ['directory.users.list', 'directory.users.get'],
    })
    const change = (at: number, from: typeof usual, type: string, name: string, values: Record<string, string>) =>
      activity(org, {
        at,
        application: 'admin',
        who: org.admin,
        from,
        through: app,
        impersonates: true,
        events: [{ type, name, parameters: parameters(values) }],
      })
    // New colleagues begin at times; the same account makes them.
    const joiners = [58, 44, 30, 16, 9].map((before, place) =>
      change(start - before * DAY + 4 * HOUR + 20 * MINUTE, usual, 'USER_SETTINGS', 'CREATE_USER', {
        USER_EMAIL: `new.colleague${place + 1}@${org.domain}`,
      }),
    )
    const hostile = network('192.0.2.166', 20473, 'JP')
    const at = start + 4 * HOUR + 9 * MINUTE
    const email = `workspace.sync@${org.domain}`
    const token = impersonation(org, { at, who: org.admin, app, from: hostile, account: accountEmail(account) })
    const made = change(at + MINUTE, hostile, 'USER_SETTINGS', 'CREATE_USER', { USER_EMAIL: email })
    const raised = change(at + 3 * MINUTE, hostile, 'DELEGATED_ADMIN_SETTINGS', 'ASSIGN_ROLE', {
      ROLE_NAME: '_SEED_ADMIN_ROLE',
      USER_EMAIL: email,
      ORG_UNIT_NAME: org.domain,
    })
    const spare: Person = {
      email,
      name: 'Workspace Sync',
      profileId: `1${random.digits(20)}`,
      unit: 'IT',
      home: hostile,
    }
    const login = passwordSignIn(org, { at: at + 2 * DAY, who: spare, from: network('192.0.2.171', 20473, 'JP') })
    return {
      records: timeline(days.records, routine, joiners, [token, made, raised, login]),
      firstHostile: idOf(token),
      dataLeft: [],
      required: [
        {
          act: 'The service account acts as the administrator from a network that it never used, and makes an account',
          ids: ids([token, made]),
          minimum: 'medium',
        },
        { act: 'A service account gives the highest role to a new account', ids: ids([raised]), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(joiners), ...ids(routine.slice(90, 110))],
    }
  },
})
