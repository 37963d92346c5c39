// An office moves its files from Google Drive to SharePoint with a web tool that each person connects to both vendors.
import { googleSide } from '../both-shared-login.ts'
import { benignWork } from '../campaign.ts'
import { merged } from '../google-crowd.ts'
import { authorize, revoke, use } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import { inRow } from '../google-incident-work.ts'
import { app, ids, network } from '../google-layouts.ts'
import { downloadByClient } from '../google-sharing.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'An office moves its files from Google Drive to SharePoint with a web tool connected to both vendors',
  sources: [
    'https://learn.microsoft.com/en-us/sharepointmigration/mm-google-overview',
    'https://support.google.com/drive/answer/2375123',
    'https://learn.microsoft.com/en-us/graph/api/driveitem-put-content',
  ],
  resembles:
    'Seven people give one foreign tool the whole Drive, a hosting provider downloads hundreds of files at night, and the grants vanish.',
  accounts: 7,
  days: 5,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'birkenplan', {
      feeds: 'both',
      from: '2026-05-04',
      days: 84,
      after: 12,
      records: 380,
      people: 16,
    })
    const { log, tenant, start } = stage
    const google = googleSide(stage, 80, 330)
    const { org } = google
    const mover = app(random, 'Umzugskarton', ['openid', 'userinfo.email', 'drive.readonly'])
    const target = makeApp(random, 'Umzugskarton', random.uuid(), { ip: '203.0.113.140', agent: 'umzugskarton/5.2' })
    const servers = [network('203.0.113.140', 64_552, 'NL'), network('203.0.113.141', 64_552, 'NL')]
    const records: string[] = []
    // The administrator approves the tool for the organization at Microsoft.
    const scopes = 'Files.ReadWrite.All Sites.ReadWrite.All offline_access'
    const grant = { client: target, resource: tenant.graph, scopes }
    records.push(...auditConsent(log, start + 8 * hour, tenant.admin, grant, true, true))
    const moved = [0, 3, 4, 6, 8, 10, 13].flatMap((index, place) => {
      const member = stage.person(index)
      const who = org.people[index] ?? org.admin
      // The administrator tries the tool first; two colleagues follow each day.
      const at = start + Math.ceil(place / 2) * day + (9 + (place % 2) * 3) * hour + random.integer(0, 25) * minute
      records.push(
        userSignIn(log, at + 4 * minute, {
          person: member,
          client: target,
          resource: tenant.graph,
          ip: member.ip,
          ownerTenant: target.ownerTenant,
        }),
      )
      const opened = [
        samlSignIn(org, { at, who, from: org.office }),
        authorize(org, { at: at + 2 * minute, who, app: mover, from: org.office }),
      ]
      const server = servers[place % 2] ?? null
      const night = at - (at % day) + 20 * hour
      const listed = inRow(org, night - 3 * minute, 5, [3, 12]).map((moment) =>
        use(org, {
          at: moment,
          who,
          app: mover,
          from: server,
          method: 'drive.files.list',
          bytes: random.integer(9_000, 60_000),
        }),
      )
      const copied = inRow(org, night, place === 0 ? 12 : 55, [8, 26]).flatMap((moment, count) => {
        const title = `plan-${index}-${count + 1}`
        records.push(
          file(log, moment + 4_000, {
            person: member,
            client: target,
            ip: server?.ip ?? target.ip,
            agent: target.agent,
            file: `${title}.pdf`,
            operation: 'FileUploaded',
            site: 'office-files',
          }),
        )
        return downloadByClient(org, {
          at: moment,
          who,
          app: mover,
          from: server,
          title,
          kind: 'pdf',
          bytes: random.integer(40_000, 3_000_000),
        })
      })
      // The guide of the office says: remove the tool from the Google account on the day after.
      const ended = revoke(org, { at: night + 13 * hour, who, app: mover, from: org.office })
      return [...opened, ...listed, ...copied, ended]
    })
    return { records: merged(log.records(), google.records, moved), ids: [...records, ...ids(moved)] }
  },
})
