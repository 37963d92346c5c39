import { Entra, officeDays, portal } from '../breach-entra.ts'
import { at, idOf, idsOf, nth, ordered, type Place, people, Workspace, workdays } from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { attackCampaign } from '../campaign.ts'

const office: Place = { ip: '91.112.44.18', asn: 8447, country: 'AT', city: 'Linz' }
const relay: Place = { ip: '103.214.20.171', asn: 211720, country: 'US', city: 'Chicago' }
const mover: Place = { ip: '47.88.61.14', asn: 45102, country: 'US', city: 'San Mateo' }
const scopes = 'Files.ReadWrite.All Sites.Read.All offline_access openid profile'

export default attackCampaign({
  title: 'One stolen login lets a transfer service empty SharePoint and Drive',
  sources: [
    'https://attack.mitre.org/detectionstrategies/DET0484',
    'https://aviatrix.ai/threat-research-center/microsoft-365-2025-malicious-oauth-apps-cloud-identity-compromise/',
    'https://df00tech.com/detections/THREAT-CloudStorage-DataExfil',
  ],
  facts: [
    'The theft runs from cloud to cloud: an application gets a grant, and then downloads files of OneDrive, SharePoint or Drive in volume.',
    'The application is a real service that attackers like, so its name and its publisher look harmless.',
    'By default each user may connect such a service.',
    'The transfer goes on from the servers of the service after the intruder has lost the session.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'donaubau.example')
    const entra = new Entra(tenant)
    const workspace = new Workspace(random)
    const staff = people(
      random,
      tenant.domain,
      'anton birgit christof doris erich franzi gernot heidi ilse josef karin lukas',
    )
    const [admin, victim] = [nth(staff, 0), nth(staff, 7)]
    const service = tenant.app('MultCloud')
    const client = workspace.client('MultCloud')
    const sketch = workspace.client('Lucidchart')
    const draw = staff.slice(2, 6)
    const background = ordered(
      officeDays(tenant, staff, '2026-03-09', 90, office),
      workdays('2026-03-09', 90).flatMap((date) =>
        staff
          .filter(() => random.number() < 0.4)
          .flatMap((who) => [
            workspace.login(at(`${date}T07:00:00Z`, random.number() * 200), who, office, false, 'saml'),
            workspace.drive(at(`${date}T11:00:00Z`, random.number() * 240), 'view', who, office, 'Bautagebuch'),
          ]),
      ),
      draw.map((who, i) =>
        workspace.grant(at('2026-03-11T09:00:00Z', i * 14), 'authorize', who, office, sketch, ['drive.file', 'openid']),
      ),
    )

    const entry = entra.signIn(at('2026-06-04T19:02:00Z'), victim, portal, relay, 'medium')
    const prompt = entra.signIn(at('2026-06-04T19:11:00Z'), victim, service, relay, 'medium')
    const consent = tenant.consent(at('2026-06-04T19:11:30Z'), victim, service, scopes, true)
    const login = workspace.login(at('2026-06-04T19:19:00Z'), victim, relay, true, 'saml')
    const grant = workspace.grant(at('2026-06-04T19:21:00Z'), 'authorize', victim, relay, client, [
      'drive',
      'userinfo.email',
      'openid',
    ])
    const files = ['archiv', 'kalkulation'].flatMap((site, s) =>
      Array.from({ length: 70 }, (_, i) =>
        tenant.file(
          at('2026-06-04T19:40:00Z', s * 80 + i * 1.1),
          victim,
          service,
          mover.ip,
          site,
          `Angebot ${i + 1}.pdf`,
        ),
      ),
    )
    const drive = Array.from({ length: 90 }, (_, i) => [
      workspace.drive(at('2026-06-04T20:00:00Z', i * 1.2), 'download', victim, mover, `Plan ${i + 1}`, client),
      workspace.call(
        at('2026-06-04T20:00:00Z', i * 1.2),
        victim,
        mover,
        client,
        'drive.files.get',
        random.integer(200_000, 4_000_000),
      ),
    ]).flat()

    // Entra is cleaned; the grant on the other side is not.
    const response = [
      tenant.account(at('2026-06-05T06:30:00Z'), admin, 'Disable account.', victim, [
        { Name: 'AccountEnabled', NewValue: '[\r\n  false\r\n]', OldValue: '[\r\n  true\r\n]' },
      ]),
      tenant.account(at('2026-06-05T06:31:00Z'), admin, 'Update StsRefreshTokenValidFrom Timestamp.', victim),
      tenant.principalAct(at('2026-06-05T07:20:00Z'), admin, 'Remove service principal.', service),
      tenant.account(at('2026-06-05T12:00:00Z'), admin, 'Reset user password.', victim),
      workspace.admin(at('2026-06-05T12:10:00Z'), admin, office, 'USER_SETTINGS', 'CHANGE_PASSWORD', {
        USER_EMAIL: victim.upn,
      }),
    ]
    const later = Array.from({ length: 40 }, (_, i) =>
      workspace.call(
        at('2026-06-06T01:00:00Z', i * 33),
        victim,
        mover,
        client,
        'drive.files.get',
        random.integer(200_000, 3_000_000),
      ),
    )
    const laterFiles = Array.from({ length: 20 }, (_, i) =>
      workspace.drive(at('2026-06-06T01:00:00Z', i * 66), 'download', victim, mover, `Statik ${i + 1}`, client),
    )
    return {
      records: ordered(background, [entry, prompt, login, grant], consent, files, drive, response, later, laterFiles),
      firstHostile: idOf(entry),
      dataLeft: idsOf([...files, ...drive, ...later, ...laterFiles]),
      required: [
        {
          act: 'consent to a transfer service from a risky session',
          ids: idsOf([...consent, prompt]),
          minimum: 'medium',
        },
        { act: 'the same login grants the service all of Drive', ids: idsOf([grant, login]), minimum: 'medium' },
        { act: 'the service copies two SharePoint sites in an evening', ids: idsOf(files), minimum: 'medium' },
        { act: 'the service copies the Drive in the same hours', ids: idsOf(drive), minimum: 'medium' },
        {
          act: 'the service copies on after the account was disabled',
          ids: idsOf([...later, ...laterFiles]),
          minimum: 'high',
        },
      ],
      quiet: idsOf(background),
    }
  },
})
