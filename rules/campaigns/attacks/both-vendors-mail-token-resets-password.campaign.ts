// Stolen tokens of a mail tool read the reset codes of Microsoft in Gmail; the new password opens SharePoint.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, person as colleague, DAY, HOUR, ids, MINUTE, network, type Person } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { resetByMailCode } from '../microsoft-self-service.ts'
import { file } from '../microsoft-workloads.ts'

const libraryPage = {
  name: 'SharePoint Online Web Client Extensibility',
  appId: '08e18876-6177-487e-b8b5-cf950c1e598c',
}

export default attackCampaign({
  title:
    'Stolen tokens of a mail tool read the reset codes of Microsoft in Gmail, and the new passwords open SharePoint',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-sspr-reporting',
  ],
  facts: [
    'The company has its mail at Google and its files at Microsoft; a forgotten Microsoft password is reset with a code by mail.',
    'Mail tokens of a sales tool are stolen at its vendor, as those of Drift Email in August 2025.',
    'The thief lists the newest messages of three accounts from a rented server, beside the daily work of the vendor.',
    'A filter that the token makes puts the messages of Microsoft into the trash of the person.',
    'The thief starts a password reset for two people, reads the code in Gmail, signs in from the same server, and downloads files.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'harrowmill', {
      feeds: 'both',
      from: '2025-08-04',
      days: 82,
      after: 10,
      records: 260,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 9 * DAY, days: 90, records: 240 })

    const tool = app(random, 'Cadencely Outreach', ['openid', 'userinfo.email', 'gmail.modify', 'gmail.settings.basic'])
    const sellers = [3, 5, 6, 8, 9, 11].map((index) => colleague(org, index))
    const vendor = network('203.0.113.150', 64541, 'IE')
    const grants = sellers.map((who, index) =>
      authorize(org, { at: start - 78 * DAY + 9 * HOUR + index * 20 * MINUTE, who, app: tool }),
    )
    const work = steadyUse(org, tool, {
      until: start + 9 * DAY,
      days: 84,
      count: 150,
      people: sellers,
      from: vendor,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.send'],
    })
    // Two colleagues forgot their passwords in the months before.
    const forgot = [4, 10].flatMap((index, turn) =>
      resetByMailCode(log, start - (31 + turn * 14) * DAY + 8 * HOUR, person(index), person(index).ip),
    )

    const rented = network('192.0.2.171', 64511, 'MD')
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const night = start + DAY + 20 * HOUR + 40 * MINUTE
    const look = (who: Person, at: number, count: number) =>
      calls(org, {
        start: at,
        count,
        gap: [8, 60],
        who,
        app: tool,
        from: rented,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [2_000, 60_000],
      })
    const one = (who: Person, at: number, method: string) =>
      use(org, { at, who, app: tool, from: rented, method, bytes: random.integer(300, 900) })

    const first = [5, 8, 11].flatMap((index, turn) => look(colleague(org, index), night + turn * 11 * MINUTE, 9))
    const taken = [5, 11].map((index, turn) => {
      const victim = person(index)
      const twin = colleague(org, index)
      const begin = night + HOUR + turn * 26 * HOUR
      const filter = one(twin, begin, 'gmail.users.settings.filters.create')
      const reset = resetByMailCode(log, begin + 4 * MINUTE, victim, rented.ip)
      const code = look(twin, begin + 5 * MINUTE, 3)
      const notice = one(twin, begin + 9 * MINUTE, 'gmail.users.messages.trash')
      const entered = userSignIn(log, begin + 10 * MINUTE, {
        person: victim,
        client: firstParty.officeHome,
        resource: tenant.graph,
        ip: rented.ip,
        agent,
        singleFactor: true,
      })
      const files = repeat(random, begin + 14 * MINUTE, turn === 0 ? 26 : 15, 2 * MINUTE, (at, step) =>
        file(log, at, {
          person: victim,
          client: libraryPage,
          ip: rented.ip,
          agent,
          file: `framework-contract-${turn + 1}${step + 10}.pdf`,
          operation: 'FileDownloaded',
          site: turn === 0 ? 'key-accounts' : 'tenders',
        }),
      )
      return { filter, code, notice, reset, entered, files }
    })
    const codes = taken.flatMap((turn) => [...turn.code, turn.notice])
    const filters = taken.map((turn) => turn.filter)
    const downloads = taken.flatMap((turn) => turn.files)
    const [start1] = first

    return {
      records: merged(days.records, grants, work, first, codes, filters, log.records()),
      firstHostile: ids(start1 ? [start1] : [])[0] ?? '',
      dataLeft: [...ids(first, codes), ...downloads],
      required: [
        {
          act: 'The tokens of the mail tool read three mailboxes from a server that is not the vendor',
          ids: ids(first, codes),
          minimum: 'medium',
        },
        { act: 'The tool makes filters from the same server', ids: ids(filters), minimum: 'medium' },
        {
          act: 'The address that used the mail tokens resets two Microsoft passwords, signs in and downloads files',
          ids: [...taken.flatMap((turn) => [...turn.reset, turn.entered]), ...downloads],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...days.quiet, ...forgot, ...ids(merged(work).slice(25, 65))],
    }
  },
})
