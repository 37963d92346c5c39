// A consented application makes links for anyone; the files leave through the links after the consent has ended.
import { attackCampaign } from '../campaign.ts'
import { directory, principalTarget } from '../microsoft-layouts.ts'
import { consent } from '../microsoft-oauth.ts'
import { openLink, openVisit, visitor } from '../microsoft-open-links.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

export default attackCampaign({
  title: 'A consented application makes links for anyone, and strangers download the files through the links',
  sources: [
    'https://www.overe.io/gso-recommendations/files-shared-externally-data-exposure-anonymous-links-guest-access',
    'https://buralog.jp/en/shared-link-security-risks-en/',
    'https://vectra.ai/detections/o365-suspicious-sharing-activity',
    'https://training.ridgelinecyber.com/modules/paid/15-consent-phishing/02-incident-briefing',
  ],
  facts: [
    'A user consents to an application that may write all files that the user can reach.',
    'The application makes a link for anyone to many files, and downloads nothing itself.',
    'The end of the consent does not end the links.',
    'Visitors without a name download the files through the links.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'fennbridge', {
      feeds: 'audit',
      from: '2026-02-23',
      days: 80,
      records: 360,
      after: 12,
    })
    const web = { name: 'Office 365 SharePoint Online', appId: tenant.sharepoint.appId }
    // At times a colleague shares a leaflet with a customer, who downloads it.
    const leaflets = [66, 52, 41, 30, 23, 12, 5].flatMap((before, i) => {
      const by: Person = person(3 + i)
      const use = { person: by, client: web, ip: by.ip, agent: by.agent, file: `leaflet-${i}.pdf`, site: 'marketing' }
      const at = start - before * day + 10 * hour
      return [
        openLink(log, at, use),
        ...openVisit(log, at + 50 * minute, {
          use: { ...use, ip: `203.0.113.${180 + i}`, agent: browser },
          visitor: visitor(log),
        }),
      ]
    })
    const victim = person(6)
    const app = makeApp(random, 'Pagewell Form Filler', random.uuid(), {
      ip: '192.0.2.58',
      agent: 'Go-http-client/2.0',
    })
    const at = start + 9 * hour + 12 * minute
    const given = consent(log, at, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'Files.ReadWrite.All Sites.Read.All User.Read offline_access',
    })
    const use = (i: number) => ({
      person: victim,
      client: app,
      ip: app.ip,
      agent: app.agent,
      file: `payroll-${2019 + (i % 7)}-${String(i).padStart(2, '0')}.xlsx`,
      site: i % 3 === 0 ? 'board' : 'finance',
    })
    repeat(random, at + 20 * minute, 30, 4_000, (moment, i) =>
      file(log, moment, { ...use(i), operation: 'FileAccessed' }),
    )
    const links = repeat(random, at + 30 * minute, 84, 5_000, (moment, i) => openLink(log, moment, use(i)))
    // The administrator removes the application in the afternoon.
    directory(log, at + 5 * hour, {
      operation: 'Remove service principal.',
      by: tenant.admin,
      target: principalTarget(app),
      objectId: app.appId,
      category: 'ServicePrincipal',
      changes: [{ name: 'TargetId.ServicePrincipalNames', now: app.appId }],
    })
    // Strangers fetch the files for five days.
    const left = Array.from({ length: 84 }, (_, i) => i).flatMap((i) =>
      openVisit(log, at + (1 + (i % 5)) * day + 11 * hour + i * 35_000, {
        use: { ...use(i), ip: `192.0.2.${200 + (i % 4)}`, agent: browser },
        visitor: visitor(log),
      }),
    )
    return {
      records: log.records(),
      firstHostile: given[0] ?? '',
      dataLeft: left,
      required: [
        { act: 'A user lets a strange application write all files', ids: given, minimum: 'medium' },
        { act: 'The application makes 84 links for anyone in ten minutes', ids: links, minimum: 'high' },
        { act: 'Visitors without a name download 84 files of finance and the board', ids: left, minimum: 'medium' },
      ],
      quiet: [...quiet, ...leaflets],
    }
  },
})
