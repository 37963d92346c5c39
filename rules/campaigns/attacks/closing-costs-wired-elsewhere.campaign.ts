import { attackCampaign } from '../campaign.ts'
import { after, ids, inOrder, officeHome, ordinaryWork, series, some, Tenant } from '../scene-microsoft.ts'

const names =
  'c.wyatt e.lowell b.dunne m.paquette h.renner g.sato o.villar i.kowal t.marsh v.ng y.adeyemi z.holt'.split(' ')

export default attackCampaign({
  title: 'A settlement office consents to a document viewer, and buyers get other bank details',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2026/01/14/inside-redvds-how-a-single-virtual-desktop-provider-fueled-worldwide-cybercriminal-operations/',
    'https://www.proarch.com/blog/threats-vulnerabilities/microsoft-365-admin-consent-risks',
    'https://bsidesknoxville2026.sched.com/event/2MFJX/password-reset-is-not-incident-response-hunting-oauth-persistence-in-microsoft-365',
  ],
  facts: [
    'Payment diversion against real-estate agents, escrow agents and title companies came from rented virtual desktops.',
    'The actors read mail until a payment is due, and then write in the thread with other bank details.',
    'An application with offline access and mailbox rights keeps its access after password reset and session revocation.',
    'Mailbox rules hide the replies from the owner of the mailbox.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'stonebridge-title.example')
    const people = names.map((name, i) => tenant.person(name, i % 2 ? '198.51.100.61' : `203.0.113.${70 + i}`))
    const [admin, victim, ...rest] = people
    const partner = rest[3]
    if (!admin || !victim || !partner) throw new RangeError('no people')
    const house = tenant.app('Qualia Mail Connector')
    const work = ordinaryWork(tenant, people, house, '40.113.20.8', '2026-02-02', 100)
    const ip = '94.156.180.33'
    const t = '2026-04-21T14:08:31'
    const app = tenant.app('ClosingDocs Viewer')
    const entry = tenant.signIn(t, victim, officeHome, ip)
    const grants = tenant.consent(
      after(t, 75),
      victim,
      app,
      'openid profile offline_access User.Read Mail.ReadWrite Mail.Send',
    )
    const use = tenant.signIn(after(t, 80), victim, app.appId, ip)
    const scout = series(12, after(t, 400), 610, (time, i) =>
      tenant.mail(time, victim, app, ip, 20 + i, i % 4 ? '\\Inbox' : '\\Closings\\April'),
    )
    const rule = tenant.rule(after(t, 9000), victim, app.appId, ip, {
      Name: '..',
      SubjectOrBodyContainsWords: 'wire;closing disclosure;payoff;escrow',
      MarkAsRead: 'True',
      MoveToFolder: 'Conversation History',
      StopProcessingRules: 'True',
    })
    const watch = series(9, '2026-04-22T13:12:00', 86_400, (time) =>
      tenant.mail(time, victim, app, ip, 12, '\\Conversation History'),
    )
    const frauds = series(5, '2026-04-30T15:02:11', 700, (time) =>
      tenant.send(time, victim, app, ip, 'RE: Closing 4471 Alder Court - updated wire instructions'),
    )
    const lures = series(60, '2026-05-01T12:30:00', 4, (time) =>
      tenant.send(time, victim, app, ip, 'Closing package ready for review'),
    )
    const partnerGrants = tenant.consent(
      '2026-05-01T13:11:40',
      partner,
      app,
      'openid profile offline_access User.Read Mail.ReadWrite Mail.Send',
      false,
      false,
    )
    const partnerReads = series(8, '2026-05-01T13:30:00', 900, (time) => tenant.mail(time, partner, app, ip, 30))
    const response = [
      ...tenant.reset('2026-05-01T16:20:00', admin, victim),
      tenant.account('2026-05-01T16:25:00', 'Disable account.', admin, victim, [
        ['AccountEnabled', '[\r\n  false\r\n]', '[\r\n  true\r\n]'],
      ]),
      tenant.account('2026-05-02T09:00:00', 'Enable account.', admin, victim, [
        ['AccountEnabled', '[\r\n  true\r\n]', '[\r\n  false\r\n]'],
      ]),
    ]
    const kept = series(7, '2026-05-04T02:41:09', 86_400, (time, i) =>
      tenant.mail(time, i % 2 ? partner : victim, app, '94.156.180.41', 15),
    )
    const later = tenant.send(
      '2026-05-08T15:45:00',
      victim,
      app,
      '94.156.180.41',
      'RE: Payoff letter - please use the attached instructions',
    )
    const end = tenant.principalAct('2026-05-11T10:30:00', 'Update service principal.', admin, app, [
      ['AccountEnabled', '[\r\n  false\r\n]', '[\r\n  true\r\n]'],
    ])
    return {
      records: inOrder(
        work,
        entry,
        grants,
        use,
        scout,
        rule,
        watch,
        frauds,
        lures,
        partnerGrants,
        partnerReads,
        response,
        kept,
        later,
        end,
      ),
      firstHostile: entry.Id,
      dataLeft: ids(scout, watch, partnerReads, kept),
      required: [
        {
          act: 'A foreign application gets mailbox and send rights of the closing officer',
          ids: ids(grants),
          minimum: 'medium',
        },
        { act: 'The application hides the thread about the wire with a rule', ids: ids(rule), minimum: 'high' },
        { act: 'The application reads the mailbox of the closing officer', ids: ids(scout, watch), minimum: 'medium' },
        {
          act: 'The application sends bank details and lures from the mailbox',
          ids: ids(frauds, lures),
          minimum: 'high',
        },
        {
          act: 'The application works on after reset and disabling of the account',
          ids: [...ids(kept), later.Id],
          minimum: 'high',
        },
      ],
      quiet: some(work, 45),
    }
  },
})
