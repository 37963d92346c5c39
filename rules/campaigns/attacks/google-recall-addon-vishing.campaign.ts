// After a phone call the thief signs in, lets a mail recall add-on delete the warning and takes files.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn, use } from '../google-events.ts'
import { app, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { sharePointFile, tenantOf } from '../google-m365-layouts.ts'

const until = time('2026-03-19T00:00:00Z')

export default attackCampaign({
  title: 'Vishing thief authorizes ToogleBox Recall to delete the enrollment mail, then downloads SharePoint',
  sources: ['https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft'],
  facts: [
    'Callers who posed as the help desk got passwords and codes and enrolled their own second factor.',
    'In one case the thief turned on the add-on ToogleBox Recall for the Workspace account of the victim.',
    'The add-on finds and deletes mail; it removed the notice about the new security method.',
    'With the same session the thief downloaded documents from SharePoint; the agent string was Windows PowerShell.',
  ],
  build: (random) => {
    const org = organization(random, 'ferncastle.example', 16)
    const tenant = tenantOf(org)
    const quietDays = background(org, { until, days: 70, records: 260 })
    const browser = { id: '08e18876-6177-487e-b8b5-cf950c1e598c', name: 'SharePoint Online Web Client Extensibility' }
    const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0.0.0 Edg/143.0.0.0'
    const ordinary = Array.from({ length: 40 }, (_, index) =>
      sharePointFile(tenant, {
        at: time('2026-01-12T08:10:00Z') + index * 38 * 60 * MINUTE,
        who: person(org, index % 16),
        from: org.office,
        operation: index % 3 === 0 ? 'FileDownloaded' : 'FileAccessed',
        title: `Handbook ${index}`,
        site: 'People',
        userAgent: edge,
        app: browser,
      }),
    )
    const victim = person(org, 4)
    const thief = network('192.0.2.180', 64599, 'US', 'US-NY')
    const start = time('2026-03-19T16:41:20Z')
    const session = signIn(org, { at: start, who: victim, from: thief, suspicious: true })
    const recall = app(random, 'ToogleBox Recall', [
      'https://mail.google.com/',
      'script.external_request',
      'userinfo.email',
      'gmail.addons.execute',
    ])
    const consent = authorize(org, { at: start + 3 * MINUTE, who: victim, app: recall, from: thief })
    const deletions = ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.delete'].map(
      (method, index) =>
        use(org, {
          at: start + 5 * MINUTE + index * 2500,
          who: victim,
          app: recall,
          from: null,
          method,
          bytes: 3200 - index * 900,
        }),
    )
    const shell = 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.20348.1850'
    const downloads = Array.from({ length: 70 }, (_, index) =>
      sharePointFile(tenant, {
        at: start + 20 * MINUTE + index * 4000,
        who: victim,
        from: thief,
        operation: 'FileDownloaded',
        title: `${random.pick(['Proposal', 'Contract', 'Customer list', 'Confidential plan'])} ${index}`,
        site: random.pick(['Sales', 'Legal', 'Finance']),
        userAgent: shell,
        app: { id: '9bc3ab49-b65d-410a-85ad-de819febfddc', name: 'SharePoint Online Management Shell' },
      }),
    )
    return {
      records: timeline(quietDays.records, ordinary, [session, consent], deletions, downloads),
      firstHostile: ids([session])[0] ?? '',
      dataLeft: ids(downloads),
      required: [
        {
          act: 'mail recall add-on with full mail access allowed from an unknown network',
          ids: ids([consent]),
          minimum: 'medium',
        },
        { act: 'new client deletes mail', ids: ids(deletions.slice(2), [consent]), minimum: 'medium' },
        { act: 'bulk download from SharePoint with a shell', ids: ids(downloads), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(ordinary.slice(8, 20))],
    }
  },
})
