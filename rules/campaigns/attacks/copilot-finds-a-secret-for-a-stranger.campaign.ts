import { Entra, type Keys, officeDays, portal } from '../breach-entra.ts'
import { at, idOf, idsOf, nth, ordered, type Place, people, workdays } from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { attackCampaign } from '../campaign.ts'

const office: Place = { ip: '195.81.40.66', asn: 8220, country: 'FR', city: 'Lyon' }
const plant: Place = { ip: '20.19.84.5', asn: 8075, country: 'FR', city: 'Paris' }
const exit: Place = { ip: '185.220.101.34', asn: 60729, country: 'DE', city: 'Berlin' }
const roles = 'Sites.Read.All Application.ReadWrite.OwnedBy'

export default attackCampaign({
  title: 'A stranger asks Copilot for passwords and signs in as the application that a runbook names',
  sources: [
    'https://www.vectra.ai/detections/m365-suspicious-copilot-for-m365-access',
    'https://github.com/MicrosoftDocs/office-365-management-api/blob/main/office-365-management-api/copilot-schema.md',
    'https://www.cyera.com/research-labs/hidden-and-enabled-the-long-lived-risk-of-malicious-oauth-applications',
  ],
  facts: [
    'A compromised account asks Copilot from a location that the user does not use.',
    'The questions aim at internal procedures, static passwords and service accounts.',
    'The log of the interaction names the files that the answer used, not the text of the question.',
    'An application identity that the intruder takes over has no second factor and lives on after the account is reset.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'fonderie-saone.example')
    const entra = new Entra(tenant)
    const staff = people(
      random,
      tenant.domain,
      'alice benoit celine denis elodie franck gaelle hugo ines julien karim lea',
    )
    const [admin, victim] = [nth(staff, 0), nth(staff, 7)]
    const reports = tenant.app('Quality Reports')
    const object = random.uuid()
    const known = random.uuid()
    const extra = random.uuid()
    const renewed = random.uuid()
    const askers = [2, 4, 7, 9, 10].map((index) => nth(staff, index))

    const background = ordered(
      officeDays(tenant, staff, '2026-02-02', 95, office),
      workdays('2026-02-02', 95).flatMap((date) => [
        ...askers
          .filter(() => random.number() < 0.6)
          .map((who) =>
            tenant.copilot(at(`${date}T08:00:00Z`, random.number() * 480), who, office.ip, [
              'quality/Minutes.docx',
              'quality/Plan.xlsx',
            ]),
          ),
        entra.appSignIn(
          at(`${date}T04:00:00Z`, random.number() * 20),
          reports,
          plant,
          date <= '2026-04-27' ? known : renewed,
        ),
        tenant.file(at(`${date}T04:25:00Z`), undefined, reports, plant.ip, 'quality', 'Measurements.xlsx'),
      ]),
    )

    const entry = entra.signIn(at('2026-04-24T22:03:00Z'), victim, portal, exit, 'high')
    const found = [
      ['it/Runbook backup.docx', 'it/Service accounts.xlsx'],
      ['it/Wifi and VPN.docx', 'it/Password list old.xlsx', 'hr/Onboarding.docx'],
      ['it/Quality Reports install.docx'],
      ['finance/Bank contacts.xlsx', 'finance/Payment run.docx'],
    ]
    const questions = found.map((files, i) =>
      tenant.copilot(at('2026-04-24T22:07:00Z', i * 5.5), victim, exit.ip, files),
    )
    const signIns = [0, 1].map((i) => entra.appSignIn(at('2026-04-24T22:58:00Z', i * 70), reports, exit, known))
    const calls = ['/sites?search=*', `/applications/${object}`, '/organization'].map((path, i) =>
      entra.graphCall(at('2026-04-24T23:00:00Z', i), reports, exit.ip, 'GET', path, roles),
    )
    const before: Keys = [[known, 'reports-prod']]
    const key = entra.keys(at('2026-04-24T23:10:00Z'), reports, exit.ip, reports, object, before, [
      ...before,
      [extra, 'sync'],
    ])
    const files = ['drawings', 'finance', 'customers'].flatMap((site, s) =>
      Array.from({ length: 35 }, (_, i) =>
        tenant.file(
          at('2026-04-24T23:30:00Z', s * 30 + i * 0.7),
          undefined,
          reports,
          exit.ip,
          site,
          `Dossier ${i + 1}.pdf`,
        ),
      ),
    )

    // The account is reset and the secret of the runbook removed; the second secret stays.
    const response = [
      tenant.account(at('2026-04-25T08:15:00Z'), admin, 'Reset user password.', victim),
      tenant.account(at('2026-04-25T08:16:00Z'), admin, 'Update StsRefreshTokenValidFrom Timestamp.', victim),
      entra.keys(
        at('2026-04-27T07:30:00Z'),
        admin,
        office.ip,
        reports,
        object,
        [...before, [extra, 'sync']],
        [
          [extra, 'sync'],
          [renewed, 'reports-prod-2'],
        ],
      ),
    ]
    const back = [0, 1].map((i) => entra.appSignIn(at('2026-05-03T23:41:00Z', i * 1440), reports, exit, extra))
    const backFiles = Array.from({ length: 25 }, (_, i) =>
      tenant.file(at('2026-05-03T23:50:00Z', i * 0.9), undefined, reports, exit.ip, 'customers', `Offre ${i + 1}.pdf`),
    )
    return {
      records: ordered(background, [entry], questions, signIns, calls, [key], files, response, back, backFiles),
      firstHostile: idOf(entry),
      dataLeft: idsOf([...questions, ...files, ...backFiles]),
      required: [
        { act: 'a risky session asks Copilot for secrets', ids: [idOf(entry), ...idsOf(questions)], minimum: 'low' },
        {
          act: 'the application signs in from the address of the stolen session',
          ids: idsOf([...signIns, ...calls]),
          minimum: 'medium',
        },
        { act: 'the application gives itself a second secret', ids: [idOf(key)], minimum: 'high' },
        { act: 'the application copies three sites in one night', ids: idsOf(files), minimum: 'medium' },
        { act: 'the second secret works after the clean-up', ids: idsOf([...back, ...backFiles]), minimum: 'high' },
      ],
      quiet: idsOf(background),
    }
  },
})
