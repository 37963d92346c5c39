// An edited custom role lets the build account sign token requests of a delegated account; the member list stays the same.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { accountEmail, type ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { signedRequest } from '../google-federation.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { customRole } from '../google-protection.ts'

const project = 'quillon-release'
const plain = ['cloudbuild.builds.create', 'cloudbuild.builds.get', 'run.services.get', 'run.services.update']
const signing = 'iam.serviceAccounts.signJwt'

export default attackCampaign({
  title:
    'A permission slipped into a custom role lets the build account sign for a delegated account, two nights alone',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://cloud.google.com/iam/docs/audit-logging/examples-service-accounts',
    'https://rhinosecuritylabs.com/gcp/privilege-escalation-google-cloud-platform-part-1/',
  ],
  facts: [
    'Who may change a custom role of his own can give himself each permission.',
    'With the permission to sign, no key of the delegated service account is necessary.',
    'A delegated service account reads the mail of each person of the organization.',
    'The permission is removed again after use, so that a later review of the role finds nothing.',
  ],
  build(random) {
    const org = organization(random, 'quillon.example', 18)
    const start = time('2026-03-09T00:00:00Z')
    const until = start + 7 * DAY
    const days = background(org, { until, days: 110, records: 800 })
    const engineer = person(org, 3)
    const mailer: ServiceAccount = { project, name: 'letter-sender', number: `10${random.digits(19)}` }
    const runner: ServiceAccount = { project, name: 'release-runner', number: `11${random.digits(19)}` }
    const sender = delegatedApp(mailer, 'letter-sender', ['https://mail.google.com/'])
    const house = network('192.0.2.66', 64532, 'BE')
    const daily = dailyDelegation(org, {
      first: start - 105 * DAY + 6 * HOUR,
      days: 111,
      people: [5, 6, 8].map((index) => person(org, index)),
      app: sender,
      account: mailer,
      from: house,
      methods: ['gmail.users.messages.send', 'gmail.users.labels.list'],
    })

    // Ordinary: the engineer adds a permission to the role every few weeks.
    const more = ['logging.logEntries.list', 'artifactregistry.repositories.get', 'run.revisions.list']
    const edits = more.map((permission, index) =>
      customRole(org, {
        at: workMoment(org, start - 25 * (3 - index) * DAY, 6),
        who: engineer,
        from: org.office,
        project,
        role: 'releaseOperator',
        permissions: [...plain, ...more.slice(0, index + 1)],
        added: [permission],
      }),
    )

    const rented = network('203.0.113.144', 64542, 'LT')
    const role = { who: engineer, from: rented, project, role: 'releaseOperator' }
    const begin = start + DAY + 21 * HOUR + 17 * MINUTE
    const widened = customRole(org, {
      ...role,
      at: begin,
      permissions: [...plain, ...more, signing],
      added: [signing],
    })
    const caller = { email: accountEmail(runner), subject: `serviceAccount:${accountEmail(runner)}` }
    const nights = [begin + 40 * MINUTE, begin + DAY + 3 * HOUR]
    const targets = [0, 10, 11].map((index) => person(org, index))
    const signed = nights.flatMap((night) =>
      targets.map((_, index) =>
        signedRequest(org, { at: night + index * 11 * MINUTE, from: rented, caller, account: mailer }),
      ),
    )
    const reads = nights.flatMap((night) =>
      targets.flatMap((who, index) =>
        actsAs(org, {
          at: night + index * 11 * MINUTE + 4000,
          who,
          app: sender,
          account: mailer,
          from: rented,
          methods: [
            'gmail.users.messages.list',
            ...Array.from({ length: random.integer(5, 9) }, () => 'gmail.users.messages.get'),
          ],
        }),
      ),
    )
    const restored = customRole(org, {
      ...role,
      at: begin + DAY + 5 * HOUR,
      permissions: [...plain, ...more],
      removed: [signing],
    })

    return {
      records: timeline(days.records, daily, edits, [widened], signed, reads, [restored]),
      firstHostile: idOf(widened),
      dataLeft: ids(reads),
      required: [
        {
          act: 'The permission to sign for service accounts is added to a custom role from a new network',
          ids: [idOf(widened)],
          minimum: 'medium',
        },
        { act: 'The build account signs token requests of the delegated account', ids: ids(signed), minimum: 'medium' },
        {
          act: 'The delegated account reads mail of people that it never served, from a rented network',
          ids: ids(reads),
          minimum: 'high',
        },
      ],
      quiet: [...days.quiet, ...ids(edits, daily.slice(300, 600))],
    }
  },
})
