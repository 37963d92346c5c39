import { attackCampaign } from '../campaign.ts'
import { at, clients, later, Office } from '../incident-layouts.ts'

const railway = { ip: '162.220.234.41', asn: 400_940, country: 'US', city: 'San Francisco' }
const railwaySecond = { ip: '162.220.232.19', asn: 400_940, country: 'US', city: 'San Francisco' }
const scope = 'EWS.AccessAsUser.All Mail.ReadWrite Mail.Send offline_access openid profile'

export default attackCampaign({
  title: 'A code for a tender gives a device, a rule, two hundred letters, and a mail program that stays',
  sources: [
    'https://www.blackarrowcyber.com/blog/advisory-10-april-2026-microsoft-device-code-phishing',
    'https://blog.saltdata.ro/huntress-device-code-phishing-railway-block',
    'https://www.huntress.com/blog/traitorware-court-the-case-for-sigparser',
  ],
  // The letters to colleagues, the second victim, and the order of the response are not in the reports.
  facts: [
    'The victim enters a code at the real device login of Microsoft, and the tokens go to rented cloud servers.',
    'The intruders read mail, create inbox rules, register devices, and look for finance staff.',
    'Intruders add legal mail programs such as eM Client to taken accounts.',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.9', asn: 64_500, country: 'GB', city: 'Leeds' }
    const office = new Office(random, 'harrowgate-build.example', 'audit', 20, desk)
    const administrator = office.person(19)
    const victim = office.person(6)
    const colleague = office.person(13)
    const quiet = office.ordinary('2026-02-02', 84, { day: '2026-04-16', involved: [victim, colleague] })

    // Meeting room screens sign in with codes from the office: the flow itself is known here.
    const room = office.member('room.north', 'Room North')
    for (const day of ['2026-02-05', '2026-03-05', '2026-04-02'])
      quiet.push(
        office.signIn(room, at(day, '08:30'), clients.office, desk, {
          protocol: 'deviceCode',
          transfer: 'deviceCodeFlow',
        }),
      )

    const day = '2026-04-16'
    const code = { protocol: 'deviceCode', transfer: 'deviceCodeFlow', agent: 'node' }
    const first = office.signIn(victim, at(day, '10:18:33'), clients.broker, railway, code)
    const enrolled = office.device(
      { when: at(day, '10:21:02'), by: victim, from: railway, agent: 'Dsreg/10.0 (Windows 10.0.22631)' },
      'DESKTOP-7QK2M1R',
    )
    for (let i = 0; i < 6; i++)
      office.signIn(victim, at(day, '10:24', i * 1500), clients.office, i < 4 ? railway : railwaySecond, {
        silent: true,
        agent: 'node',
        transfer: 'deviceCodeFlow',
      })
    const reads = Array.from({ length: 24 }, (_, i) =>
      office.read(
        victim,
        at(day, '10:26', i * 55),
        clients.office,
        railway,
        random.integer(12, 40),
        i < 16 ? 'Inbox' : 'Sent Items',
      ),
    )
    const rule = office.rule(victim, at(day, '11:05:40'), railway, '.', {
      SubjectOrBodyContainsWords: 'tender;phish;hacked;code;suspicious;invoice',
      MoveToFolder: 'RSS Feeds',
      MarkAsRead: 'True',
      StopProcessingRules: 'True',
    })
    const program = office.client('eM Client', true)
    const mailProgram = { ...program, appId: 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' }
    const agreed = office.consent({ when: at(day, '11:22:10'), by: victim }, mailProgram, scope, { first: true })
    office.signIn(victim, at(day, '11:22:20'), mailProgram, railwaySecond)
    const letters = Array.from({ length: 210 }, (_, i) =>
      office.send(victim, at(day, '12:40', i * 11), clients.office, railway, 'Invitation to tender HB-2026-114'),
    )

    // The colleague opens the lure from the known sender.
    const spread = [office.signIn(colleague, at(day, '13:27:50'), clients.broker, railwaySecond, code)]
    for (let i = 0; i < 8; i++)
      reads.push(office.read(colleague, at(day, '13:33', i * 70), clients.office, railwaySecond, 22))
    spread.push(...office.consent({ when: at(day, '13:52:41'), by: colleague }, mailProgram, scope))
    office.signIn(colleague, at(day, '13:52:55'), mailProgram, railwaySecond)

    // The response of the afternoon: one account only; the rule and the program stay.
    const reply = (time: string) => ({ when: at(day, time), by: administrator, from: desk })
    office.account('Reset user password', reply('15:40'), victim)
    office.account('Update StsRefreshTokenValidFrom Timestamp', reply('15:40:20'), victim)
    office.signIn(victim, at(day, '16:12'), mailProgram, railwaySecond, { silent: true, error: 50_173 })
    const after: string[] = []
    for (let i = 1; i < 9; i++) {
      const on = later(day, i)
      after.push(
        office.signIn(colleague, at(on, '05:15'), mailProgram, railwaySecond, {
          silent: true,
          agent: 'eM Client/10.3',
        }),
      )
      for (let batch = 0; batch < 3; batch++)
        after.push(
          office.read(colleague, at(on, '05:17', batch * 64), mailProgram, railwaySecond, random.integer(8, 30)),
        )
    }
    const end = later(day, 9)
    office.account('Reset user password', { when: at(end, '09:00'), by: administrator, from: desk }, colleague)
    office.application('remove', { when: at(end, '09:12'), by: administrator, from: desk }, mailProgram)

    return {
      records: office.records,
      firstHostile: first,
      dataLeft: [...reads, ...after.filter((_, i) => i % 4 !== 0)],
      required: [
        {
          act: 'A code of the device flow is used on a rented server, which then registers a device',
          ids: [first, enrolled],
          minimum: 'medium',
        },
        { act: 'A rule hides the answers to the lure', ids: [rule], minimum: 'high' },
        { act: 'A mail program gets the mailbox from the stolen session', ids: agreed, minimum: 'medium' },
        {
          act: 'Two hundred letters leave the mailbox, and a colleague follows',
          ids: [...letters, ...spread],
          minimum: 'medium',
        },
        { act: 'The mail program of the colleague reads after the response', ids: after, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
