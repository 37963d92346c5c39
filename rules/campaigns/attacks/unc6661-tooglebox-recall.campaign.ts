// After a phone call the account of an employee empties SharePoint and erases the warning mail through an add-on.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls, run, samlSignIn } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { sharePointFile, tenantOf } from '../google-m365-layouts.ts'

const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36'
const shell = 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.20348.3932'
const web = { id: '08e18876-6177-487e-b8b5-cf950c1e598c', name: 'SharePoint Online Web Client Extensibility' }
const ordinary = ['Plan', 'Agenda', 'Price sheet', 'Roadmap', 'Minutes']
const wanted = ['Confidential proposal', 'VPN guide', 'Client contracts', 'Internal poc', 'Salesforce export notes']

export default attackCampaign({
  title: 'UNC6661: ToogleBox Recall add-on erases the notice about a new factor while files leave Microsoft 365',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft',
    'https://devengoratela.com/?p=18734',
  ],
  facts: [
    'Callers who posed as the help desk led employees to a copy of the sign-in page and enrolled their own factor.',
    'With single sign-on they went through the connected services of the victim, from commercial VPN networks.',
    'In Google Workspace they authorized the add-on ToogleBox Recall, which finds and permanently deletes mail.',
    'The add-on removed the mail that told the employee of the newly enrolled security method.',
    'Files were taken from SharePoint and OneDrive, part of them with PowerShell.',
  ],
  build: (random) => {
    const org = organization(random, 'haldenworks.example', 15)
    const tenant = tenantOf(org)
    const recall = app(random, 'ToogleBox Recall', ['openid', 'userinfo.email', 'https://mail.google.com/'])
    const vpn = network('203.0.113.140', 64671, 'US', 'US-NJ')
    const addOnServer = network('192.0.2.118', 64545, 'US', 'US-IA')
    const who = person(org, 5)
    const start = time('2026-03-25T15:41:00Z')
    const quietDays = background(org, { until: start + DAY, days: 75, records: 180 })
    const work = Array.from({ length: 40 }, () =>
      sharePointFile(tenant, {
        at: workMoment(org, start + DAY, 75),
        who: random.pick(org.people),
        from: org.office,
        operation: random.pick(['FileAccessed', 'FileAccessed', 'FileDownloaded', 'FileUploaded']),
        title: random.pick(ordinary),
        site: 'Projects',
        userAgent: browser,
        app: web,
      }),
    )
    const entry = samlSignIn(org, { at: start, who, from: vpn })
    const grant = authorize(org, { at: start + 6 * MINUTE, who, app: recall, from: vpn })
    const search = calls(org, {
      start: start + 7 * MINUTE,
      count: 3,
      gap: [8, 20],
      who,
      app: recall,
      from: addOnServer,
      methods: ['gmail.users.messages.list'],
      bytes: [700, 3_000],
    })
    const erased = calls(org, {
      start: start + 9 * MINUTE,
      count: 3,
      gap: [3, 12],
      who,
      app: recall,
      from: addOnServer,
      methods: ['gmail.users.messages.get', 'gmail.users.messages.delete'],
      bytes: [200, 9_000],
    })
    const taken = run(org, { start: start + HOUR, count: 120, gap: [2, 11] }, (at, index) =>
      sharePointFile(tenant, {
        at,
        who,
        from: vpn,
        operation: 'FileDownloaded',
        title: `${random.pick(wanted)} ${index + 1}`,
        site: index % 3 === 0 ? 'Sales' : 'Projects',
        userAgent: index < 30 ? browser : shell,
        app: web,
      }),
    )
    return {
      records: timeline(quietDays.records, work, [entry, grant], search, erased, taken),
      firstHostile: idOf(entry),
      dataLeft: ids(taken),
      required: [
        { act: 'Full mail access granted to an add-on from a new network', ids: ids([grant]), minimum: 'medium' },
        { act: 'The fresh add-on searches and deletes mail', ids: ids(search, erased), minimum: 'medium' },
        { act: 'Mass download from SharePoint', ids: ids(taken), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(timeline(work).slice(4, 18))],
    }
  },
})
