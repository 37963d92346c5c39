// One login, caught after a telephone call, opens SharePoint for a script and Google Drive for a copy program.
import { resetAndRevoke } from '../both-mail-programs.ts'
import { deletesNotices, googleSide, removesMethod } from '../both-shared-login.ts'
import { attackCampaign } from '../campaign.ts'
import { merged } from '../google-crowd.ts'
import { authorize } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import { inRow } from '../google-incident-work.ts'
import { app, ids, network } from '../google-layouts.ts'
import { downloadByClient } from '../google-sharing.ts'
import { registersMethod } from '../microsoft-app-passwords.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const script = 'python-requests/2.32.3'

export default attackCampaign({
  title: 'After a help desk call one login opens SharePoint for a script and Google Drive for a copy program',
  sources: [
    'https://cyfar.ca/posts/defending-against-cordial-spider-and-snarky-spider-with-falcon-shield',
    'https://www.imtr.net/article/cybercrime-groups-using-vishing-and-sso-abuse-in-rapid-saas-extortion-attacks-b159',
    'https://codenil.autos/a/26599.html',
  ],
  facts: [
    'Callers pose as the help desk and lead employees to a relay page in the look of the single sign-on (2026).',
    'With the caught session the thieves register a device of their own and remove the device of the employee.',
    'A rule of the mailbox deletes the notices about the new device.',
    'Within the hour scripts in Python fetch the files of SharePoint; the records are of the kind FileAccessed.',
    'From the identity provider the thieves go on to the other connected services, from residential addresses.',
  ],
  build: (random) => {
    const stage = scene(random, 'quayhollow', {
      feeds: 'both',
      from: '2026-01-19',
      days: 87,
      after: 9,
      records: 360,
      people: 16,
    })
    const { log, tenant } = stage
    const google = googleSide(stage, 85, 320)
    const { org } = google
    const victim = stage.person(6)
    const twin = org.people[6] ?? org.admin
    const proxy = network('192.0.2.171', 64511, 'MD')
    const ip = proxy.ip
    const start = stage.start + 15 * hour + 2 * minute
    const session = random.uuid()
    const login = userSignIn(log, start, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip,
      session,
    })
    registersMethod(log, start + 2 * minute, victim, 'Authenticator App with Notification and Code', ip)
    removesMethod(log, start + 3 * minute, victim, 'Mobile Phone SMS', ip)
    deletesNotices(log, start + 5 * minute, victim, ip)
    userSignIn(log, start + 14 * minute, {
      person: victim,
      client: firstParty.office,
      resource: tenant.sharepoint,
      ip,
      session,
      agent: script,
      interactive: false,
      incoming: 'refreshToken',
    })
    const files = repeat(random, start + 15 * minute, 140, 14_000, (at, index) =>
      file(log, at, {
        person: victim,
        client: firstParty.office,
        ip,
        agent: script,
        file: `${random.pick(['contract', 'salaries', 'customers', 'passport-copy', 'board'])}-${index + 1}.pdf`,
        operation: 'FileAccessed',
        site: random.pick(['people', 'legal', 'board']),
      }),
    )
    // The same login at Google, then a copy program with a client of the thief.
    const second = start + 74 * minute
    const arrival = samlSignIn(org, { at: second, who: twin, from: proxy })
    const copier = app(random, 'rclone', ['drive.readonly', 'drive.metadata.readonly'], 'NATIVE_DESKTOP')
    const consent = authorize(org, { at: second + 4 * minute, who: twin, app: copier, from: proxy })
    const copy = (from: number, count: number) =>
      inRow(org, from, count, [4, 20]).flatMap((at, index) =>
        downloadByClient(org, {
          at,
          who: twin,
          from: proxy,
          app: copier,
          title: `${random.pick(['Offer', 'Supplier list', 'Interview notes', 'Forecast'])} ${index + 1}`,
          kind: 'spreadsheet',
          bytes: random.integer(20_000, 900_000),
        }),
      )
    const copies = copy(second + 6 * minute, 110)
    // The help desk resets the Entra login on the next morning; the grant at Google stays.
    const reset = stage.start + day + 8 * hour
    resetAndRevoke(log, reset, tenant.helpdesk, victim)
    const later = copy(reset + 5 * hour, 25)
    return {
      records: merged(log.records(), google.records, [arrival, consent], copies, later),
      firstHostile: login,
      dataLeft: [...files, ...ids(copies, later)],
      required: [
        { act: 'a script reads files of SharePoint with the caught session', ids: files, minimum: 'medium' },
        {
          act: 'a copy program gets the Drive of the victim from an unknown network',
          ids: ids([consent]),
          minimum: 'medium',
        },
        { act: 'the new copy program takes more than a hundred files', ids: ids(copies), minimum: 'high' },
        { act: 'the copy program goes on after the login was reset', ids: ids(later), minimum: 'high' },
      ],
      quiet: [...stage.quiet, ...google.quiet],
    }
  },
})
