import { benignWork } from '../campaign.ts'
import { at, clients, later, Office, workdays } from '../incident-layouts.ts'

const cloud = { ip: '20.102.46.3', asn: 8_075, country: 'US', city: 'Des Moines' }
const cloudSecond = { ip: '20.102.46.9', asn: 8_075, country: 'US', city: 'Des Moines' }

export default benignWork({
  title: 'The legal department connects the assistant that the company bought',
  sources: [
    'https://redcanary.com/blog/threat-detection/entra-id-oauth-attacks',
    'https://www.fezzan.uk/incidents/oauth-mailbox-persistence',
  ],
  resembles:
    'An administrator consents for everybody to mail and files for a foreign application, and within days it reads the mail of many users.',
  accounts: 24,
  days: 90,
  allowed: 'medium',
  build: (random) => {
    const desk = { ip: '198.51.100.166', asn: 64_500, country: 'IE', city: 'Cork' }
    const office = new Office(random, 'lakeshore-legal.example', 'audit', 24, desk)
    const administrator = office.person(23)
    office.ordinary('2026-03-09', 90)
    const assistant = { ...office.client('ChatGPT', true), appId: 'e0476654-c1d5-430b-ab80-70cbd947616a' }

    // Two lawyers try it with their own consent; then the contract is signed.
    const ids: string[] = []
    const scope = 'Mail.Read offline_access openid profile'
    for (const [i, index] of [2, 5].entries()) {
      const when = at(later('2026-03-24', i), '11:05')
      ids.push(office.signIn(office.person(index), when, assistant, desk, { error: 65_001 }))
      const act = { when: new Date(when.getTime() + 20_000), by: office.person(index) }
      ids.push(...office.consent(act, assistant, scope, { first: i === 0 }))
    }
    const start = '2026-04-13'
    ids.push(
      ...office.consent(
        { when: at(start, '09:30'), by: administrator, from: desk },
        assistant,
        'Mail.Read Files.Read.All Calendars.Read offline_access openid profile',
        {
          everybody: true,
        },
      ),
    )

    // A training group each day of the first week, then daily questions about a few messages and files.
    const days = workdays(start, 54)
    for (const [d, day] of days.entries())
      for (const [n, member] of office.people.slice(0, 20).entries()) {
        if (n >= (d + 1) * 4) continue
        if (n === d * 4 || (d < 5 && n >= d * 4))
          ids.push(office.signIn(member, at(day, '10:00', n * 45), assistant, desk))
        if (random.number() < 0.55) continue
        const when = at(day, '10:30', random.integer(0, 20_000))
        const place = random.number() < 0.5 ? cloud : cloudSecond
        ids.push(office.signIn(member, when, assistant, place, { silent: true, agent: 'ChatGPT-Connector/1.0' }))
        ids.push(office.read(member, new Date(when.getTime() + 4000), assistant, place, random.integer(2, 16)))
        if (random.number() < 0.4)
          ids.push(
            office.file(
              'FileAccessed',
              member,
              new Date(when.getTime() + 9000),
              assistant,
              place,
              `Shared Documents/Matters/Matter-${random.integer(10, 99)}.docx`,
              false,
              'ChatGPT-Connector/1.0',
            ),
          )
      }
    // One lawyer is on leave abroad and uses it from the hotel.
    const hotel = { ip: '89.115.40.12', asn: 2_860, country: 'PT', city: 'Faro' }
    ids.push(office.signIn(office.person(7), at('2026-05-20', '20:10'), clients.home, hotel))
    ids.push(office.signIn(office.person(7), at('2026-05-20', '20:14'), assistant, hotel))
    return { records: office.records, ids }
  },
})
