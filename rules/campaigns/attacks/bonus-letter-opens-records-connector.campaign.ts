import { attackCampaign } from '../campaign.ts'
import { after, ids, inOrder, ordinaryWork, series, some, Tenant, workdays } from '../scene-microsoft.ts'

const names =
  'x.barros d.kemp n.olsen m.achebe s.iyer r.lauda c.pell b.wren t.sorel j.nakata k.fenn l.ortiz p.volk q.hart'.split(
    ' ',
  )

export default attackCampaign({
  title:
    'A bonus letter asks an application administrator for a device code, and the records connector gets a second secret',
  sources: [
    'https://www.proofpoint.com/us/blog/threat-insight/access-granted-phishing-device-code-authorization-account-takeover',
    'https://www.cisa.gov/news-events/alerts/2025/05/22/advisory-update-cyber-threat-activity-targeting-commvaults-saas-cloud-application-metallic',
  ],
  facts: [
    'TA2723 wrote letters about a salary bonus that led to the device code page of Microsoft.',
    'The code signs the session of the attacker in as the person, with a client of Microsoft.',
    'Secrets of existing applications with application permissions let an attacker read the data of the whole tenant without a person.',
    'A key on the service principal does not appear among the keys of the application.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'calderwater.example')
    const people = names.map((name, i) => tenant.person(name, i % 2 ? '198.51.100.90' : `203.0.113.${100 + i}`))
    const [head, victim, ...rest] = people
    const [director, counsel, treasurer] = rest
    if (!head || !victim || !director || !counsel || !treasurer) throw new RangeError('no people')
    const house = tenant.app('Calder Field Planner')
    const records = tenant.app('Records Retention Connector')
    const oldKey: [string, string] = [random.uuid(), 'retention 2026']
    const work = [
      ...ordinaryWork(tenant, people, house, '51.104.9.77', '2026-02-09', 115),
      tenant.credential('2026-02-10T09:12:00', head, records, [], [oldKey]),
      ...workdays('2026-02-11', 112).flatMap((day) =>
        ['HR', 'Projects'].map((site, i) =>
          tenant.file(`${day}T01:1${i}:00`, 'app', records, '51.104.9.80', [
            site,
            `retained-${random.integer(1, 400)}.docx`,
          ]),
        ),
      ),
      ...workdays('2026-02-11', 112).map((day) =>
        tenant.mail(`${day}T01:30:00`, random.pick(people), records, '51.104.9.80', 6, '\\Inbox', true),
      ),
    ]
    const ip = '138.199.60.22'
    const t = '2026-05-12T11:26:44'
    const office = 'd3590ed6-52b3-4102-aeff-aad2292ab01c'
    const entry = tenant.signIn(
      t,
      victim,
      office,
      ip,
      'python-requests/2.32.3',
      0,
      '00000003-0000-0000-c000-000000000000',
      'Cmsi:Cmsi',
    )
    const portal = tenant.signIn(
      after(t, 900),
      victim,
      '1950a258-227b-4e31-a9cf-717495945fc2',
      ip,
      'python-requests/2.32.3',
    )
    const own = series(5, after(t, 300), 80, (time) =>
      tenant.mail(time, victim, { ...house, appId: office, name: 'Microsoft Office' }, ip, 30),
    )
    const key: [string, string] = [random.uuid(), 'sync']
    const secret = tenant.credential(after(t, 1500), victim, records, [oldKey], [oldKey, key])
    const hidden = tenant.credential(after(t, 1680), victim, records, [], [[random.uuid(), 'sp']], true)
    const grant = tenant.role(after(t, 1900), victim, records, ['b633e1c5-b582-4048-a93e-9f11b44c7e96', 'Mail.Send'])
    const out = '185.195.232.140'
    const mail = series(40, '2026-05-12T22:05:00', 95, (time, i) =>
      tenant.mail(time, [director, counsel, treasurer][i % 3] ?? director, records, out, 60, '\\Inbox', true),
    )
    const files = series(45, '2026-05-13T00:20:00', 11, (time, i) =>
      tenant.file(
        time,
        'app',
        records,
        out,
        [i % 2 ? 'Board' : 'Legal', `Confidential-${i}.pdf`],
        'FileDownloaded',
        'Go-http-client/2.0',
      ),
    )
    const sent = series(18, '2026-05-13T13:00:00', 7, (time) =>
      tenant.send(time, treasurer, records, out, 'Bonus letter 2026: your code', true),
    )
    const response = [
      ...tenant.reset('2026-05-13T15:40:00', head, victim),
      tenant.credential('2026-05-13T16:02:00', head, records, [oldKey, key], [oldKey]),
    ]
    const kept = series(10, '2026-05-16T23:15:00', 43_200, (time, i) =>
      tenant.mail(time, i % 2 ? director : counsel, records, out, 50, '\\Inbox', true),
    )
    const end = tenant.principalAct('2026-05-25T09:30:00', 'Update service principal.', head, records, [
      ['AccountEnabled', '[\r\n  false\r\n]', '[\r\n  true\r\n]'],
    ])
    return {
      records: inOrder(work, entry, portal, own, secret, hidden, grant, mail, files, sent, response, kept, end),
      firstHostile: entry.Id,
      dataLeft: ids(own, mail, files, kept),
      required: [
        { act: 'A new secret on an application that reads all mail', ids: ids(secret), minimum: 'medium' },
        { act: 'A key on the service principal itself', ids: ids(hidden), minimum: 'high' },
        { act: 'The records connector gets the right to send as everybody', ids: ids(grant), minimum: 'high' },
        {
          act: 'The connector empties mailboxes and sites from another network',
          ids: ids(mail, files),
          minimum: 'high',
        },
        { act: 'The connector reads on after its secret was removed', ids: ids(kept), minimum: 'medium' },
      ],
      quiet: some(work, 50),
    }
  },
})
