// Two colleagues move old SharePoint libraries to Google Drive with a script of the house, in a week of new telephones.
import { googleSide, removesMethod } from '../both-shared-login.ts'
import { benignWork } from '../campaign.ts'
import { merged } from '../google-crowd.ts'
import { authorize, file as driveFile, use } from '../google-events.ts'
import { run, samlSignIn } from '../google-grants.ts'
import { app, ids } from '../google-layouts.ts'
import { registersMethod } from '../microsoft-app-passwords.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const script = 'python-requests/2.32.3'

export default benignWork({
  title: 'Old SharePoint libraries move to Google Drive with a script of the house, in a week of new telephones',
  sources: [
    'https://developers.google.com/workspace/drive/api/guides/manage-uploads',
    'https://learn.microsoft.com/en-us/graph/api/driveitem-get-content',
  ],
  resembles:
    'After a change of the sign-in method a script fetches hundreds of files, and a new client gets the Drive.',
  accounts: 8,
  days: 9,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'tidewharf', {
      feeds: 'both',
      from: '2026-02-02',
      days: 77,
      after: 12,
      records: 330,
      people: 15,
    })
    const { log, tenant, start } = stage
    const google = googleSide(stage, 75, 300)
    const { org } = google
    const movers = [4, 9]
    const records: string[] = []
    // New telephones for eight colleagues, on their usual networks.
    for (const [place, index] of [4, 5, 6, 8, 9, 10, 11, 12].entries()) {
      const who = stage.person(index)
      const at = start + (place % 2) * day + (8 + Math.floor(place / 2)) * hour
      records.push(
        registersMethod(log, at, who, 'Authenticator App with Notification and Code'),
        removesMethod(log, at + 4 * minute, who, 'Authenticator App with Notification and Code'),
      )
    }
    // The administrator approves the client at Microsoft; each mover grants the client at Google.
    const reader = makeApp(random, 'Archive Mover', tenant.id)
    const scopes = 'Sites.Read.All Files.Read.All offline_access'
    const grant = { client: reader, resource: tenant.graph, scopes }
    records.push(...auditConsent(log, start + 9 * hour + 20 * minute, tenant.admin, grant, true, true))
    const writer = app(random, 'Archive Mover', ['drive', 'userinfo.email'], 'NATIVE_DESKTOP')
    const written = movers.flatMap((index, place) => {
      const who = org.people[index] ?? org.admin
      const mover = stage.person(index)
      const begin = start + (2 + place) * day + 9 * hour
      const from = org.office
      records.push(
        userSignIn(log, begin, {
          person: mover,
          client: reader,
          resource: tenant.graph,
          ip: mover.ip,
          ownerTenant: tenant.id,
        }),
      )
      const login = samlSignIn(org, { at: begin + 2 * minute, who, from })
      const consent = authorize(org, { at: begin + 3 * minute, who, app: writer, from })
      // Three evenings for each mover: out of the library, into the Drive.
      const copies = [0, 1, 5].flatMap((evening) => {
        const at = begin + evening * day + 9 * hour
        records.push(
          ...repeat(random, at, 60, 20_000, (moment, count) =>
            file(log, moment, {
              person: mover,
              client: reader,
              ip: mover.ip,
              agent: script,
              file: `project-${evening * 60 + count + 1}.docx`,
              operation: 'FileDownloaded',
              site: place === 0 ? 'projects-2021' : 'fairs',
            }),
          ),
        )
        return run(org, { start: at + 30_000, count: 60, gap: [12, 28] }, (moment, count) =>
          count % 2 === 0
            ? use(org, { at: moment, who, app: writer, from, method: 'drive.files.create', bytes: 700 })
            : driveFile(org, {
                at: moment,
                who,
                from,
                app: writer,
                name: 'create',
                title: `project-${evening * 60 + count}.docx`,
                kind: 'msword',
                more: { api_method: 'drive.files.create' },
              }),
        )
      })
      return [login, consent, ...copies]
    })
    return {
      records: merged(log.records(), google.records, written),
      ids: [...records, ...ids(written)],
    }
  },
})
