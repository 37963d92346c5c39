import { attackCampaign } from '../campaign.ts'
import { type Account, type Kept, Monitor, type Place } from '../scene-azure.ts'
import { after, workdays } from '../scene-microsoft.ts'

const recruiters = 'hr.arlen hr.bexley hr.corrin hr.dalby hr.esk hr.farrow hr.glenn hr.hurst'.split(' ')
const names = [...recruiters, 'ceo', 'cfo', 'counsel', 'chair', 'it.one', 'it.two']
const office: Place = { ip: '198.51.100.33', asn: 64_500, country: 'IE', city: 'Dublin' }
const vendor: Place = { ip: '34.240.11.90', asn: 16_509, country: 'IE', city: 'Dublin' }
const foreign: Place = { ip: '185.130.47.58', asn: 9009, country: 'RO', city: 'Bucharest' }

export default attackCampaign({
  title:
    'The stolen keys of a recruiting assistant read the mail of directors, and a forgotten second application follows',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://www.microsoft.com/en-us/security/blog/2025/03/05/silk-typhoon-targeting-it-supply-chain/',
  ],
  facts: [
    'Actors stole the keys and tokens of a vendor and used them in the systems of its customers.',
    'They searched the stolen data for passwords and keys of other systems.',
    'Silk Typhoon used applications that already had consent to take mail by Microsoft Graph, and multitenant applications of vendors to move on.',
    'No record of a new key appears in the tenant of the customer; only sign-ins and calls show the theft.',
  ],
  build: (random) => {
    const monitor = new Monitor(random)
    const people: Account[] = names.map((name) => ({
      upn: `${name}@corriganpharma.example`,
      oid: random.uuid(),
      ip: office.ip,
    }))
    const admin = people[12]
    const directors = people.slice(8, 12)
    const hiring = people.slice(0, 8)
    if (!admin) throw new RangeError('no people')
    const owner = random.uuid()
    const roles = 'Calendars.ReadWrite Mail.ReadWrite Mail.Send User.Read.All'
    const app = monitor.principal('Talentway Scheduling Assistant', owner, roles)
    const legacy = monitor.principal('Talentway Connector', owner, 'Mail.Read User.Read.All')
    const keys = [random.uuid(), random.uuid(), random.uuid()]
    const user = ({ oid }: Account, path: string) => `/users/${oid}${path}`
    const work: Kept[] = workdays('2026-05-04', 95).flatMap((day, i) => [
      ...people
        .filter(() => random.number() < 0.5)
        .map((person) => monitor.signIn(`${day}T08:${random.integer(10, 59)}:00`, person, office)),
      ...(i < 4 ? [monitor.signIn(`${day}T06:00:00`, legacy, vendor, keys[2])] : []),
      ...[8, 11, 14].flatMap((hour) => {
        const time = `${day}T${String(hour).padStart(2, '0')}:0${random.integer(0, 9)}:10`
        return [
          monitor.signIn(time, app, vendor, keys[0]),
          ...hiring
            .filter(() => random.number() < 0.4)
            .flatMap((person) => [
              monitor.call(
                after(time, 20),
                app,
                vendor,
                'GET',
                user(person, '/calendarView?startDateTime=2026-01-01'),
                9000,
              ),
              monitor.call(
                after(time, 25),
                app,
                vendor,
                'GET',
                user(person, "/messages?$filter=startswith(subject,'Interview')"),
                14_000,
              ),
            ]),
        ]
      }),
    ])
    const agent = 'python-requests/2.32.3'
    const t = '2026-07-14T22:10:00'
    const step = (seconds: number, method: string, path: string, bytes = 60_000) =>
      monitor.call(after(t, seconds), app, foreign, method, path, bytes, agent)
    const entry = monitor.signIn(t, app, foreign, keys[1], 'clientSecret')
    const scout = [step(60, 'GET', '/users?$top=999', 480_000), step(80, 'GET', '/organization')]
    const reads = Array.from({ length: 80 }, (_, i) =>
      step(
        300 + i * 40,
        'GET',
        user(
          directors[i % 4] ?? admin,
          i % 3 ? `/messages?$top=1000&$skip=${i}000` : '/messages?$search="password OR secret OR AKIA"',
        ),
        random.integer(90_000, 900_000),
      ),
    )
    const rule = step(4000, 'POST', user(directors[1] ?? admin, '/mailFolders/inbox/messageRules'), 900)
    const watch = step(4100, 'POST', '/subscriptions', 900)
    const again = monitor.signIn(after(t, 50_000), app, foreign, keys[1], 'clientSecret')
    const sent = Array.from({ length: 24 }, (_, i) =>
      step(50_060 + i * 9, 'POST', user(directors[1] ?? admin, '/sendMail'), 0),
    )
    const response = [
      monitor.audit('2026-07-16T10:05:00', 'Update service principal', admin, app, [
        ['AccountEnabled', [true], [false]],
      ]),
      monitor.signIn('2026-07-16T21:00:00', app, foreign, keys[1], 'clientSecret', 7_000_112),
    ]
    const second = monitor.signIn('2026-07-16T21:04:00', legacy, foreign, keys[2], 'clientSecret')
    const kept = Array.from({ length: 40 }, (_, i) =>
      monitor.call(
        after('2026-07-16T21:06:00', i * 55),
        legacy,
        foreign,
        'GET',
        user(directors[i % 4] ?? admin, `/messages?$top=500&$skip=${i}00`),
        300_000,
        agent,
      ),
    )
    const end = monitor.audit('2026-07-21T09:00:00', 'Remove service principal', admin, legacy, [])
    const all = [...work, entry, ...scout, ...reads, rule, watch, again, ...sent, ...response, second, ...kept, end]
    const ids = (...kinds: readonly (Kept | readonly Kept[])[]): string[] => kinds.flat().map(({ id }) => id)
    return {
      records: all.toSorted((a, b) => a.time.localeCompare(b.time)).map(({ record }) => record),
      firstHostile: entry.id,
      dataLeft: ids(scout, reads, kept),
      required: [
        {
          act: 'The assistant signs in from a strange network with another key',
          ids: ids(entry, again),
          minimum: 'medium',
        },
        { act: 'The assistant searches the mail of directors', ids: ids(reads), minimum: 'high' },
        { act: 'The assistant makes a mailbox rule and a subscription', ids: ids(rule, watch), minimum: 'medium' },
        { act: 'The assistant sends as the head of finance', ids: ids(sent), minimum: 'medium' },
        { act: 'The sleeping second application of the vendor reads on', ids: ids(second, kept), minimum: 'medium' },
      ],
      quiet: ids(work.filter((_, i) => i % 60 === 0)),
    }
  },
})
