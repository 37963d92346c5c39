import { attackCampaign } from '../campaign.ts'
import { at, later, Office } from '../incident-layouts.ts'

const aws = { ip: '3.89.177.26', asn: 14_618, country: 'US', city: 'Ashburn' }
const awsSecond = { ip: '3.92.44.118', asn: 14_618, country: 'US', city: 'Ashburn' }
const scope = 'Mail.Read Files.Read.All offline_access profile openid'

export default attackCampaign({
  title: 'Four employees consent to a lookalike of a known assistant, and only the first is cleaned up',
  sources: [
    'https://redcanary.com/blog/threat-detection/entra-id-oauth-attacks',
    'https://bsidesknoxville2026.sched.com/event/2MFJX/password-reset-is-not-incident-response-hunting-oauth-persistence-in-microsoft-365',
  ],
  // The three other victims, the tenders, and the order of the response are not in the reports.
  facts: [
    'A user without a role adds a foreign service principal and consents to mail reading and offline access.',
    'An application can carry the name of a known assistant; here the application ID is another one.',
    'The recorded address belongs to a cloud provider.',
    'A reset of the password does not end the access of a consented application.',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.14', asn: 64_500, country: 'DE', city: 'Bremen' }
    const office = new Office(random, 'brackwater.example', 'audit', 22, desk)
    const administrator = office.person(21)
    const victims = [4, 9, 11, 17].map((i) => office.person(i))
    const quiet = office.ordinary('2026-02-23', 96, { day: '2026-05-12', involved: victims })

    // The genuine planner of the house: the administrator consented for everybody, and all use it.
    const planner = office.client('Planwerk Timesheets', true)
    office.consent({ when: at('2026-02-24', '09:00'), by: administrator, from: desk }, planner, 'User.Read openid', {
      everybody: true,
      first: true,
    })
    for (let week = 0; week < 13; week++)
      for (const member of office.people.slice(0, 12)) {
        const when = at(later('2026-02-27', week * 7), '13:00', random.integer(0, 7200))
        quiet.push(office.signIn(member, when, planner, member.home))
      }

    // Tuesday: the letter about the new assistant arrives.
    const day = '2026-05-12'
    const assistant = office.client('ChatGPT for Outlook', true)
    const clock = ['13:41:10', '14:02:31', '14:37:05', '15:10:48']
    const prompts: string[] = []
    const consents: string[][] = []
    for (const [i, victim] of victims.entries()) {
      const time = clock[i] ?? '15:30:00'
      prompts.push(office.signIn(victim, at(day, time), assistant, desk, { error: 65_001 }))
      const act = { when: at(day, time, 22), by: victim }
      consents.push(office.consent(act, assistant, scope, { first: i === 0 }))
      office.signIn(victim, at(day, time, 25), assistant, desk)
    }

    // Reading: the whole mailbox in the first hours, then twice a day; drawings and tenders from the site.
    const reads: string[] = []
    const files: string[] = []
    const read = (index: number, when: Date, count: number, folder: string) => {
      const victim = office.person(index)
      office.signIn(victim, new Date(when.getTime() - 60_000), assistant, aws, {
        silent: true,
        agent: 'python-httpx/0.28.1',
      })
      reads.push(office.read(victim, when, assistant, random.number() < 0.8 ? aws : awsSecond, count, folder))
    }
    for (const [i, index] of [4, 9, 11, 17].entries())
      for (let batch = 0; batch < 14; batch++)
        read(
          index,
          at(day, clock[i] ?? '15:30:00', 300 + batch * 130),
          random.integer(18, 40),
          batch < 9 ? 'Inbox' : 'Sent Items',
        )
    for (let i = 0; i < 46; i++)
      files.push(
        office.file(
          'FileDownloaded',
          office.person(i % 2 === 0 ? 9 : 17),
          at(day, '21:05', i * 19),
          assistant,
          aws,
          `Shared Documents/Tenders/Bid-${random.integer(100, 999)}.pdf`,
          false,
          'python-httpx/0.28.1',
        ),
      )
    for (const index of [4, 9, 11, 17]) read(index, at('2026-05-13', '06:10', index * 40), 12, 'Inbox')

    // Wednesday: the first victim reports the letter.
    const response = '2026-05-13'
    const first = office.person(4)
    office.account('Reset user password', { when: at(response, '10:20'), by: administrator, from: desk }, first)
    office.account(
      'Update StsRefreshTokenValidFrom Timestamp',
      { when: at(response, '10:21'), by: administrator, from: desk },
      first,
    )
    office.removeGrant({ when: at(response, '10:26'), by: administrator, from: desk }, assistant, scope, first)

    // The others stay open for six more days.
    const after: string[] = []
    for (let i = 1; i < 7; i++)
      for (const index of [9, 11, 17]) {
        read(index, at(later(response, i), '05:50', index * 60), random.integer(6, 20), 'Inbox')
        after.push(reads.at(-1) ?? '')
      }
    office.application('remove', { when: at('2026-05-19', '15:00'), by: administrator, from: desk }, assistant)

    return {
      records: office.records,
      firstHostile: prompts[0] ?? '',
      dataLeft: [...reads, ...files],
      required: [
        {
          act: 'A user gives an unknown foreign application mail, files and offline access',
          ids: consents[0] ?? [],
          minimum: 'medium',
        },
        {
          act: 'More users consent to the same new application within 90 minutes',
          ids: consents.slice(1).flat(),
          minimum: 'medium',
        },
        {
          act: 'The application reads hundreds of messages of four mailboxes',
          ids: reads.slice(0, 56),
          minimum: 'high',
        },
        { act: 'The application downloads the tenders', ids: files, minimum: 'medium' },
        { act: 'The application still reads after the response', ids: after, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
