import { Entra, officeDays, portal } from '../breach-entra.ts'
import { at, idsOf, ordered, type Place, people, workdays } from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { benignWork } from '../campaign.ts'

const office: Place = { ip: '212.27.60.31', asn: 12322, country: 'FR', city: 'Nantes' }
const hotel: Place = { ip: '88.198.77.5', asn: 24940, country: 'DE', city: 'Nuremberg' }
const cloud: Place = { ip: '20.43.44.90', asn: 8075, country: 'FR', city: 'Paris' }

export default benignWork({
  title: 'The contract desk asks Copilot about hundreds of contracts, at times from a hotel at a fair',
  sources: [
    'https://www.vectra.ai/detections/m365-suspicious-copilot-for-m365-access',
    'https://github.com/MicrosoftDocs/office-365-management-api/blob/main/office-365-management-api/copilot-schema.md',
  ],
  resembles:
    'A few people read large numbers of files of finance and administration through Copilot, also from an unknown network, while an application of the house downloads the same sites at night.',
  accounts: 14,
  days: 91,
  allowed: 'low',
  build: (random) => {
    const tenant = new Tenant(random, 'loire-equipement.example')
    const entra = new Entra(tenant)
    const staff = people(
      random,
      tenant.domain,
      'anne bruno carole didier eve fabrice gilles hanna igor judith karl laure marc noa',
    )
    const index = tenant.app('Contract Index')
    const key = random.uuid()
    const fair = (date: string) => date >= '2026-05-18' && date <= '2026-05-22'
    const ask = workdays('2026-04-01', 91).flatMap((date) =>
      staff.slice(3, 9).flatMap((who, i) => {
        const place = fair(date) && i < 3 ? hotel : office
        const visit = place === hotel ? [entra.signIn(at(`${date}T06:40:00Z`, i * 8), who, portal, hotel)] : []
        const questions = Array.from({ length: random.integer(2, 9) }, () => {
          const files = Array.from(
            { length: random.integer(1, 7) },
            () => `contracts/Contract ${random.integer(1, 900)}.docx`,
          )
          return tenant.copilot(at(`${date}T07:30:00Z`, random.number() * 560), who, place.ip, [
            ...files,
            'finance/Terms.xlsx',
          ])
        })
        return [...visit, ...questions]
      }),
    )
    const nights = workdays('2026-04-01', 91).flatMap((date) => [
      entra.appSignIn(at(`${date}T01:30:00Z`), index, cloud, key),
      ...Array.from({ length: 12 }, (_, n) =>
        tenant.file(
          at(`${date}T01:34:00Z`, n * 0.8),
          undefined,
          index,
          cloud.ip,
          'contracts',
          `Contract ${random.integer(1, 900)}.docx`,
        ),
      ),
    ])
    const work = ordered(ask, nights)
    return { records: ordered(officeDays(tenant, staff, '2026-04-01', 91, office), work), ids: idsOf(work) }
  },
})
