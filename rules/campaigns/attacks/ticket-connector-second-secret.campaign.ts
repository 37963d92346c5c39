import { attackCampaign } from '../campaign.ts'
import { at, clients, later, Office } from '../incident-layouts.ts'

const residence = { ip: '73.162.214.9', asn: 7_922, country: 'US', city: 'Sacramento' }
const server = { ip: '104.194.152.81', asn: 14_956, country: 'US', city: 'New York' }
const vendor = { ip: '52.58.101.33', asn: 16_509, country: 'DE', city: 'Frankfurt' }

export default attackCampaign({
  title: 'An application administrator account adds keys to two applications that have been in use for months',
  sources: [
    'http://note.f5.pm/go-372577.html',
    'https://answers.securityscientist.net/q/20784/how-did-nobelium-use-t1098-001-to-persist-in-microsoft-s-azure-environment-durin',
  ],
  // The names, the prompt in the night, and the second key on a principal are not in the reports.
  facts: [
    'Intruders add client secrets to applications that the company already uses.',
    'The applications already have permissions on mail and sites, so no new grant is needed.',
    'The added keys survive the first response until somebody looks for them.',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.77', asn: 64_500, country: 'US', city: 'Denver' }
    const office = new Office(random, 'cinderpeak.example', 'audit', 16, desk)
    const owner = office.person(0)
    const operator = office.person(1)
    const support = office.member('support', 'Support')
    const quiet = office.ordinary('2026-01-05', 120, { day: '2026-04-14', involved: [operator], gone: [operator] })

    const connector = office.client('Fernpost Ticket Connector')
    const reporter = office.client('Site Usage Reporter')
    const key = random.uuid()
    const reporterKey = random.uuid()
    const setUp = (time: string) => ({ when: at('2026-01-06', time), by: owner, from: desk })
    office.register(setUp('09:00'), connector)
    office.keys(setUp('09:05'), connector, [], [[key, 'fernpost']])
    office.appRole(setUp('09:08'), connector, 'Mail.ReadWrite', 'e2a3a72e-5f79-4c64-b1b1-878b674786c9')
    office.register(setUp('09:30'), reporter)
    office.keys(setUp('09:33'), reporter, [], [[reporterKey, 'usage']])
    office.appRole(setUp('09:36'), reporter, 'Sites.Read.All', '332a536c-c7ef-4017-ab91-336970924f0d')
    for (let i = 0; i < 118; i++) {
      const day = later('2026-01-07', i)
      const usual = day < '2026-04-14' ? quiet : []
      for (const time of ['06:00', '12:00', '18:00']) {
        usual.push(office.appSignIn(connector, at(day, time, random.integer(0, 200)), vendor, key))
        usual.push(office.read(support, at(day, time, 300), connector, vendor, random.integer(1, 12), 'Inbox', true))
      }
      usual.push(office.appSignIn(reporter, at(day, '03:00', random.integer(0, 90)), desk, reporterKey))
      usual.push(
        office.file('FileAccessed', owner, at(day, '03:05'), reporter, desk, 'Shared Documents/Usage.csv', true),
      )
    }

    // The operator approves a prompt after eleven failures in the night.
    const day = '2026-04-14'
    const tries = Array.from({ length: 11 }, (_, i) =>
      office.signIn(operator, at(day, '05:02', i * 48), clients.portal, residence, { error: i < 3 ? 50_126 : 500_121 }),
    )
    const entered = office.signIn(operator, at(day, '05:13:20'), clients.portal, residence)
    const act = (time: string) => ({ when: at(day, time), by: operator, from: residence })
    const newKey = random.uuid()
    const principalKey = random.uuid()
    const added = office.keys(
      act('05:21:08'),
      connector,
      [[key, 'fernpost']],
      [
        [newKey, 'api-sync'],
        [key, 'fernpost'],
      ],
    )
    const hidden = office.principalKey(act('05:26:44'), reporter, principalKey, 'api-sync')

    // Mail of nine persons whom the connector never touched, then the sites.
    const uses = [office.appSignIn(connector, at(day, '05:40'), server, newKey)]
    const reads: string[] = []
    for (let index = 2; index < 11; index++)
      for (let i = 0; i < 9; i++)
        reads.push(
          office.read(
            office.person(index),
            at(day, '05:44', index * 300 + i * 29),
            connector,
            server,
            random.integer(20, 50),
            i < 6 ? 'Inbox' : 'Archive',
            true,
          ),
        )
    uses.push(office.appSignIn(reporter, at(day, '07:58'), server, principalKey))
    const files = Array.from({ length: 180 }, (_, i) =>
      office.file(
        'FileDownloaded',
        owner,
        at(day, '08:00', i * 9),
        reporter,
        server,
        `Shared Documents/Contracts/Contract-${1000 + i}.pdf`,
        true,
        'Go-http-client/2.0',
      ),
    )

    // The response ends the account of the operator, nothing else.
    const reply = (time: string) => ({ when: at(day, time), by: owner, from: desk })
    office.account('Disable account', reply('14:10'), operator)
    office.account('Reset user password', reply('14:11'), operator)
    office.account('Update StsRefreshTokenValidFrom Timestamp', reply('14:11:05'), operator)
    const after: string[] = []
    for (const days of [5, 12, 19]) {
      const on = later(day, days)
      after.push(office.appSignIn(connector, at(on, '04:40'), server, newKey))
      for (let i = 0; i < 5; i++)
        after.push(office.read(office.person(4), at(on, '04:43', i * 50), connector, server, 25, 'Inbox', true))
    }
    office.keys(
      { when: at('2026-05-05', '10:00'), by: owner, from: desk },
      connector,
      [
        [newKey, 'api-sync'],
        [key, 'fernpost'],
      ],
      [[key, 'fernpost']],
    )

    return {
      records: office.records,
      firstHostile: tries[0] ?? entered,
      dataLeft: [...reads, ...files, ...after.filter((_, i) => i % 6 !== 0)],
      required: [
        {
          act: 'A second secret on an application with all mailboxes, by somebody who does not own it',
          ids: [added],
          minimum: 'medium',
        },
        { act: 'A key on the principal of another application', ids: [hidden], minimum: 'medium' },
        { act: 'The new keys sign in from a network that the applications never used', ids: uses, minimum: 'high' },
        {
          act: 'The applications read nine strange mailboxes and download the contracts',
          ids: [...reads, ...files],
          minimum: 'high',
        },
        { act: 'The added secret works after the account is disabled', ids: after, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
