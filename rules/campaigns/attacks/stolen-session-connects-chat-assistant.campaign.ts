import { Entra, officeDays, portal } from '../breach-entra.ts'
import { at, idOf, idsOf, nth, ordered, type Place, people, workdays } from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { attackCampaign } from '../campaign.ts'

const office: Place = { ip: '194.117.20.9', asn: 1930, country: 'PT', city: 'Porto' }
const relay: Place = { ip: '45.134.26.81', asn: 198953, country: 'NL', city: 'Amsterdam' }
const assistantIp = '20.171.206.44'
const readScopes = 'Mail.Read Files.Read.All offline_access openid profile'

export default attackCampaign({
  title: 'A stolen session connects a chat assistant to the mail and files of an engineer',
  sources: [
    'https://redcanary.com/blog/threat-detection/entra-id-oauth-attacks',
    'https://www.proofpoint.com/us/blog/email-and-cloud-threats/when-trusted-apps-become-trusted-backdoors-what-vercel-incident-shows',
  ],
  facts: [
    'A user without administrator rights adds the real ChatGPT application e0476654-c1d5-430b-ab80-70cbd947616a to the tenant.',
    'The consent gives Mail.Read, offline_access, profile and openid, and comes from an address that the user does not use.',
    'Add service principal and Consent to application share one correlation id.',
    'A grant outlives the reset of the password and the renewal of the second factor.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'vinhais-hydraulics.example')
    const entra = new Entra(tenant)
    const staff = people(random, tenant.domain, 'rita tomas ines bruno clara duarte elsa fabio gil helena ivo joana')
    const [victim, admin] = [nth(staff, 3), nth(staff, 0)]
    const notes = tenant.app('Miro')
    const assistant = tenant.app('ChatGPT', 'e0476654-c1d5-430b-ab80-70cbd947616a')

    // Five colleagues draw on a whiteboard for months, with a sign-in permission and their own files.
    const board = [5, 6, 7, 8, 9].map((index) => nth(staff, index))
    const background = ordered(
      officeDays(tenant, staff, '2026-01-12', 88, office),
      board.flatMap((who, i) =>
        tenant.consent(
          at('2026-01-14T09:10:00Z', i * 31),
          who,
          notes,
          'User.Read offline_access openid profile',
          i === 0,
        ),
      ),
      workdays('2026-02-02', 60).flatMap((date) =>
        board
          .filter(() => random.number() < 0.2)
          .map((who) => entra.signIn(at(`${date}T10:00:00Z`, random.number() * 300), who, notes, office)),
      ),
    )

    // The session comes from a proxied sign-in page in the night.
    const entry = entra.signIn(at('2026-03-26T20:14:31Z'), victim, portal, relay, 'medium')
    const prompt = entra.signIn(at('2026-03-26T20:21:58Z'), victim, assistant, relay, 'medium')
    const consent = tenant.consent(at('2026-03-26T20:22:16Z'), victim, assistant, readScopes, true)
    const mail = Array.from({ length: 14 }, (_, i) =>
      tenant.mail(at('2026-03-26T20:31:00Z', i * 6.4), victim, assistant, assistantIp, random.integer(25, 60)),
    )
    const files = Array.from({ length: 46 }, (_, i) =>
      tenant.file(at('2026-03-26T21:48:00Z', i * 1.3), victim, assistant, assistantIp, 'tenders', `Bid ${i + 1}.docx`),
    )

    // The response resets the account, and leaves the application alone.
    const response = [
      tenant.account(at('2026-03-27T08:40:00Z'), admin, 'Reset user password.', victim),
      tenant.account(at('2026-03-27T08:41:10Z'), admin, 'Update StsRefreshTokenValidFrom Timestamp.', victim),
    ]
    const later = Array.from({ length: 9 }, (_, i) =>
      tenant.mail(at('2026-03-28T02:10:00Z', i * 61), victim, assistant, assistantIp, random.integer(20, 45)),
    )
    const laterFiles = Array.from({ length: 12 }, (_, i) =>
      tenant.file(
        at('2026-03-29T03:00:00Z', i * 2.1),
        victim,
        assistant,
        assistantIp,
        'tenders',
        `Offer ${i + 1}.xlsx`,
      ),
    )
    const end = [
      tenant.principalAct(at('2026-04-02T13:05:00Z'), admin, 'Remove service principal.', assistant),
      tenant.account(at('2026-04-02T13:09:00Z'), admin, 'Update StsRefreshTokenValidFrom Timestamp.', victim),
    ]
    return {
      records: ordered(background, [entry, prompt], consent, mail, files, response, later, laterFiles, end),
      firstHostile: idOf(entry),
      dataLeft: idsOf([...mail, ...files, ...later, ...laterFiles]),
      required: [
        {
          act: 'consent to a reader of mail and files from a risky session',
          ids: idsOf([...consent, prompt]),
          minimum: 'medium',
        },
        { act: 'the new application reads hundreds of messages', ids: idsOf(mail), minimum: 'medium' },
        { act: 'the new application downloads the tender library', ids: idsOf(files), minimum: 'medium' },
        {
          act: 'the application works on after the reset of the account',
          ids: idsOf([...later, ...laterFiles]),
          minimum: 'high',
        },
      ],
      quiet: idsOf(background),
    }
  },
})
