// A builder with Microsoft 365 and a planner with Google Workspace, one group, use one planning board together.
import { benignWork } from '../campaign.ts'
import { authorize, call, client } from '../quiet-google.ts'
import { ordinaryDay as googleDay, house } from '../quiet-google-days.ts'
import { first, type Person, signIn, vendorApp } from '../quiet-microsoft.ts'
import { consent } from '../quiet-microsoft-consent.ts'
import { company, ordinaryDay as microsoftDay } from '../quiet-microsoft-days.ts'
import { file } from '../quiet-microsoft-files.ts'
import { germanTown, people } from '../quiet-people.ts'
import { hour, minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const board = 'Meilenstein Board'
const scopes = 'User.Read Calendars.ReadWrite Files.Read offline_access openid profile'

export default benignWork({
  title: 'A planning board for a joint project',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/user-admin-consent-overview',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  resembles:
    'Within one week thirty people of two organizations connect the same unknown application, which then reads files and writes ' +
    'calendars from machines of a cloud all day. The work is benign: a project with two partners starts, its managers chose the ' +
    'board and invited the people at the kick-off, an administrator approved it for the Microsoft side before anybody used it, ' +
    'and the board does the same each day from then on. Project tools come and go in every company in this way.',
  accounts: 36,
  days: 98,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const c = company(random, {
      domain: 'havelbau.example',
      host: 'havelbau',
      names: people('german', 20, 4),
      lines: germanTown('Potsdam', 'Brandenburg', 'DE-BB'),
      office: 'vodafoneDe',
      hours: [6, 15.5],
      used: ['Bautagebuch', 'Fuhrpark Plan'],
      reader: 'Terminsekretär',
      small: ['Wetterkarte', 'Notizwand'],
    })
    const h = house(random, {
      domain: 'spreeplan.example',
      names: people('german', 16, 24),
      lines: germanTown('Berlin', 'Berlin', 'DE-BE'),
      office: 'telekom',
      hours: [7.5, 17.5],
      used: [{ name: 'Zeitkonto', scopes: ['calendar.events'], api: 'calendar', methods: ['calendar.events.list'] }],
      sites: ['Normenportal', 'Lichtrechner'],
    })
    const t = c.tenant
    const microsoft = vendorApp(random, board)
    const google = client(random, board, ['calendar.events', 'drive.file'])
    const servers = [0, 1].map(() => place(random, 'amazon', ['Frankfurt am Main', 'Hessen', 'DE', 'DE-HE']))
    const days = workingDays('2026-08-10', 98, ['2026-10-31'])
    const approved = utc('2026-09-03')
    const kickOff = utc('2026-09-07')
    const builders = c.people.slice(1, 17)
    const planners = h.members.slice(0, 14)

    for (const date of days) {
      microsoftDay(scene, c, date, 0.15)
      googleDay(scene, h, date, 0.4)
      scene.work(() => {
        if (date === approved) {
          const chief = c.people[0] as Person
          signIn(scene, t, date + 9 * hour, chief, first.portal, t.office)
          consent(scene, t, date + 9.2 * hour, chief, microsoft, scopes, { everyone: true, firstTime: true })
        }
        const since = (date - kickOff) / (24 * hour)
        if (since < 0) return
        // Two thirds connect at the kick-off itself, the others in the days after it.
        for (const [i, who] of builders.entries()) {
          const start = i < 10 ? 0 : 1 + (i % 4)
          if (since < start || (since > start && scene.chance(0.2))) continue
          const where = scene.chance(0.15) ? who.home.at(date) : t.office
          const time = since === 0 ? date + 8 * hour + i * minute : scene.moment(date, 6.5, 9)
          if (since === start || scene.chance(0.3)) signIn(scene, t, time, who, microsoft, where)
          const later = scene.moment(date, 9.5, 15)
          signIn(scene, t, later, who, microsoft, random.pick(servers), {
            interactive: false,
            agent: 'node-fetch/1.0',
            own: true,
          })
          const plan = { site: 'Projects', folder: 'Quartier Nord', name: `Bauablauf ${random.integer(1, 20)}.pdf` }
          if (scene.chance(0.5))
            file(scene, t, later + 2000, who, 'FileAccessed', {
              ...plan,
              where: random.pick(servers),
              app: microsoft,
              agent: 'node-fetch/1.0',
            })
        }
        for (const [i, who] of planners.entries()) {
          const start = i < 9 ? 0 : 1 + (i % 4)
          if (since < start || (since > start && scene.chance(0.2))) continue
          const where = scene.chance(0.3) ? who.home.at(date) : h.w.office
          const time = since === 0 ? date + 8 * hour + i * minute + 20_000 : scene.moment(date, 8, 10)
          if (since === start) authorize(scene, h.w, time, who, google, where)
          for (let n = random.integer(1, 3); n > 0; n--) {
            const [api, method] = random.pick([
              ['calendar', 'calendar.events.insert'],
              ['calendar', 'calendar.events.list'],
              ['drive', 'drive.files.get'],
            ] as const)
            call(scene, h.w, scene.moment(date, 10.5, 17), who, google, random.pick(servers), api, method)
          }
        }
      })
    }
    return scene.result()
  },
})
