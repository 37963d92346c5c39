import { attackCampaign } from '../campaign.ts'
import { type Activity, Domain, every, later, type Member, many, scopeUrl, text } from '../scene-google.ts'
import { chain, ordinaryDays, qualifiers, sorted } from '../scene-google-days.ts'

const names =
  'dispatch.lead a.rusk b.tolland c.vance d.wyler e.zamora f.hobart g.iverson h.jessup i.krantz j.lomax k.mabry'.split(
    ' ',
  )

export default attackCampaign({
  title: 'A freight broker loses its super administrator: alarms off, then delegation for a strange service account',
  sources: [
    'https://www.proofpoint.com/us/blog/threat-insight/remote-access-real-cargo-cybercriminals-targeting-trucking-and-logistics',
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://archive.orkl.eu/287933eeb4bddb2ec86faa7b6a073171acc6936d.json',
  ],
  facts: [
    'Actors take over accounts of freight brokers and carriers, read the load mail, and book real loads to steal the cargo.',
    'The mailboxes taken over answer in existing threads to reach carriers.',
    'In Google Workspace, a super administrator can give a service account access to the data of all users.',
    'A delegation does not end with the password or the session of the administrator.',
  ],
  build: (random) => {
    const domain = new Domain(random, 'ridgeline-freight.example')
    const people = names.map((name, i) => domain.member(name, i % 3 ? '198.51.100.170' : `203.0.113.${160 + i}`))
    const admin = domain.member('it.admin', '198.51.100.170')
    const [lead, broker, biller, second] = people
    if (!lead || !broker || !biller || !second) throw new RangeError('no people')
    const house = domain.client('Loadline TMS Mail')
    const work = ordinaryDays(domain, [...people, admin], house, '34.86.20.11', '2026-04-06', 110)
    const ip = '146.70.185.29'
    const t = '2026-06-17T21:14:00.000Z'
    const act = (
      time: string,
      type: string,
      name: string,
      parameters: Parameters<Domain['admin']>[5],
      who: Member = admin,
      from = ip,
    ) => domain.admin(time, who, from, type, name, parameters)
    const entry = domain.login(t, admin, ip, true, [9009, 'NL'])
    const alarms = ['Suspicious login', 'User granted Admin privilege', 'Domain wide delegation changed'].map(
      (rule, i) =>
        act(later(t, 300 + i * 25), 'SYSTEM_DEFINED_RULES', 'SYSTEM_DEFINED_RULE_UPDATED', [
          text('SYSTEM_DEFINED_RULE_NAME', rule),
          text('SYSTEM_DEFINED_RULE_ACTION_STATUS_CHANGE', 'Status changed from ON to OFF.'),
          text('SYSTEM_DEFINED_RULE_ACTION_SEVERITY_CHANGE', 'Severity unchanged.'),
          text('SYSTEM_DEFINED_RULE_ACTION_RECEIVERS_CHANGE', 'Email notification status changed from ON to OFF.'),
        ]),
    )
    const robot = { ...domain.client('svc-sync', 'WEB'), id: random.digits(21) }
    const account = `svc-sync@load-mirror-${random.digits(6)}.iam.gserviceaccount.com`
    const scopes = ['https://mail.google.com/', 'drive', 'admin.directory.user.readonly', 'gmail.settings.sharing']
    const delegation = act(later(t, 700), 'DOMAIN_SETTINGS', 'AUTHORIZE_API_CLIENT_ACCESS', [
      text('DOMAIN_NAME', domain.name),
      text('API_CLIENT_NAME', robot.id),
      many('API_SCOPES', scopes.map(scopeUrl)),
    ])
    const out = '193.36.118.50'
    const victims = [lead, broker, biller, second]
    const tokens = victims.map((who, i) =>
      domain.impersonation(later(t, 1800 + i * 60), who, account, robot, scopes.slice(0, 2), out),
    )
    const directory = domain.call(later(t, 1750), admin, robot, 'directory.users.list', out, 84_000)
    const reads = chain(90, later(t, 2400), 33, (time, i) =>
      domain.call(
        time,
        victims[i % 4] ?? lead,
        robot,
        i % 5 ? 'gmail.users.messages.get' : 'gmail.users.messages.list',
        out,
        random.integer(20_000, 300_000),
      ),
    )
    const files = chain(40, later(t, 6000), 9, (time, i) =>
      domain.drive(time, biller, out, 'download', `Carrier packet ${i}.pdf`, biller, robot),
    )
    const hidden = [
      domain.call(later(t, 7000), broker, robot, 'gmail.users.settings.forwardingAddresses.create', out),
      domain.call(later(t, 7030), broker, robot, 'gmail.users.settings.filters.create', out),
    ]
    const sent = chain(30, '2026-06-18T12:40:00.000Z', 11, (time) =>
      domain.call(time, broker, robot, 'gmail.users.messages.send', out),
    )
    const reset: Activity[] = ['CHANGE_PASSWORD', 'RESET_SIGNIN_COOKIES'].map((name, i) =>
      act(
        later('2026-06-18T17:05:00.000Z', i * 40),
        'USER_SETTINGS',
        name,
        [text('USER_EMAIL', admin.email)],
        second,
        second.ip,
      ),
    )
    const kept = chain(48, '2026-06-20T23:10:00.000Z', 3600, (time, i) =>
      domain.call(
        time,
        victims[i % 4] ?? lead,
        robot,
        'gmail.users.messages.get',
        out,
        random.integer(20_000, 200_000),
      ),
    )
    const end = act(
      '2026-06-24T09:00:00.000Z',
      'DOMAIN_SETTINGS',
      'REMOVE_API_CLIENT_ACCESS',
      [text('DOMAIN_NAME', domain.name), text('API_CLIENT_NAME', robot.id)],
      second,
      second.ip,
    )
    return {
      records: sorted(work, entry, alarms, delegation, tokens, directory, reads, files, hidden, sent, reset, kept, end),
      firstHostile: entry.id.uniqueQualifier,
      dataLeft: qualifiers(directory, reads, files, kept),
      required: [
        { act: 'The alarms of the domain are switched off', ids: qualifiers(alarms), minimum: 'medium' },
        { act: 'A strange service account gets mail and files of all', ids: qualifiers(delegation), minimum: 'high' },
        {
          act: 'The account takes the place of people and reads their mail',
          ids: qualifiers(tokens, reads),
          minimum: 'high',
        },
        { act: 'The account forwards the mail of the broker', ids: qualifiers(hidden), minimum: 'high' },
        { act: 'The account reads on after the administrator is reset', ids: qualifiers(kept), minimum: 'high' },
      ],
      quiet: every(work, 45),
    }
  },
})
