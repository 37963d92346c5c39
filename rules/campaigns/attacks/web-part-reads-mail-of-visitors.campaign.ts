// A stolen SharePoint administrator puts a web part into the intranet, which reads the mail of everybody who opens the page.
import { attackCampaign } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { approveAccess, uploadPackage, webPartClient } from '../microsoft-web-parts.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title:
    'A web part of a stolen administrator reads mail and files of everybody who opens the intranet, audit log only',
  sources: [
    'https://learn.microsoft.com/en-us/sharepoint/dev/spfx/use-aadhttpclient',
    'https://www.voitanos.io/blog/consider-avoiding-declarative-permissions-with-azure-ad-services-in-sharepoint-framework-projects/',
    'https://devblogs.microsoft.com/microsoft365dev/changes-on-sharepoint-framework-spfx-permission-grants-in-microsoft-entra-id/',
  ],
  facts: [
    'All web parts of a tenant get their tokens with one shared client, SharePoint Online Web Client Extensibility.',
    'An administrator approves a permission once, and then each script on each page may use it for the person who opens the page.',
    'The approval writes a delegated grant for all users, without a consent screen.',
    'The script runs in the browser of the visitor, so that the reads come from the usual address of the visitor.',
    'The session of the administrator was stolen with a proxy, and is used from another network.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'lindenquay', {
      feeds: 'audit',
      from: '2025-08-04',
      days: 98,
      after: 21,
      records: 420,
    })
    const { admin, developer, graph, sharepoint } = tenant
    const webParts = webPartClient(log)
    const from = start - 98 * day
    // The developer of the house brought the shared client in: names of colleagues on the start page.
    uploadPackage(log, from + 2 * day + 9 * hour, developer, 'colleague-search.sppkg')
    approveAccess(log, from + 2 * day + 10 * hour, admin, {
      client: webParts,
      before: '',
      scopes: 'User.ReadBasic.All',
    })
    const visits = routine(log, from + 3 * day, 94, 70, (at) => {
      const visitor = random.pick(tenant.people)
      return signInAudit(log, at, { person: visitor, client: webParts, resource: graph, ip: visitor.ip })
    })
    const updates = routine(log, from + 24 * day, 60, 4, (at) =>
      uploadPackage(log, at, developer, 'colleague-search.sppkg', { again: true }),
    )

    const proxy = '192.0.2.86'
    const session = random.uuid()
    const evening = start + day + 17 * hour + 20 * minute
    const shared = { person: admin, client: sharepoint, resource: sharepoint, session }
    signInAudit(log, evening - 9 * hour, { ...shared, ip: admin.ip })
    const stolen = signInAudit(log, evening, { ...shared, ip: proxy })
    const uploaded = uploadPackage(log, evening + 11 * minute, admin, 'start-page-banner.sppkg', { ip: proxy })
    const granted = approveAccess(log, evening + 16 * minute, admin, {
      client: webParts,
      before: 'User.ReadBasic.All',
      scopes: 'User.ReadBasic.All Mail.Read',
    })
    const workdays = [2, 3, 4, 7, 8, 9, 10, 11]
    const reads = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].flatMap((i) => {
      const victim = person(i)
      return [i, i + 3].map((n) => {
        const opens = start + (workdays[n % 8] ?? 2) * day + 8 * hour + random.integer(0, 500) * minute
        signInAudit(log, opens - 2000, { person: victim, client: webParts, resource: graph, ip: victim.ip })
        return mailRead(log, opens, { owner: victim, client: webParts, ip: victim.ip }, random.integer(4, 18))
      })
    })

    const second = start + 8 * day + 18 * hour + 5 * minute
    signInAudit(log, second, { ...shared, ip: proxy, requestType: 'OAuth2:Token' })
    uploadPackage(log, second + 4 * minute, admin, 'start-page-banner.sppkg', { ip: proxy, again: true })
    const more = approveAccess(log, second + 9 * minute, admin, {
      client: webParts,
      before: 'User.ReadBasic.All Mail.Read',
      scopes: 'User.ReadBasic.All Mail.Read Files.Read.All',
    })
    const files = [4, 7, 9].flatMap((i) => {
      const victim = person(i)
      return repeat(random, start + 9 * day + (8 + (i % 3)) * hour, 14, 40 * minute, (at, n) =>
        file(log, at, {
          person: victim,
          client: webParts,
          ip: victim.ip,
          agent: victim.agent,
          file: `tender-${i}-${n + 1}.docx`,
          operation: 'FileDownloaded',
          site: 'tenders',
        }),
      )
    })

    return {
      records: log.records(),
      firstHostile: stolen,
      dataLeft: [...reads, ...files],
      required: [
        { act: 'All web parts may read the mail of everybody', ids: [granted, uploaded], minimum: 'high' },
        { act: 'The shared client of web parts reads mail of twelve people', ids: reads, minimum: 'medium' },
        { act: 'All web parts may read all files too', ids: [more], minimum: 'high' },
        { act: 'The shared client of web parts downloads tenders of three people', ids: files, minimum: 'low' },
      ],
      quiet: [...quiet, ...visits, ...updates],
    }
  },
})
