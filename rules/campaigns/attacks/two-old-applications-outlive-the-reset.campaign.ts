// Small office with the audit log alone: a thief gives certificates to two forgotten house applications. The reset of the account changes nothing.
import { resetAndRevoke } from '../both-mail-programs.ts'
import { attackCampaign } from '../campaign.ts'
import { appRoles, azureManagement, firstParty } from '../microsoft-clients.ts'
import { credential, type Key } from '../microsoft-credentials.ts'
import { mailRead } from '../microsoft-mail.ts'
import { appRole } from '../microsoft-oauth.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const papers = [
  'Jahresabschluss.pdf',
  'Gehaltsliste.xlsx',
  'Gesellschaftervertrag.docx',
  'Darlehen.pdf',
  'Bauakte.docx',
]

export default attackCampaign({
  title: 'Two forgotten house applications receive certificates, and read on after the account is reset',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://www.proofpoint.com/us/blog/email-and-cloud-threats/defeating-malicious-application-creation-attacks',
  ],
  facts: [
    'Intruders took over old applications with rights that nobody had reviewed.',
    'New credentials on an application survive a new password of the account that added them.',
    'Household proxies in the country of the victim hid the sign-ins.',
  ],
  build: (random) => {
    const stage = scene(random, 'lindenhof-planung', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 91,
      after: 30,
      records: 520,
      people: 20,
    })
    const { log, tenant, start } = stage
    const { admin, helpdesk, graph } = tenant
    const fax = makeApp(random, 'Faxeingang', tenant.id, { ip: '198.51.100.70', agent: 'faxserver/6.2' })
    const parking = makeApp(random, 'Stellplatzverwaltung', tenant.id, { ip: '198.51.100.71' })
    const office = stage.person(4)
    const receives = (at: number) =>
      mailRead(log, at, { owner: office, client: fax, appOnly: fax, ip: fax.ip }, random.integer(1, 2))
    const daily = routine(log, start - 91 * day, 90, 95, receives)
    routine(log, start, 28, 25, receives)

    const home = `2001:db8:c3:8e10:${random.digits(4)}:${random.digits(4)}:${random.digits(4)}:21`
    const faxKey: Key = { id: random.uuid(), name: 'CN=faxeingang', type: 'AsymmetricX509Cert' }
    const parkingKey: Key = { id: random.uuid(), name: 'CN=stellplatz', type: 'AsymmetricX509Cert' }
    const portal = (at: number): string =>
      signInAudit(log, at, { person: admin, client: firstParty.azurePortal, resource: azureManagement, ip: home })
    const first = portal(start + 9 * hour)
    const faxOld: Key = { id: fax.keyId, name: 'fax' }
    const faxCertificate = credential(log, start + 9 * hour + 14 * minute, admin, fax, [faxOld], [faxOld, faxKey], true)

    const second = start + 8 * day + 14 * hour
    portal(second)
    const parkingCertificate = credential(log, second + 9 * minute, admin, parking, [], [parkingKey], true)
    const right = appRole(log, second + 16 * minute, admin, parking, graph, appRoles.sitesRead)

    // One mailbox on each working day, at the hours of the office.
    const mail = [2, 3, 4, 7, 8, 9, 10, 11, 14, 15].flatMap((later, i) =>
      repeat(random, start + later * day + 8 * hour, 5, 70 * minute, (at) =>
        mailRead(
          log,
          at,
          { owner: stage.person(5 + i), client: fax, appOnly: fax, ip: home },
          random.integer(6, 18),
          at % 2 === 0 ? '\\Posteingang' : '\\Gesendete Elemente',
        ),
      ),
    )
    const copies = [9, 10, 11, 14, 15, 16].flatMap((later, i) =>
      repeat(random, start + later * day + 9 * hour, 9, 35 * minute, (at) =>
        file(log, at, {
          person: admin,
          client: parking,
          appOnly: parking,
          ip: home,
          agent: 'python-requests/2.32.4',
          file: random.pick(papers),
          operation: 'FileDownloaded',
          site: i % 2 === 0 ? 'geschaeftsleitung' : 'personal',
        }),
      ),
    )
    // The help desk resets the account, and thinks that this is the end.
    resetAndRevoke(log, start + 11 * day + 15 * hour, helpdesk, admin)
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...mail, ...copies],
      required: [
        {
          act: 'A certificate joins the application that reads mail without a user',
          ids: [faxCertificate],
          minimum: 'medium',
        },
        {
          act: 'An unused application receives a certificate and the right to read all sites',
          ids: [parkingCertificate, right],
          minimum: 'high',
        },
        { act: 'The fax application reads ten new mailboxes from a household', ids: mail, minimum: 'high' },
        {
          act: 'The application for parking spaces downloads documents, before and after the reset',
          ids: copies,
          minimum: 'medium',
        },
      ],
      quiet: [...stage.quiet, ...daily.slice(0, 15)],
    }
  },
})
