// The sales team asks for a browser extension that reads mail; the administrator trusts it and installs it for the unit.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { extensionPolicy, extensionRequest, trust } from '../google-console.ts'
import { deny, use } from '../google-events.ts'
import { consents, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, text, time, timeline } from '../google-layouts.ts'

const start = time('2025-05-12T07:30:00Z')

export default benignWork({
  title: 'A browser extension for customer mail is installed by policy, and two units give it their mailboxes',
  sources: [
    'https://support.google.com/chrome/a/answer/6306504',
    'https://support.google.com/chrome/a/answer/10405494',
    'https://developers.google.com/workspace/admin/reports/v1/reference/activity-ref-appendix-a/admin-chromeos-events',
  ],
  resembles:
    'An unknown extension gets the trust of the administrators, comes to many browsers at once, and reads mail of eight people from their browsers and from a vendor.',
  accounts: 10,
  days: 26,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'tarnbridge.example', 22)
    const quietDays = background(org, { until: start + 27 * DAY, days: 110, records: 320 })
    const people = [...inUnit(org, 'Sales'), ...inUnit(org, 'Operations')].slice(0, 9)
    const first = people.slice(0, 4)
    const extension = {
      id: Array.from({ length: 32 }, () => 'abcdefghijklmnop'[random.integer(0, 15)]).join(''),
      name: 'Dealthread for Gmail',
    }
    const client = app(
      random,
      extension.name,
      ['openid', 'userinfo.email', 'gmail.modify', 'contacts.readonly', 'calendar.events'],
      'NATIVE_CHROME_EXTENSION',
    )
    const vendor = network('52.18.44.201', 16509, 'IE')
    const reasons = ['Logs customer mail', 'My team lead asked me to try it', 'Replaces the old plug-in', 'For quotes']

    const asked = run(org, { start, count: first.length, gap: [2_400, 9_000] }, (at, index) =>
      extensionRequest(org, {
        at,
        who: first[index] ?? org.admin,
        from: null,
        extension,
        reason: reasons[index] ?? '',
      }),
    )
    const refused = first
      .slice(0, 2)
      .map((who, index) =>
        deny(org, { at: start + 2 * HOUR + index * 26 * MINUTE, who, app: client }, 'EXPLICIT_ADMIN_BLOCK'),
      )

    const approval = start + 8 * DAY + 2 * HOUR
    const console = ['Sales', 'Operations'].flatMap((unit, index) => {
      const at = approval + index * 7 * DAY
      const shared = { who: org.admin, extension, unit }
      return [
        trust(org, { at, who: org.admin, app: client, kind: 'CHROME_EXTENSION', unit }),
        extensionPolicy(org, {
          ...shared,
          at: at + 4 * MINUTE,
          setting: 'App Installation Policy',
          before: 'Block',
          after: 'Force install',
        }),
        extensionPolicy(org, {
          ...shared,
          at: at + 6 * MINUTE,
          setting: 'Pin to browser toolbar',
          before: 'Unpinned',
          after: 'Pinned',
        }),
      ]
    })
    const waves = ['Sales', 'Operations'].flatMap((unit, index) =>
      consents(org, {
        start: approval + index * 7 * DAY + 35 * MINUTE,
        gap: [180, 5_000],
        people: people.filter((one) => one.unit === unit),
        app: client,
        from: (who) => (random.integer(1, 4) === 1 ? who.home : org.office),
      }),
    )
    const methods = ['gmail.users.threads.get', 'gmail.users.threads.list', 'gmail.users.messages.modify']
    const inBrowsers = people.flatMap((who, index) =>
      Array.from({ length: 9 }, (_, day) => approval + (index < 5 ? 1 : 8) * DAY + day * DAY)
        .filter((at) => ![0, 6].includes(new Date(at).getUTCDay()))
        .map((at, day) =>
          use(org, {
            at: at + random.integer(0, 5 * 3600) * 1000,
            who,
            app: client,
            from: day % 4 === 1 ? who.home : org.office,
            method: random.pick(methods),
            bytes: random.integer(2_000, 60_000),
          }),
        ),
    )
    const atVendor = steadyUse(org, client, {
      until: start + 27 * DAY,
      days: 9,
      count: 90,
      people,
      from: vendor,
      methods: [...methods, 'people.connections.list', 'calendar.events.list'],
    })
    const other = { id: text(random, 32).replaceAll(/[0-9q-z]/gu, 'c'), name: 'Colour picker' }
    const small = extensionRequest(org, {
      at: start + 3 * DAY,
      who: people[6] ?? org.admin,
      from: null,
      extension: other,
      reason: 'Brand colours',
    })
    const work = [asked, refused, console, waves, inBrowsers, atVendor, [small]]
    return { records: timeline(quietDays.records, ...work), ids: ids(...work) }
  },
})
