// A remote-first start-up meets in another country: assistants keep reading, contractors come in, and everybody signs in from hotels.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { trust } from '../google-console.ts'
import { anyAddress } from '../google-crowd.ts'
import { authorize, deny, request, revoke, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { driveFile, driveMember, sharedDrive } from '../google-guests.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'

export default benignWork({
  title:
    'A remote-first start-up travels: assistants read mail, a desktop agent runs in a hotel, contractors get a drive',
  sources: [
    'https://support.google.com/a/answer/13152743',
    'https://developers.google.com/workspace/gmail/api/auth/scopes',
  ],
  resembles:
    'New clients get mail and files from addresses abroad, an administrator lifts a block within minutes, and outsiders join a drive.',
  accounts: 12,
  days: 16,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'peatlight-labs.example', 16)
    const start = time('2026-10-05T06:00:00Z')
    const days = background(org, { until: start + 16 * DAY, days: 80, records: 800 })
    const team = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => person(org, place))
    const hotel = network('100.70.12.9', 64_630, 'PT')
    const clouds = [network('192.0.2.101', 64545, 'US'), network('192.0.2.102', 64545, 'US')]
    const assistant = app(random, 'Mailmate AI', [
      'openid',
      'userinfo.email',
      'gmail.modify',
      'gmail.settings.basic',
      'calendar',
    ])
    const agent = app(random, 'Deskpilot', ['openid', 'email', 'drive.readonly', 'gmail.readonly'], 'NATIVE_DESKTOP')
    // Everybody arrives within two days; some sign in at the airport, some through a telephone.
    const arrivals = team.flatMap((who, place) => {
      const at = start + (place % 2) * DAY + place * 47 * MINUTE
      const mobile = anyAddress(org, '100.96', 64_620, 'PT')
      return [
        signIn(org, { at, who, from: mobile, suspicious: place % 4 === 1 }),
        signIn(org, { at: at + 5 * HOUR, who, from: hotel }),
      ]
    })
    const asked = person(org, 3)
    const wish = start + 2 * DAY + 3 * HOUR
    const approval = [
      deny(org, { at: wish, who: asked, app: assistant, from: hotel }),
      request(org, { at: wish + MINUTE, who: asked, app: assistant, from: hotel }),
      trust(org, {
        at: wish + 14 * MINUTE,
        who: org.admin,
        from: hotel,
        app: assistant,
        kind: 'WEB_APPLICATION',
        unit: org.domain,
      }),
    ]
    const users = [3, 1, 2, 6, 8].map((place) => person(org, place))
    const granted = users.map((who, index) =>
      authorize(org, { at: wish + (18 + index * 6) * MINUTE, who, app: assistant, from: hotel }),
    )
    const sorting = (who: Person, place: number) =>
      Array.from({ length: 11 }, (_, day) => day).flatMap((day) =>
        calls(org, {
          start: wish + 2 * HOUR + day * DAY + place * 8 * MINUTE,
          count: 18,
          gap: [3, 40],
          who,
          app: assistant,
          from: clouds[(day + place) % 2] ?? hotel,
          methods: [
            'gmail.users.history.list',
            'gmail.users.messages.get',
            day === 0 ? 'gmail.users.settings.filters.create' : 'gmail.users.messages.modify',
            'gmail.users.drafts.create',
          ],
          bytes: [400, 60_000],
        }),
      )
    const pilots = [5, 7].flatMap((place) => {
      const who = person(org, place)
      const at = start + 3 * DAY + place * HOUR
      const methods = ['drive.files.list', 'drive.files.get', 'gmail.users.messages.list', 'gmail.users.messages.get']
      const shared = { who, app: agent, count: 44, gap: [1, 8] as const, methods, bytes: [800, 150_000] as const }
      return [
        authorize(org, { at, who, app: agent, from: hotel }),
        ...calls(org, { ...shared, start: at + 3 * MINUTE, from: hotel }),
        ...calls(org, { ...shared, start: at + 6 * DAY, from: who.home }),
        ...(place === 7 ? [revoke(org, { at: at + 8 * DAY, who, app: agent, from: who.home })] : []),
      ]
    })
    const drive = sharedDrive(org, 'Launch with contractors')
    const contractors = ['ana.reis', 'tomas.luz', 'ines.faro'].map(
      (name, index): Person => ({
        email: `${name}@studio-alfama.example`,
        name,
        profileId: `1${random.digits(20)}`,
        unit: '',
        home: network(`100.71.3.${40 + index}`, 64_631, 'PT'),
      }),
    )
    const shared = contractors.flatMap((member, index) => [
      driveMember(org, {
        at: start + 4 * DAY + index * MINUTE,
        who: person(org, 1),
        from: hotel,
        drive,
        member,
        role: 'content_manager',
      }),
      ...[0, 1, 2, 3, 4, 5].map((count) =>
        driveFile(org, {
          at: start + 5 * DAY + index * HOUR + count * 4 * MINUTE,
          who: member,
          from: member.home,
          drive,
          name: count % 2 === 0 ? 'download' : 'edit',
          title: `Launch film ${count + 1}`,
        }),
      ),
    ])
    const work = [arrivals, approval, granted, users.flatMap(sorting), pilots, shared].flat()
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
