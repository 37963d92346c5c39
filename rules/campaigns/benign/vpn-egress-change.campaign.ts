// The company moves to another VPN provider: from one Monday on everybody comes from a new network in another country.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, revoke, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, type Person, time, timeline } from '../google-layouts.ts'

const titles = ['Weekly plan', 'Offer draft', 'Budget notes', 'Hiring list', 'Customer call notes', 'Travel form']

export default benignWork({
  title: 'Change of the VPN provider',
  sources: ['https://support.google.com/a/answer/9275380'],
  resembles: 'All sign-ins, grants and downloads come at once from an address and a country never seen before.',
  accounts: 16,
  days: 10,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'osprey-logistics.example', 16)
    const exits = [network('203.0.113.9', 64610, 'NL', 'NL-NH'), network('203.0.113.10', 64610, 'NL', 'NL-NH')]
    const start = time('2026-09-07T06:00:00Z')
    const quietDays = background(org, { until: start, days: 90, records: 240 })
    const board = app(random, 'Miro', ['openid', 'userinfo.email', 'userinfo.profile'])
    const drawing = app(random, 'Lucidchart', ['openid', 'userinfo.email', 'drive.file'])
    const dayOf = (who: Person, index: number, day: number) => {
      const from = exits[(index + day) % exits.length]
      const at = start + day * DAY + HOUR + random.integer(0, 170) * MINUTE
      return [
        signIn(org, { at, who, from }),
        ...Array.from({ length: 2 }, (_, turn) =>
          file(org, {
            at: at + random.integer(20, 400) * MINUTE,
            who,
            from,
            name: turn === 0 ? random.pick(['view', 'edit', 'create']) : random.pick(['view', 'download', 'download']),
            title: random.pick(titles),
          }),
        ),
        ...((index + day) % 9 === 0
          ? [authorize(org, { at: at + 30 * MINUTE, who, from, app: index % 2 === 0 ? board : drawing })]
          : []),
      ]
    }
    const work = org.people.flatMap((who, index) => [0, 1, 2, 3, 4, 7, 8, 9].flatMap((day) => dayOf(who, index, day)))
    const drawn = org.people.slice(1, 4).flatMap((who, index) =>
      calls(org, {
        start: start + (index + 1) * DAY + 5 * HOUR,
        count: 4,
        gap: [40, 400],
        who,
        app: drawing,
        from: network('192.0.2.29', 64539, 'US', 'US-OH'),
        methods: ['drive.files.create', 'drive.files.get'],
        bytes: [600, 6_000],
      }),
    )
    const dropped = org.people
      .slice(10, 12)
      .map((who) => revoke(org, { at: start + 8 * DAY + 9 * HOUR, who, from: exits[0], app: board }))
    return {
      records: timeline(quietDays.records, work, drawn, dropped),
      ids: ids(work, drawn, dropped),
    }
  },
})
