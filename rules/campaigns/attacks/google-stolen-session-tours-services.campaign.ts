// A stolen browser session opens one company service after the other, and its last step, an hour before the export ends, is a mail program.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  DAY,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'
import { samlDays, samlService } from '../google-saml.ts'
import { seenIn } from '../google-vault.ts'

const services = ['Salesforce', 'Workday', 'Amazon Web Services', 'Zendesk', 'Coupa', 'Lattice']

export default attackCampaign({
  title: 'A stolen session tours SAML services and Google sign-ins, and adds a mail program in the last hour',
  sources: [
    'https://pushsecurity.com/blog/a-new-class-of-phishing-verification-phishing-and-cross-idp-impersonation',
    'https://www.huntress.com/blog/identity-breach-google-workspace',
    'https://github.com/pushsecurity/saas-attacks',
  ],
  facts: [
    'A Google account is the key to hundreds of other services: by SAML, and by the button to sign in with Google.',
    'Thieves of sessions open the services within minutes, and make accounts at services that the person never used.',
    'All of these services are ordinary, and each of the grants has the name and the address alone.',
    'At last the thief connects a known mail program, so that the access outlives the session.',
  ],
  build: (random) => {
    const org = organization(random, 'hazelmoor-retail.example', 28)
    const end = time('2026-05-28T16:00:00Z')
    const days = seenIn(background(org, { until: end + DAY, days: 88, records: 1500 }), ['token', 'login', 'drive'])
    const ordinary = samlDays(org, { until: end + DAY, days: 88, count: 420, services })
    // Three colleagues use the mail program at work.
    const program = app(
      random,
      'eM Client',
      ['openid', 'email', 'profile', 'https://mail.google.com/'],
      'NATIVE_DESKTOP',
    )
    const known = [4, 9, 15].map((index) =>
      authorize(org, { at: end - 70 * DAY + index * 41 * MINUTE, who: person(org, index), app: program }),
    )

    const calm = new Set(days.quiet)
    const settled = ids(
      [...days.records.filter((record) => calm.has(idOf(record))), ...ordinary.slice(0, 14)].filter(
        (record) => timeOf(record) < end - DAY,
      ),
    )
    const victim = person(org, 12)
    const exit = network('203.0.113.206', 64498, 'SE')
    const noon = time('2026-05-28T12:06:00Z')
    const desk = signIn(org, { at: time('2026-05-28T07:14:00Z'), who: victim })
    const entered = signIn(org, { at: noon, who: victim, from: exit, suspicious: true })
    const toured = services.slice(0, 5).map((service, index) =>
      samlService(org, {
        at: noon + (3 + index * 2) * MINUTE,
        who: victim,
        from: exit,
        service,
        startedBy: 'idp',
      }),
    )
    const names = ['Rippling', 'Ramp', 'GitHub', 'Dropbox', 'Mercury', 'Gusto', 'Vercel']
    const joined = names.map((name, index) =>
      authorize(org, {
        at: noon + 18 * MINUTE + index * random.integer(70, 110) * 1000,
        who: victim,
        app: app(random, name, ['openid', 'userinfo.email', 'userinfo.profile']),
        from: exit,
      }),
    )
    const late = time('2026-05-28T15:31:00Z')
    const granted = authorize(org, { at: late, who: victim, app: program, from: exit })
    const read = calls(org, {
      start: late + MINUTE,
      count: 24,
      gap: [15, 50],
      who: victim,
      app: program,
      from: exit,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
      bytes: [7_000, 260_000],
    })

    return {
      records: timeline(days.records, ordinary, known, [desk, entered], toured, joined, [granted], read).filter(
        (record) => timeOf(record) <= end,
      ),
      firstHostile: idOf(entered),
      dataLeft: ids(read),
      required: [
        {
          act: 'one person opens five services within ten minutes after a suspicious login from a strange network',
          ids: ids([entered], toured),
          minimum: 'low',
        },
        {
          act: 'the same session signs in with Google at seven services that the person never used',
          ids: ids(joined),
          minimum: 'low',
        },
        {
          act: 'the same session grants all mail to a program, in the last hour of the export',
          ids: [idOf(granted)],
          minimum: 'medium',
        },
        { act: 'the program reads mail from the strange network at once', ids: ids(read), minimum: 'medium' },
      ],
      quiet: [...settled, ...ids([desk])],
    }
  },
})
