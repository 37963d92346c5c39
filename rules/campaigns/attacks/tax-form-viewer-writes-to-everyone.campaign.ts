import { attackCampaign } from '../campaign.ts'
import { at, later, Workspace } from '../incident-layouts.ts'

const server = { ip: '157.230.112.44', asn: 14_061, country: 'US', city: 'Santa Clara' }
const serverSecond = { ip: '164.92.201.7', asn: 14_061, country: 'DE', city: 'Frankfurt' }

export default attackCampaign({
  title: 'A viewer for tax forms reads contacts, hides answers, and writes to everyone in the name of the user',
  sources: [
    'https://uprite.com/3coast-tracking-sophisticated-google-docs-phishing-attack/',
    'https://cyfar.ca/posts/huntress-managed-itdr-for-google-workspace-defending-the-new-identity-attack-surface',
    'https://help.constantedge.com/support/solutions/articles/44002783824-securing-a-compromised-google-workspace-account-guide',
  ],
  // The lure with a tax form, the numbers, and the order of the response are not in the reports.
  facts: [
    'The lure leads to the real consent page of Google, and no password is stolen.',
    'The application may read mail and contacts, and sends the lure to all contacts in the name of the user.',
    'Intruders make Gmail filters that delete or archive warnings.',
    'A reset of the password alone is not enough; connected applications and filters must be removed.',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.120', asn: 64_500, country: 'US', city: 'Austin' }
    const work = new Workspace(random, 'prairie-dental.example', 30, desk)
    const administrator = work.person(29)
    const victims = [3, 7, 12, 16, 21, 26].map((i) => work.person(i))
    const quiet = work.ordinary('2026-01-12', 70, { day: '2026-03-17', involved: victims })

    // Two harmless clients that many have: a scheduler and a mail program.
    const scheduler = work.client('Slotwise', ['calendar.events', 'userinfo.email'])
    const program = work.client('Postbird Mail', ['mail', 'userinfo.email'], 'NATIVE_DESKTOP')
    for (let i = 0; i < 9; i++) {
      work.grant('authorize', work.person(i * 3), at(later('2026-01-13', i), '10:20'), scheduler, desk)
      if (i < 3) work.grant('authorize', work.person(i * 3), at(later('2026-01-14', i), '11:40'), program, desk)
    }
    for (let day = 12; day < 68; day++)
      for (let i = 0; i < 9; i++) {
        const who = work.person(i * 3)
        if (random.number() < 0.5) continue
        const when = at(later('2026-01-12', day), '08:00', random.integer(0, 30_000))
        quiet.push(work.call(who, when, scheduler, 'calendar.events.list', { ...desk, ip: '52.14.90.11', asn: 16_509 }))
        if (i < 3) quiet.push(work.call(who, when, program, 'gmail.users.history.list', desk))
      }

    const day = '2026-03-17'
    const viewer = work.client('Tax Form Viewer', [
      'gmail.modify',
      'gmail.send',
      'gmail.settings.basic',
      'contacts.readonly',
      'userinfo.email',
    ])
    const first = work.person(7)
    const opened = work.grant('authorize', first, at(day, '09:12:20'), viewer, desk)
    const filters: string[] = []
    const letters: string[] = []
    const reads: string[] = []
    const consents: string[] = []
    const spread = (index: number, start: Date, count: number) => {
      const who = work.person(index)
      const step = (s: number) => new Date(start.getTime() + s * 1000)
      reads.push(work.call(who, step(15), viewer, 'people.connections.list', server, 52_000))
      filters.push(work.call(who, step(24), viewer, 'gmail.users.settings.filters.create', server, 300))
      for (let i = 0; i < count; i++)
        letters.push(work.call(who, step(60 + i * 4), viewer, 'gmail.users.messages.send', server, 200))
      reads.push(work.call(who, step(500), viewer, 'gmail.users.messages.list', server, 18_000))
      for (let i = 0; i < 20; i++)
        reads.push(
          work.call(who, step(510 + i * 6), viewer, 'gmail.users.messages.get', i < 12 ? server : serverSecond, 21_000),
        )
    }
    spread(7, at(day, '09:12:20'), 86)
    const wave: (readonly [number, string])[] = [
      [3, '09:24:11'],
      [12, '09:31:50'],
      [16, '09:33:02'],
      [21, '09:58:37'],
      [26, '10:14:09'],
    ]
    for (const [index, time] of wave) {
      consents.push(work.grant('authorize', work.person(index), at(day, time), viewer, desk))
      spread(index, at(day, time), 30 + random.integer(0, 25))
    }

    // The help desk resets the first two who call.
    for (const [i, index] of [7, 12].entries()) {
      const user = { USER_EMAIL: work.person(index).mail }
      work.admin(administrator, at(day, '10:40', i * 300), desk, 'USER_SETTINGS', 'CHANGE_PASSWORD', user)
      work.admin(administrator, at(day, '10:41', i * 300), desk, 'USER_SETTINGS', 'RESET_SIGNIN_COOKIES', user)
      work.grant('revoke', work.person(index), at(day, '10:43', i * 300), viewer, desk)
    }
    work.admin(administrator, at(day, '11:05'), desk, 'SECURITY_SETTINGS', 'DISALLOW_SERVICE_FOR_OAUTH2_ACCESS', {
      OAUTH2_SERVICE_NAME: 'GMAIL_HIGH_RISK',
      ORG_UNIT_NAME: '/Front desk',
    })

    // The other four grants stay open for three days.
    const after: string[] = []
    for (let i = 1; i < 4; i++)
      for (const index of [3, 16, 21, 26])
        for (let k = 0; k < 8; k++)
          after.push(
            work.call(
              work.person(index),
              at(later(day, i), '03:10', index * 60 + k * 5),
              viewer,
              k === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
              serverSecond,
              21_000,
            ),
          )
    const end = later(day, 3)
    work.admin(administrator, at(end, '14:00'), desk, 'SECURITY_SETTINGS', 'ADD_TO_BLOCKED_OAUTH2_APPS', {
      OAUTH2_APP_ID: viewer.id,
      OAUTH2_APP_NAME: viewer.name,
      OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      ORG_UNIT_NAME: '/',
    })
    for (const index of [3, 16, 21, 26])
      work.admin(administrator, at(end, '14:05', index), desk, 'USER_SETTINGS', 'REVOKE_3LO_TOKEN', {
        APP_ID: viewer.id,
        USER_EMAIL: work.person(index).mail,
      })

    return {
      records: work.records,
      firstHostile: opened,
      dataLeft: [...reads, ...after],
      required: [
        {
          act: 'A user gives an unknown application mail, sending, settings and contacts',
          ids: [opened],
          minimum: 'medium',
        },
        { act: 'The application makes a filter minutes after the grant', ids: filters, minimum: 'high' },
        { act: 'The application sends hundreds of letters', ids: letters, minimum: 'high' },
        { act: 'Five colleagues follow within an hour', ids: consents, minimum: 'medium' },
        { act: 'The application reads after the first response', ids: after, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
