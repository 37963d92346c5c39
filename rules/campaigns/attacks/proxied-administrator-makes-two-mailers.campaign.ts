import { attackCampaign } from '../campaign.ts'
import { at, clients, later, Office } from '../incident-layouts.ts'

const proxy = { ip: '185.174.100.76', asn: 8_100, country: 'US', city: 'Los Angeles' }
const server = { ip: '141.98.252.143', asn: 9_009, country: 'GB', city: 'London' }
const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Edg/139.0.0.0'
const roles = [
  ['Mail.ReadWrite', 'e2a3a72e-5f79-4c64-b1b1-878b674786c9'],
  ['Mail.Send', 'b633e1c5-b582-4048-a93e-9f11b44c7e96'],
  ['User.Read.All', 'df021288-bdef-4463-88db-98f22de89214'],
] as const

export default attackCampaign({
  title: 'A stolen session of an administrator registers two applications; the second outlives the clean-up',
  sources: [
    'https://www.proofpoint.com/us/blog/email-and-cloud-threats/defeating-malicious-application-creation-attacks',
    'https://casmerlabs.com/2025/10/22/attackers-weaponizing-internal-oauth-apps-to-persist-past-password-resets',
    'https://www.imtr.net/article/crims-compromised-energy-firms-microsoft-accounts-sent-600-phishing-emails-1a48',
  ],
  // The spare application and the order of the response are not in the reports.
  facts: [
    'After an account takeover, the intruder registers applications in the tenant.',
    'The applications get secrets and wide permissions on mail.',
    'Access of an application with its own secret survives the reset of the password.',
    'In another incident, intruders sent more than 600 letters from taken accounts, with the subject "New Proposal - NDA".',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.30', asn: 64_500, country: 'NO', city: 'Bergen' }
    const office = new Office(random, 'fjordkraft-anlegg.example', 'stream', 18, desk)
    const administrator = office.person(2)
    const second = office.person(3)
    const quiet = office.ordinary('2026-01-12', 100, {
      day: '2026-04-08',
      involved: [administrator],
      gone: [administrator],
    })

    // A report of the house with its own application, registered by the same administrator.
    const report = office.client('Licence report')
    const key = random.uuid()
    office.register({ when: at('2026-01-14', '09:10'), by: administrator, from: desk }, report)
    office.keys({ when: at('2026-01-14', '09:14'), by: administrator, from: desk }, report, [], [[key, 'report']])
    office.appRole({ when: at('2026-01-14', '09:20'), by: administrator, from: desk }, report, ...roles[2])
    for (let i = 0; i < 96; i++)
      quiet.push(office.appSignIn(report, at(later('2026-01-15', i), '04:30', random.integer(0, 300)), desk, key))

    // The session is replayed 3 minutes after the proxied sign-in.
    const day = '2026-04-08'
    const session = random.uuid()
    const first = office.signIn(administrator, at(day, '07:52:14'), clients.home, proxy, { agent: edge, session })
    office.signIn(administrator, at(day, '07:55:40'), clients.portal, proxy, { silent: true, agent: edge, session })
    office.signIn(administrator, at(day, '07:56:02'), clients.web, proxy, { silent: true, agent: edge, session })
    office.read(administrator, at(day, '07:58'), clients.web, proxy, 14)

    const mailer = office.client('Outlook Sync Service')
    const spare = office.client('Teams Report Export')
    const mailerKey = random.uuid()
    const spareKey = random.uuid()
    const by = (time: string) => ({ when: at(day, time), by: administrator, from: proxy, agent: edge })
    const registered = office.register(by('08:14:05'), mailer)
    const secret = office.keys(by('08:16:40'), mailer, [], [[mailerKey, 'sync']])
    const granted = roles.map(([value, id], i) => office.appRole(by(`08:19:1${i}`), mailer, value, id))
    office.consent(by('08:19:20'), mailer, 'User.Read', { everybody: true })
    const spareMade = office.register(by('08:41:00'), spare)
    spareMade.push(office.keys(by('08:42:30'), spare, [], [[spareKey, 'export']]))
    spareMade.push(office.appRole(by('08:44:00'), spare, ...roles[0]))

    // Reading of the mailboxes where invoices are, then the letters.
    const signIns = [0, 1, 2].map((i) => office.appSignIn(mailer, at(day, '09:02', i * 3500), server, mailerKey))
    const reads: string[] = []
    for (const index of [5, 6, 8, 9, 12])
      for (let i = 0; i < 12; i++)
        reads.push(
          office.read(
            office.person(index),
            at(day, '09:05', index * 420 + i * 31),
            mailer,
            server,
            random.integer(15, 45),
            i < 8 ? 'Inbox' : 'Sent Items',
            true,
          ),
        )
    const letters: string[] = []
    const letter = (on: string, index: number, i: number) =>
      letters.push(
        office.send(office.person(index), at(on, '11:30', i * 7), mailer, server, 'New Proposal - NDA', true),
      )
    for (let i = 0; i < 420; i++) letter(day, i % 2 === 0 ? 5 : 8, i)

    // The response takes the account; the application sends another 200 letters the next morning.
    const reply = (time: string) => ({ when: at(day, time), by: second, from: desk })
    office.account('Disable account', reply('15:02'), administrator)
    office.account('Reset user password', reply('15:03'), administrator)
    office.account('Update StsRefreshTokenValidFrom Timestamp', reply('15:03:10'), administrator)
    const next = later(day, 1)
    office.appSignIn(mailer, at(next, '06:02'), server, mailerKey)
    const afterReset = Array.from({ length: 200 }, (_, i) => {
      letter(next, 9, i - 1800)
      return letters.at(-1) ?? ''
    })
    office.application('disable', { when: at(next, '13:40'), by: second, from: desk }, mailer)
    office.application('delete', { when: at(next, '13:44'), by: second, from: desk }, mailer)

    // A week later the spare application wakes.
    const woken = [office.appSignIn(spare, at('2026-04-16', '02:11'), server, spareKey)]
    for (let i = 0; i < 10; i++)
      woken.push(office.read(office.person(6), at('2026-04-16', '02:13', i * 40), spare, server, 30, 'Inbox', true))

    return {
      records: office.records,
      firstHostile: first,
      dataLeft: [...reads, ...woken.slice(1)],
      required: [
        { act: 'An application that is minutes old gets every mailbox', ids: granted, minimum: 'high' },
        {
          act: 'New applications with secrets from a network that the administrator never used',
          ids: [...registered, secret, ...spareMade],
          minimum: 'medium',
        },
        {
          act: 'The new application reads five mailboxes from a rented server',
          ids: [...signIns, ...reads],
          minimum: 'high',
        },
        { act: 'The application sends hundreds of letters', ids: letters, minimum: 'high' },
        {
          act: 'An application of the intruder works after the response',
          ids: [...afterReset, ...woken],
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
