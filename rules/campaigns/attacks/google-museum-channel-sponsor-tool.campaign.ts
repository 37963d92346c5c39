import { attackCampaign } from '../campaign.ts'
import { Domain, every, later, text } from '../scene-google.ts'
import { chain, ordinaryDays, qualifiers, sorted } from '../scene-google-days.ts'

const names =
  'press video curator.a curator.b shop events school library visitor.desk registrar conservation membership friends.office'.split(
    ' ',
  )

export default attackCampaign({
  title:
    'The press office of a museum connects the tool of a false sponsor, and loses mail, files and its video channel',
  sources: [
    'https://blog.google/threat-analysis-group/phishing-campaign-targets-youtube-creators-cookie-theft-malware/',
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://enhanced.io/the-msp-security-gap/the-app-had-access-to-everything.-nobody-approved-it.',
  ],
  facts: [
    'False offers of a sponsor reach the owners of a channel; a stolen channel gets another name and streams fraud.',
    'A person approves an application that asks for mail, contacts and files, and it copies months of correspondence within half an hour.',
    'The contacts of the first account get the same request, and more people approve.',
    'The access persists after the password is changed.',
  ],
  build: (random) => {
    const domain = new Domain(random, 'tidewater-museum.example')
    const people = names.map((name, i) => domain.member(name, i % 2 ? '198.51.100.201' : `203.0.113.${190 + i}`))
    const admin = domain.member('it', '198.51.100.201')
    const [press, video, curator, ...rest] = people
    const shop = rest[1]
    if (!press || !video || !curator || !shop) throw new RangeError('no people')
    const house = domain.client('Hootline Social Planner')
    const work = ordinaryDays(domain, [...people, admin], house, '35.195.7.41', '2026-05-04', 115)
    const tool = domain.client('CreatorDeck Sponsor Hub')
    const scopes = ['https://mail.google.com/', 'drive.readonly', 'contacts.readonly', 'youtube.force-ssl', 'openid']
    const t = '2026-07-07T09:31:00.000Z'
    const out = '5.181.159.66'
    const first = domain.token(t, 'authorize', press, tool, scopes)
    const reads = chain(80, later(t, 300), 19, (time, i) =>
      domain.call(
        time,
        press,
        tool,
        i % 6 ? 'gmail.users.messages.get' : 'gmail.users.messages.list',
        out,
        random.integer(20_000, 400_000),
      ),
    )
    const contacts = domain.call(later(t, 340), press, tool, 'people.connections.list', out, 61_000)
    const files = chain(35, later(t, 2200), 12, (time, i) =>
      domain.drive(time, press, out, 'download', `Loan agreement ${i}.pdf`, press, tool),
    )
    const hide = domain.call(later(t, 3000), press, tool, 'gmail.users.settings.filters.create', out)
    const channel = ['youtube.channels.update', 'youtube.videos.update', 'youtube.liveBroadcasts.insert'].map(
      (method, i) => domain.call(later(t, 30_000 + i * 200), press, tool, method, out),
    )
    const lures = chain(55, '2026-07-08T07:20:00.000Z', 8, (time) =>
      domain.call(time, press, tool, 'gmail.users.messages.send', out),
    )
    const wave = [video, curator, shop].map((who, i) =>
      domain.token(later('2026-07-08T08:02:00.000Z', i * 1500), 'authorize', who, tool, scopes),
    )
    const waveReads = chain(45, '2026-07-08T09:30:00.000Z', 41, (time, i) =>
      domain.call(
        time,
        [video, curator, shop][i % 3] ?? video,
        tool,
        'gmail.users.messages.get',
        out,
        random.integer(20_000, 300_000),
      ),
    )
    const fixed = '2026-07-08T13:00:00.000Z'
    const response = [
      domain.admin(fixed, admin, admin.ip, 'USER_SETTINGS', 'CHANGE_PASSWORD', [text('USER_EMAIL', press.email)]),
      domain.admin(later(fixed, 30), admin, admin.ip, 'USER_SETTINGS', 'RESET_SIGNIN_COOKIES', [
        text('USER_EMAIL', press.email),
      ]),
      domain.admin(later(fixed, 30), admin, admin.ip, 'USER_SETTINGS', 'CHANGE_PASSWORD', [
        text('USER_EMAIL', curator.email),
      ]),
      domain.admin(later(fixed, 600), admin, admin.ip, 'USER_SETTINGS', 'REVOKE_3LO_TOKEN', [
        text('APP_ID', tool.id),
        text('USER_EMAIL', press.email),
      ]),
      domain.token(later(fixed, 601), 'revoke', press, tool, scopes, admin.ip),
    ]
    const kept = chain(30, '2026-07-11T01:15:00.000Z', 5400, (time) =>
      domain.call(time, curator, tool, 'gmail.users.messages.get', '5.181.159.91', random.integer(20_000, 300_000)),
    )
    const end = domain.admin(
      '2026-07-15T10:00:00.000Z',
      admin,
      admin.ip,
      'SECURITY_SETTINGS',
      'ADD_TO_BLOCKED_OAUTH2_APPS',
      [
        text('OAUTH2_APP_ID', tool.id),
        text('OAUTH2_APP_NAME', tool.name),
        text('OAUTH2_APP_TYPE', 'WEB_APPLICATION'),
        text('ORG_UNIT_NAME', domain.name),
      ],
    )
    return {
      records: sorted(work, first, reads, contacts, files, hide, channel, lures, wave, waveReads, response, kept, end),
      firstHostile: first.id.uniqueQualifier,
      dataLeft: qualifiers(reads, contacts, files, waveReads, kept),
      required: [
        { act: 'The press office gives an unknown tool all mail and files', ids: qualifiers(first), minimum: 'medium' },
        { act: 'The tool copies the mailbox and the loan agreements', ids: qualifiers(reads, files), minimum: 'high' },
        { act: 'The tool makes a filter and writes to colleagues', ids: qualifiers(hide, lures), minimum: 'high' },
        { act: 'Three colleagues approve the same tool within an hour', ids: qualifiers(wave), minimum: 'medium' },
        { act: 'The tool reads on in an account whose password was changed', ids: qualifiers(kept), minimum: 'high' },
      ],
      quiet: every(work, 45),
    }
  },
})
