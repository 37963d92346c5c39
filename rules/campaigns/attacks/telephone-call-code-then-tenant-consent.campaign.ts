import { attackCampaign } from '../campaign.ts'
import {
  DAY,
  HOUR,
  idOf,
  idsOf,
  inOrder,
  MINUTE,
  Office,
  officeDays,
  type Person,
  staff,
  workdays,
} from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.71', asn: 64_512, country: 'CA', city: 'Hamilton' }
const HOST = { ip: '203.0.113.14', asn: 64_623, country: 'US', city: 'Dallas' }
const SERVER = { ip: '203.0.113.15', asn: 64_623, country: 'US', city: 'Dallas' }
const CODE = { authenticationProtocol: 'deviceCode', originalTransferMethod: 'deviceCodeFlow' }

export default attackCampaign({
  title: 'A caller has an administrator type a device code, and consents for the whole tenant with it',
  sources: [
    'https://www.cybersecnews.ai/weekly-brief/19',
    'https://www.imtr.net/article/device-code-phishing-hits-340-microsoft-365-orgs-across-five-countries-via-bae4',
    'https://hivesecurity.gitlab.io/blog/oauth-consent-phishing-app-grants-2026',
  ],
  facts: [
    'Callers in February 2026 pretend to be the IT support and read out a device code for microsoft.com/devicelogin.',
    'The sign-in happens on the real page of Microsoft with the real second factor, and gives the caller tokens.',
    'The token comes from the network of a hosting firm, with the device code as its protocol.',
    'An administrator can consent for the whole tenant, so that one call gives away all mailboxes.',
    'Files of SharePoint are fetched, and the access of the application outlives the revoked sessions.',
  ],
  build: (random) => {
    const office = new Office(random, 'stelcrane.example')
    const people = staff(random, 'stelcrane.example', 15, OFFICE)
    const [admin, responder, developer, ...rest] = people as [Person, Person, Person, ...Person[]]
    const days = workdays('2026-02-02', 105)
    const background = officeDays(office, people, days, [office.app('Webex', { foreign: true })])
    // A developer uses device codes at a console in the office each Monday.
    const console = office.app('Microsoft Azure CLI', { appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' })
    for (const day of days.filter((time) => new Date(time).getUTCDay() === 1)) {
      background.push(office.signIn(day + 14 * HOUR + random.integer(0, 60) * MINUTE, developer, console, OFFICE, CODE))
    }

    const suite = office.app('Microsoft Office', { appId: 'd3590ed6-52b3-4102-aeff-aad2292ab01c' })
    const bridge = office.app('Mail Continuity Bridge', { foreign: true })
    const key = { key: random.uuid() }
    const start = Date.parse('2026-05-12T15:22:00Z')
    const code = office.signIn(start, admin, suite, HOST, {
      ...CODE,
      userAgent: 'python-requests/2.32.5',
      clientAppUsed: 'Mobile Apps and Desktop clients',
    })
    const added = office.newPrincipal(start + 16 * MINUTE, admin, bridge)
    const roles = (['Mail.Read', 'Files.Read.All', 'Directory.Read.All'] as const).map((role, i) =>
      office.appRole(start + 17 * MINUTE + i * 1000, admin, bridge, role),
    )
    const consent = office.consent(start + 17 * MINUTE + 4000, admin, bridge, 'User.Read', 'everyone')
    const entries = [25, 110].map((minutes) => office.signIn(start + minutes * MINUTE, key, bridge, SERVER))
    const reads = rest.slice(0, 9).flatMap((person, i) =>
      Array.from({ length: 5 }, (_, k) =>
        office.mail(start + (28 + i * 5 + k) * MINUTE, person, bridge, {
          ip: SERVER.ip,
          alone: true,
          folder: k === 4 ? 'Archive' : 'Inbox',
          count: random.integer(20, 60),
        }),
      ),
    )
    const files = Array.from({ length: 60 }, (_, i) =>
      office.file(
        start + 112 * MINUTE + i * 15_000,
        'alone',
        bridge,
        SERVER.ip,
        random.pick(['sales', 'legal', 'customers']),
        `${random.pick(['contract', 'price-list', 'claims'])}-${i}.docx`,
      ),
    )
    const response = office.reset(start + 22 * HOUR, responder, admin)
    const later = [1, 2].flatMap((day) => {
      const time = start + day * DAY + 3 * HOUR
      return [
        office.signIn(time, key, bridge, SERVER),
        ...rest
          .slice(2, 6)
          .map((person, i) =>
            office.mail(time + (3 + i) * MINUTE, person, bridge, { ip: SERVER.ip, alone: true, count: 30 }),
          ),
      ]
    })
    const removed = office.remove(start + 3 * DAY, responder, bridge)

    return {
      records: inOrder([
        ...background,
        code,
        added,
        ...roles,
        ...consent,
        ...entries,
        ...reads,
        ...files,
        ...response,
        ...later,
        ...removed,
      ]),
      firstHostile: idOf(code),
      dataLeft: idsOf([...reads, ...files, ...later.filter((record) => record.Operation === 'MailItemsAccessed')]),
      required: [
        {
          act: 'An administrator signs in with a device code from a hosting firm',
          ids: [idOf(code)],
          minimum: 'medium',
        },
        {
          act: 'A new application of another tenant may read all mail and all files',
          ids: idsOf([...roles, ...consent]),
          minimum: 'high',
        },
        { act: 'The application reads many mailboxes on its first day', ids: idsOf(reads), minimum: 'high' },
        { act: 'The application fetches files of many sites', ids: idsOf(files), minimum: 'medium' },
        { act: 'The application goes on after the reset of the administrator', ids: idsOf(later), minimum: 'high' },
      ],
      quiet: idsOf(background),
    }
  },
})
