import { attackCampaign } from '../campaign.ts'
import {
  after,
  graphId,
  ids,
  inOrder,
  officeHome,
  ordinaryWork,
  series,
  some,
  Tenant,
  workdays,
} from '../scene-microsoft.ts'

const names =
  'a.gorse b.heath c.ivens d.jolly e.kirby f.larch g.mead h.nairn i.orme j.pryor k.quill l.rowan m.sedge n.thorn'.split(
    ' ',
  )
const flowService = '7df0a125-d3be-4c96-aa54-591f83ff541c'

export default attackCampaign({
  title:
    'A stolen maker account shares a canvas app with everybody, and its flow carries their mail to a foreign address',
  sources: [
    'https://learn.microsoft.com/en-us/azure/sentinel/business-applications/power-platform-solution-security-content',
    'https://zenity.io/blog/research/power-platform-security-access',
    'https://sourcepassmcoe.com/articles/what-happens-after-a-microsoft-365-compromise',
  ],
  facts: [
    'A stolen session is followed by quiet means of persistence, and the incident does not end with the password reset.',
    'Power Apps and flows use the connections of the people who open them.',
    'Vendors watch for bulk sharing of Power Apps with guests that were just created, and for flows made by a person who leaves.',
    'Runs of a flow and calls of a connector have no record; only its making, sharing and editing have.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'alderfen-council.example')
    const people = names.map((name, i) => tenant.person(name, i % 3 ? '198.51.100.251' : `203.0.113.${10 + i}`))
    const [admin, maker, ...staff] = people
    if (!admin || !maker) throw new RangeError('no people')
    const environment = random.uuid()
    const house = tenant.app('Civica Calendar Link')
    const flowMail = { ...tenant.app('Microsoft Flow Service'), appId: flowService }
    const desk = random.uuid()
    const url = (id: string) => `https://make.powerautomate.com/environments/${environment}/flows/${id}/details`
    const flow = (
      time: string,
      who: typeof maker,
      operation: string,
      id: string,
      connectors: string,
      more: object = {},
    ) => tenant.flow(time, who, operation, { FlowDetailsUrl: url(id), FlowConnectorNames: connectors, ...more })
    const work = [
      ...ordinaryWork(tenant, people, house, '20.90.130.4', '2026-06-08', 110),
      ...series(7, '2026-06-10T10:00:00', 604_800, (time, i) =>
        flow(time, i % 2 ? admin : maker, i ? 'EditFlow' : 'CreateFlow', desk, 'SharePoint, Office 365 Outlook'),
      ),
      ...workdays('2026-06-11', 100).map((day) =>
        tenant.powerApp(
          `${day}T09:05:00`,
          random.pick(people),
          'LaunchPowerApp',
          '198.51.100.251',
          'Leave request',
          desk,
          environment,
        ),
      ),
    ]
    const t = '2026-08-25T18:34:00'
    const ip = '89.117.77.140'
    const entry = tenant.signIn(t, maker, officeHome, ip, undefined, 0, graphId, 'Login:reprocess')
    const outsider = { ...tenant.person('pt.services_outlook.example#EXT#', ip) }
    const guest = tenant.account(after(t, 500), 'Add user.', maker, outsider, [
      ['UserType', '[\r\n  "Guest"\r\n]', '[]'],
    ])
    const bad = random.uuid()
    const canvas = random.uuid()
    const made = flow(after(t, 900), maker, 'CreateFlow', bad, 'Office 365 Outlook, Office 365 Users, HTTP, Dropbox')
    const given = flow(
      after(t, 1000),
      maker,
      'PutPermissions',
      bad,
      'Office 365 Outlook, Office 365 Users, HTTP, Dropbox',
      {
        SharingPermission: 3,
        RecipientUPN: outsider.upn,
      },
    )
    const app = ['CreatePowerApp', 'PublishPowerApp', 'SharePowerApp'].map((operation, i) =>
      tenant.powerApp(after(t, 1300 + i * 120), maker, operation, ip, 'Pay award 2026 checker', canvas, environment),
    )
    const lures = series(30, after(t, 46_000), 5, (time) =>
      tenant.send(time, maker, { ...house, appId: officeHome, name: 'OfficeHome' }, ip, 'Check your pay award'),
    )
    const opened = series(9, after(t, 47_000), 800, (time, i) =>
      tenant.powerApp(
        time,
        staff[i] ?? maker,
        'LaunchPowerApp',
        '198.51.100.251',
        'Pay award 2026 checker',
        canvas,
        environment,
      ),
    )
    const taken = series(54, after(t, 47_200), 700, (time, i) =>
      tenant.mail(time, staff[i % 9] ?? maker, flowMail, '20.82.246.10', 40),
    )
    const response = tenant.reset('2026-08-27T09:15:00', admin, maker)
    const foreign = tenant.signIn('2026-08-29T02:10:00', outsider, '6204c1d1-4712-4c46-a7d9-3ed63d992682', ip)
    const edits = series(3, '2026-08-29T02:20:00', 86_400, (time) =>
      flow(time, outsider, 'EditFlow', bad, 'Office 365 Outlook, HTTP, OneDrive for Business, Dropbox'),
    )
    const kept = series(30, '2026-08-29T03:00:00', 7200, (time, i) =>
      tenant.mail(time, staff[i % 9] ?? maker, flowMail, '20.82.246.10', 30),
    )
    const end = flow(
      '2026-09-02T10:30:00',
      admin,
      'DeleteFlow',
      bad,
      'Office 365 Outlook, HTTP, OneDrive for Business, Dropbox',
    )
    return {
      records: inOrder(work, entry, guest, made, given, app, lures, opened, taken, response, foreign, edits, kept, end),
      firstHostile: entry.Id,
      dataLeft: ids(taken, kept),
      required: [
        { act: 'A flow joins mail with HTTP and foreign storage', ids: ids(made), minimum: 'medium' },
        { act: 'A guest made minutes ago becomes owner of the flow', ids: ids(given, guest), minimum: 'medium' },
        { act: 'The account sends the lure to open the app', ids: ids(lures, app), minimum: 'low' },
        { act: 'The guest edits the flow after the reset of its maker', ids: ids(edits, foreign), minimum: 'medium' },
      ],
      quiet: some(work, 45),
    }
  },
})
