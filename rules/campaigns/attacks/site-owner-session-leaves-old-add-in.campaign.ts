// A stolen session of a site owner registers an add-in of the old SharePoint model, which reads the site for months.
import { attackCampaign } from '../campaign.ts'
import { addInPrincipal, settingsPage } from '../microsoft-add-in-principals.ts'
import { firstParty } from '../microsoft-clients.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'A site owner session leaves an add-in of the old SharePoint model, which reads on as app@sharepoint',
  sources: [
    'https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azureacs',
    'https://vladilen.com/office-365/track-service-principals-in-microsoft-365',
  ],
  facts: [
    'An owner of a site can register an add-in on the page appregnew.aspx, if the tenant allows it.',
    'The audit log names spo_service@support.onmicrosoft.com as the maker; the page views name the person.',
    'The page appinv.aspx gives the add-in its own rights in the site, without an administrator.',
    'The add-in signs in at Azure ACS with a secret that is valid for a year; Conditional Access does not apply.',
    'Its work has the user app@sharepoint in the audit log, and a new password of the owner does not end it.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'castellan-law', {
      feeds: 'audit',
      from: '2025-01-06',
      days: 90,
      after: 88,
      people: 16,
      records: 430,
    })
    const owner = person(6)
    const asApp = (at: number, app: App, name: string, site: string): string =>
      file(log, at, {
        person: owner,
        client: app,
        appOnly: app,
        ip: app.ip,
        agent: app.agent,
        file: name,
        operation: 'FileDownloaded',
        site,
      })
    const scanner = makeApp(random, 'Scan Archive Connector', tenant.id, { agent: 'NONISV|ScanArchive|Connector/4.2' })
    const archive = routine(log, start - 90 * day, 178, 160, (at) =>
      asApp(at, scanner, `scan-${random.integer(1000, 9999)}.pdf`, 'operations'),
    )

    // The house developer registers an add-in as well, long before.
    const known = makeApp(random, 'Library Labels', tenant.id, {
      ip: tenant.developer.ip,
      agent: 'NONISV|HouseIT|Labels/1.0',
    })
    const { developer } = tenant
    const earlier = start - 58 * day + 10 * hour
    const own = { person: developer, ip: developer.ip, agent: developer.agent, site: 'labels' }
    settingsPage(log, earlier, { ...own, page: 'appregnew.aspx' })
    addInPrincipal(log, earlier + 3 * minute, known)
    settingsPage(log, earlier + 6 * minute, { ...own, page: 'appinv.aspx' })
    const labels = routine(log, earlier + day, 140, 90, (at) =>
      asApp(at, known, `label-${random.integer(10, 99)}.docx`, 'labels'),
    )

    const box = '193.142.59.118'
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36'
    const begin = start + 2 * day + 19 * hour + 41 * minute
    const first = signInAudit(log, begin, {
      person: owner,
      client: firstParty.officeHome,
      resource: tenant.sharepoint,
      ip: box,
      agent,
    })
    const visit = { person: owner, ip: box, agent, site: 'mergers' }
    const addIn = makeApp(random, 'Library Index', tenant.id, {
      ip: box,
      agent: 'python-requests/2.32.3',
      reply: 'https://localhost/index',
    })
    const entry = [
      settingsPage(log, begin + 6 * minute, { ...visit, page: 'appregnew.aspx' }),
      addInPrincipal(log, begin + 8 * minute, addIn),
      settingsPage(log, begin + 11 * minute, { ...visit, page: 'appinv.aspx' }),
    ]
    const names = ['term-sheet', 'due-diligence', 'valuation', 'share-purchase', 'board-paper']
    const nightly = (from: number, nights: number): readonly string[] =>
      Array.from({ length: nights }, (_, i) =>
        repeat(random, from + i * 3 * day, random.integer(5, 12), 40_000, (at) =>
          asApp(at, addIn, `${random.pick(names)}-${random.integer(10, 99)}.docx`, 'mergers'),
        ),
      ).flat()
    const early = nightly(begin + day + 4 * hour, 5)
    const reset = begin + 17 * day - 9 * hour
    for (const operation of ['Reset user password.', 'Update StsRefreshTokenValidFrom Timestamp.'])
      directory(log, reset, {
        operation,
        by: tenant.helpdesk,
        target: userTarget(owner),
        objectId: owner.upn,
        category: 'User',
        details: { 'User-Agent': tenant.helpdesk.agent },
        changes: [],
      })
    const late = nightly(begin + 19 * day + 5 * hour, 22)
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...early, ...late],
      required: [
        {
          act: 'A site owner registers an add-in with its own secret and rights, from a network that is new',
          ids: entry,
          minimum: 'medium',
        },
        {
          act: 'The new add-in downloads the site as an application from a foreign network',
          ids: early,
          minimum: 'high',
        },
        { act: 'The add-in goes on for two months after the password reset of the owner', ids: late, minimum: 'high' },
      ],
      quiet: [...quiet, ...archive, ...labels],
    }
  },
})
