import { attackCampaign } from '../campaign.ts'
import { after, graphId, ids, inOrder, officeHome, ordinaryWork, series, some, Tenant } from '../scene-microsoft.ts'

const names = 'p.hale r.moran j.quist s.oduya k.lind t.baines w.ferro n.castell d.roe a.morrow f.iqbal l.strand'.split(
  ' ',
)

export default attackCampaign({
  title: 'An abandoned meeting add-in asks for passwords, and the stolen session registers its own application',
  sources: [
    'https://www.koi.ai/blog/agreetosteal-the-first-malicious-outlook-add-in-leads-to-4-000-stolen-credentials',
    'https://www.proofpoint.com/us/blog/threat-insight/beyond-credentials-weaponizing-oauth-applications-persistent-cloud-access',
  ],
  facts: [
    'The AgreeTo add-in of 2022 was abandoned; in February 2026 its address was claimed and showed a false sign-in page in Outlook.',
    'More than 4,000 passwords were stolen, and the operator tried them.',
    'A stolen account can register an application in its own tenant, give it a secret and consent for itself.',
    'The tokens of that application remain valid after the password is changed.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'harrowquay.example')
    const people = names.map((name, i) => tenant.person(name, i % 3 ? '198.51.100.24' : `203.0.113.${40 + i}`))
    const [admin, victim, colleague, other] = people
    if (!admin || !victim || !colleague || !other) throw new RangeError('no people')
    const house = tenant.app('Planview Meeting Sync')
    const work = ordinaryWork(tenant, people, house, '52.178.44.10', '2026-01-05', 92)
    const app = tenant.app('Meeting Assistant Helper')
    const ip = '45.134.140.77'
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
    const t = '2026-03-11T19:42:10'
    const tries = series(3, after(t, -900), 20, (time) => tenant.signIn(time, other, officeHome, ip, agent, 50_126))
    const entry = tenant.signIn(t, victim, officeHome, ip, agent, 0, graphId, 'Login:login')
    const made = [
      tenant.addApplication(after(t, 400), victim, app, 'http://localhost:8400/callback'),
      tenant.addPrincipal(after(t, 402), victim, app),
      tenant.credential(after(t, 460), victim, app, [], [[random.uuid(), 'helper']]),
    ]
    const scope = 'openid offline_access Mail.ReadWrite Mail.Send Files.Read.All Contacts.Read'
    const grants = tenant.consent(after(t, 600), victim, app, scope, false, false)
    const reads = series(14, after(t, 900), 140, (time, i) =>
      tenant.mail(time, victim, app, ip, 25, i % 3 ? '\\Inbox' : '\\Sent Items'),
    )
    const names4 = ['Password list.xlsx', 'Bank mandates 2026.pdf', 'Supplier contacts.xlsx', 'Board pack March.pdf']
    const files = series(4, after(t, 3200), 31, (time, i) =>
      tenant.file(time, victim, app, ip, ['Finance', names4[i] ?? ''], 'FileDownloaded', 'python-requests/2.32.3'),
    )
    const rule = tenant.rule(after(t, 4000), victim, app.appId, ip, {
      Name: '.',
      SubjectOrBodyContainsWords: 'password;phishing;suspicious;add-in',
      MarkAsRead: 'True',
      MoveToFolder: 'RSS Feeds',
      StopProcessingRules: 'True',
    })
    const lures = series(22, after(t, 47_000), 9, (time) =>
      tenant.send(time, victim, app, ip, 'Please update your meeting assistant'),
    )
    const second = tenant.consent(
      after(t, 49_000),
      colleague,
      app,
      'openid offline_access Mail.ReadWrite Mail.Send',
      false,
      false,
    )
    const secondReads = series(6, after(t, 50_000), 200, (time) => tenant.mail(time, colleague, app, ip, 25))
    const response = tenant.reset('2026-03-12T14:05:00', admin, victim)
    const lasting = series(9, '2026-03-15T03:10:20', 86_400, (time) =>
      tenant.mail(time, colleague, app, '193.29.57.14', 20),
    )
    const kept = series(9, '2026-03-15T03:20:20', 86_400, (time) => tenant.mail(time, victim, app, '193.29.57.14', 20))
    const end = tenant.principalAct('2026-03-27T10:00:00', 'Remove service principal.', admin, app)
    return {
      records: inOrder(
        work,
        tries,
        entry,
        made,
        grants,
        reads,
        files,
        rule,
        lures,
        second,
        secondReads,
        response,
        lasting,
        kept,
        end,
      ),
      firstHostile: tries[0]?.Id ?? entry.Id,
      dataLeft: ids(reads, files, secondReads, lasting, kept),
      required: [
        {
          act: 'The session consents to the application it registered minutes ago',
          ids: ids(made, grants),
          minimum: 'high',
        },
        { act: 'The application hides the warnings with a mailbox rule', ids: ids(rule), minimum: 'high' },
        {
          act: 'The new application empties the mailbox and the finance files',
          ids: ids(reads, files),
          minimum: 'medium',
        },
        {
          act: 'The application sends the lure to colleagues, and one consents',
          ids: ids(lures, second),
          minimum: 'medium',
        },
        { act: 'The application reads mail after the password is reset', ids: ids(kept), minimum: 'high' },
      ],
      quiet: some(work, 40),
    }
  },
})
