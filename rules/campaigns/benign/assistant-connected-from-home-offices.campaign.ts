import { Entra, officeDays, portal } from '../breach-entra.ts'
import { at, idsOf, nth, ordered, type Place, people, workdays } from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { benignWork } from '../campaign.ts'

const office: Place = { ip: '185.55.212.7', asn: 12479, country: 'ES', city: 'Bilbao' }
const servers = ['20.171.206.12', '20.171.206.71', '20.171.207.9']
const scopes = 'Mail.Read Files.Read.All offline_access openid profile'

export default benignWork({
  title: 'Consultants connect the chat assistant that the company paid for from their home offices',
  sources: [
    'https://redcanary.com/blog/threat-detection/entra-id-oauth-attacks',
    'https://technewsday.com/non-admin-consent-in-entra-id-opens-door-to-email-compromise',
  ],
  resembles:
    'Users without administrator rights give the same outside application their mail and files from addresses that are not the office, and it reads in volume from the servers of its vendor, also after a change of the password.',
  accounts: 16,
  days: 96,
  allowed: 'medium',
  build: (random) => {
    const tenant = new Tenant(random, 'ria-consultores.example')
    const entra = new Entra(tenant)
    const staff = people(
      random,
      tenant.domain,
      'ainhoa begona carlos dani edurne fermin gorka haizea inaki jone koldo leire mikel nerea oier paula',
    )
    const assistant = tenant.app('ChatGPT', 'e0476654-c1d5-430b-ab80-70cbd947616a')
    const home = (index: number): Place => ({
      ip: `83.213.${20 + index}.${40 + index * 3}`,
      asn: 12338,
      country: 'ES',
      city: 'Donostia',
    })
    const users = staff.slice(1, 13)
    const connect = users.flatMap((who, i) => {
      const start = `2026-04-${String(13 + (i % 4)).padStart(2, '0')}T17:20:00Z`
      return [
        entra.signIn(at(start, i * 6), who, portal, home(i)),
        entra.signIn(at(start, i * 6 + 1), who, assistant, home(i)),
        ...tenant.consent(at(start, i * 6 + 1.5), who, assistant, scopes, i === 0),
      ]
    })
    const use = workdays('2026-04-20', 70).flatMap((date) =>
      users
        .filter(() => random.number() < 0.45)
        .flatMap((who) => {
          const ip = random.pick(servers)
          const start = at(`${date}T08:00:00Z`, random.number() * 540).toISOString()
          return [
            tenant.mail(at(start), who, assistant, ip, random.integer(5, 30)),
            ...Array.from({ length: random.integer(0, 4) }, (_, n) =>
              tenant.file(at(start, 1 + n), who, assistant, ip, 'projects', `Report ${random.integer(1, 400)}.docx`),
            ),
          ]
        }),
    )
    const resets = [2, 7].flatMap((index, i) => [
      tenant.account(at('2026-05-19T07:50:00Z', i * 9000), nth(staff, 0), 'Reset user password.', nth(users, index)),
      tenant.account(
        at('2026-05-19T07:50:04Z', i * 9000),
        nth(staff, 0),
        'Update StsRefreshTokenValidFrom Timestamp.',
        nth(users, index),
      ),
    ])
    const work = ordered(connect, use, resets)
    return { records: ordered(officeDays(tenant, staff, '2026-03-23', 96, office), work), ids: idsOf(work) }
  },
})
