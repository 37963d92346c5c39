import { attackCampaign } from '../campaign.ts'
import { after, ids, inOrder, officeHome, ordinaryWork, series, some, Tenant, workdays } from '../scene-microsoft.ts'

const names =
  'it.desk j.abbott m.cardew f.doyle l.eames p.finch r.grail s.hume t.ilott v.jarvis w.kent y.lacey a.moyle b.noble'.split(
    ' ',
  )
const roles: readonly [string, string][] = [
  ['810c84a8-4a9e-49e6-bf7d-12d183f40d01', 'Mail.Read'],
  ['b633e1c5-b582-4048-a93e-9f11b44c7e96', 'Mail.Send'],
  ['01d4889c-1287-42c6-ac1f-5d1e02578ef6', 'Files.Read.All'],
  ['7ab1d382-f21e-4acd-a863-ba3e13f7da61', 'Directory.Read.All'],
]

export default attackCampaign({
  title: 'The administrator of a diocese approves a false security scorecard for everybody',
  sources: [
    'https://www.proarch.com/blog/threats-vulnerabilities/microsoft-365-admin-consent-risks',
    'https://technewsday.com/non-admin-consent-in-entra-id-opens-door-to-email-compromise',
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-app-consent',
  ],
  facts: [
    'Analysts saw more applications in 2026 that administrators approve for the whole tenant without validation.',
    'The applications asked for Directory.Read.All, Files.Read.All, and mail permissions of Microsoft Graph.',
    'One approval opens all mailboxes, sites and OneDrive folders, without a person and without a second factor.',
    'Add service principal and Consent to application share a correlation id.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'wexcombe-diocese.example')
    const people = names.map((name, i) => tenant.person(name, i % 4 ? `203.0.113.${130 + i}` : '198.51.100.140'))
    const [admin, bishop, bursar, clerk, deputy] = people
    if (!admin || !bishop || !bursar || !clerk || !deputy) throw new RangeError('no people')
    const house = tenant.app('Parish Diary Sync')
    const backup = tenant.app('Keepit Backup for Microsoft 365')
    const setUp = '2026-03-02T10:15:00'
    const work = [
      ...ordinaryWork(tenant, people, house, '20.54.33.7', '2026-03-02', 125),
      ...tenant.consent(setUp, admin, backup, 'User.Read', true),
      ...roles.slice(2).map((role, i) => tenant.role(after(setUp, i), admin, backup, role)),
      ...workdays('2026-03-03', 120).map((day) =>
        tenant.file(`${day}T02:00:00`, 'app', backup, '20.54.33.90', [
          'Parishes',
          `register-${random.integer(1, 300)}.xlsx`,
        ]),
      ),
    ]
    const app = tenant.app('M365 Security Scorecard')
    const t = '2026-05-19T09:47:20'
    const visit = tenant.signIn(after(t, -50), admin, officeHome, admin.ip)
    const grants = tenant.consent(t, admin, app, 'openid profile offline_access User.Read Directory.Read.All', true)
    const given = roles.map((role, i) => tenant.role(after(t, 1 + i), admin, app, role))
    const ip = '141.98.252.18'
    const mail = series(60, after(t, 5400), 240, (time, i) =>
      tenant.mail(
        time,
        [bishop, bursar, clerk][i % 3] ?? bishop,
        app,
        ip,
        70,
        i % 2 ? '\\Inbox' : '\\Sent Items',
        true,
      ),
    )
    const files = series(70, after(t, 40_000), 14, (time, i) =>
      tenant.file(
        time,
        'app',
        app,
        ip,
        [i % 2 ? 'Safeguarding' : 'Finance', `case-${i}.pdf`],
        'FileDownloaded',
        'python-requests/2.32.3',
      ),
    )
    const sent = series(36, '2026-05-21T07:55:00', 6, (time) =>
      tenant.send(time, bursar, app, ip, 'Your parish security scorecard needs approval', true),
    )
    const fixed = '2026-05-21T12:10:00'
    const response = [
      ...tenant.reset(fixed, deputy, admin),
      ...roles.slice(0, 2).map((role, i) => tenant.role(after(fixed, 900 + i * 30), deputy, app, role, true)),
    ]
    const kept = series(80, '2026-05-29T01:20:00', 17, (time, i) =>
      tenant.file(
        time,
        'app',
        app,
        '141.98.252.44',
        ['Trustees', `minutes-${i}.docx`],
        'FileDownloaded',
        'python-requests/2.32.3',
      ),
    )
    const end = tenant.principalAct('2026-06-03T11:00:00', 'Remove service principal.', deputy, app)
    return {
      records: inOrder(work, visit, grants, given, mail, files, sent, response, kept, end),
      firstHostile: grants[0]?.Id ?? '',
      dataLeft: ids(mail, files, kept),
      required: [
        {
          act: 'An unknown application gets mail and files of the whole tenant',
          ids: ids(grants, given),
          minimum: 'high',
        },
        { act: 'The application reads the mailboxes of the leaders', ids: ids(mail), minimum: 'high' },
        { act: 'The application downloads the safeguarding files', ids: ids(files), minimum: 'medium' },
        { act: 'The application sends the lure as the bursar', ids: ids(sent), minimum: 'high' },
        { act: 'The application downloads on after reset and half the removal', ids: ids(kept), minimum: 'medium' },
      ],
      quiet: some(work, 45),
    }
  },
})
