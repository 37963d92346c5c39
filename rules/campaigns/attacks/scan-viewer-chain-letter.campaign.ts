// One consent gives a mailbox away, and the application writes to the colleagues from it, who consent too.
import { attackCampaign } from '../campaign.ts'
import { addressedConsent } from '../microsoft-client-kinds.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const scopes = 'openid profile offline_access User.Read Contacts.Read Mail.ReadWrite Mail.Send'
/** The service sees the caller, or a front end of Microsoft. */
const addresses = ['104.234.140.9', '104.234.140.9', '20.190.160.25', '40.126.32.74']

export default attackCampaign({
  title:
    'A viewer for shared scans writes to colleagues from each mailbox that consents, and spreads like a chain letter',
  sources: [
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-app-consent',
    'https://www.microsoft.com/en-us/security/blog/2023/12/12/threat-actors-misuse-oauth-applications-to-automate-financially-driven-attacks/',
  ],
  facts: [
    'A mail of a partner leads one person to the consent screen of an unknown application of another tenant.',
    'The application asks for contacts, for mail, and for the right to send mail.',
    'It sends the same letter from the mailbox of each victim to colleagues, who trust the sender.',
    'Within three days six more people consent to the application.',
    'It reads the mail of all seven in the following week, most of all that of accounts payable.',
    'The customer has the unified audit log only.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'marenveld', {
      feeds: 'audit',
      from: '2026-01-12',
      days: 84,
      after: 14,
      records: 520,
      people: 24,
    })
    const { graph } = tenant
    const viewer = makeApp(random, 'SharedScan Viewer', random.uuid(), {
      reply: 'https://sharedscan-viewer.azurewebsites.net/signin-oidc',
    })
    const letters = (at: number, owner: Person, count: number) =>
      repeat(random, at, count, 40_000, (moment) =>
        mailSend(
          log,
          moment,
          { owner, client: viewer, ip: random.pick(addresses) },
          `${owner.name} shared "Scan_${random.integer(2100, 2900)}.pdf" with you`,
        ),
      )
    const reads = (at: number, owner: Person, count: number) =>
      repeat(random, at, count, 4 * hour, (moment, i) =>
        mailRead(
          log,
          moment,
          { owner, client: viewer, ip: random.pick(addresses) },
          random.integer(3, 18),
          i % 4 === 3 ? '\\Sent Items' : '\\Inbox',
        ),
      )
    const login = (at: number, by: Person): string =>
      signInAudit(log, at, { person: by, client: viewer, resource: graph, ip: by.ip })

    const begin = start + day + 8 * hour + 47 * minute
    const patient = person(7)
    const first = login(begin - 5000, patient)
    const entry = addressedConsent(log, begin, { by: patient, app: viewer, resource: graph, scopes })
    const sent = [...letters(begin + 95 * minute, patient, 19)]
    const mail = [...reads(begin + 20 * minute, patient, 6)]
    const later: string[] = []
    // Colleagues in the hours after, and on the two days that follow.
    const wave: readonly (readonly [index: number, after: number, letters: number])[] = [
      [11, 2 * hour + 9 * minute, 12],
      [15, 3 * hour + 31 * minute, 9],
      [4, 6 * hour + 2 * minute, 14],
      [18, 24 * hour + 16 * minute, 0],
      [9, 26 * hour + 50 * minute, 8],
      [21, 49 * hour + 5 * minute, 0],
    ]
    for (const [index, after, count] of wave) {
      const colleague = person(index)
      const at = begin + after
      login(at - 5000, colleague)
      later.push(...consent(log, at, { by: colleague, app: viewer, resource: graph, scopes, isNew: false }))
      sent.push(...letters(at + random.integer(35, 110) * minute, colleague, count))
      // Accounts payable.
      mail.push(...reads(at + 15 * minute, colleague, index === 9 ? 26 : 5))
    }

    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: mail,
      required: [
        {
          act: 'Somebody consents to an unknown application that may read and send mail',
          ids: entry,
          minimum: 'medium',
        },
        { act: 'Six colleagues consent to the same application within three days', ids: later, minimum: 'medium' },
        { act: 'The new application sends letters in lots from several mailboxes', ids: sent, minimum: 'high' },
        { act: 'The new application reads the mail of seven people', ids: mail, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
