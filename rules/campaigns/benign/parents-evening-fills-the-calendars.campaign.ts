import { Entra, officeDays } from '../breach-entra.ts'
import { at, idsOf, ordered, type Place, people } from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { benignWork } from '../campaign.ts'

const school: Place = { ip: '195.134.80.44', asn: 5408, country: 'GR', city: 'Athens' }
const server = '52.166.120.9'
const scopes = 'Calendars.ReadWrite User.Read offline_access openid profile'

export default benignWork({
  title: 'A booking service writes the hours of two parents’ evenings into the calendars of the teachers',
  sources: [
    'https://nhimg.org/articles/calendar-invite-phishing-exposes-outlooks-trust-gap-in-microsoft-365/',
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
  ],
  resembles:
    'Many teachers consent to one new outside application within two days, and it creates hundreds of calendar entries and sends invitations in their names.',
  accounts: 24,
  days: 110,
  allowed: 'medium',
  build: (random) => {
    const tenant = new Tenant(random, 'kypseli-school.example')
    const entra = new Entra(tenant)
    const staff = people(random, tenant.domain, Array.from({ length: 24 }, (_, i) => `teacher${i + 1}`).join(' '))
    const booking = tenant.app('SchoolCloud Parents Evening')
    const signIns = staff.slice(0, 20).flatMap((who, i) => {
      const start = i < 12 ? '2026-02-03T11:00:00Z' : '2026-02-04T08:30:00Z'
      return [
        entra.signIn(at(start, i * 7), who, booking, school),
        ...tenant.consent(at(start, i * 7 + 0.5), who, booking, scopes, i === 0),
      ]
    })
    const evening = (date: string) =>
      staff
        .slice(0, 20)
        .flatMap((who) =>
          Array.from({ length: random.integer(8, 16) }, (_, n) =>
            tenant.item(
              at(`${date}T16:00:00Z`, n * 3 + random.number() * 200),
              'Create',
              who,
              booking,
              server,
              `Parent hour ${n + 1}`,
            ),
          ),
        )
    const work = ordered(signIns, evening('2026-02-05'), evening('2026-04-21'))
    return { records: ordered(officeDays(tenant, staff, '2026-01-12', 110, school), work), ids: idsOf(work) }
  },
})
