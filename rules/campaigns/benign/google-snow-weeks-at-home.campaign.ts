// Two snowy weeks: everybody works at home, on telephones and in cafés, with the applications of every day.
import { benignWork } from '../campaign.ts'
import { authorize, call, client, login, type Member } from '../quiet-google.ts'
import { house, ordinaryDay, title } from '../quiet-google-days.ts'
import { document, drive } from '../quiet-google-drive.ts'
import { americanTown, people } from '../quiet-people.ts'
import { minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = americanTown('Buffalo', 'New York', 'US-NY')

export default benignWork({
  title: 'Snow weeks at home',
  sources: [
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/login',
    'https://support.google.com/a/answer/9320190',
  ],
  resembles:
    'For two weeks all people come from networks that the company has hardly seen, some from four providers in a day, log in ' +
    'again on computers of their families, connect a video tool anew, and download papers in the evening. The work is benign: ' +
    'the county closed the roads, the towns are those where the people live, second steps succeed, and the applications and ' +
    'documents are those of every day. Weeks at home are routine in the north each winter.',
  accounts: 30,
  days: 84,
  allowed: 'none',
  build: (random) => {
    const scene = new Scene(random)
    const h = house(random, {
      domain: 'erieclaims.example',
      names: people('american', 30, 6),
      lines,
      office: 'spectrum',
      hours: [13, 22],
      used: [
        { name: 'Claim Diary', scopes: ['calendar.events'], api: 'calendar', methods: ['calendar.events.list'] },
        {
          name: 'Team Tasks',
          scopes: ['tasks', 'contacts.readonly'],
          api: 'people',
          methods: ['people.connections.list'],
        },
      ],
      sites: ['Weather Desk', 'Benefit Pages', 'Adjuster School'],
    })
    const { w } = h
    const video = client(random, 'Roundtable Video', ['calendar.events'])
    const servers = [0, 1].map(() => place(random, 'amazon', ['Ashburn', 'Virginia', 'US', 'US-VA']))
    const days = workingDays('2026-01-05', 84, ['2026-01-19', '2026-02-16'])
    const snow = (date: number): boolean =>
      (date >= utc('2026-02-02') && date < utc('2026-02-14')) || (date >= utc('2026-03-09') && date < utc('2026-03-12'))
    const again = new Set<Member>()

    for (const date of days) {
      ordinaryDay(scene, h, date, snow(date) ? 1 : 0.1)
      for (const who of h.members.slice(0, 20))
        if (scene.chance(0.5)) {
          const method = random.pick(['calendar.events.list', 'calendar.events.insert'])
          call(scene, w, scene.moment(date, 13, 21), who, video, random.pick(servers), 'calendar', method)
        }
      if (!snow(date)) continue
      scene.work(() => {
        for (const who of h.members) {
          if (scene.chance(0.15)) continue
          const home = who.home.at(date)
          // The line at home fails at times: the telephone as a modem, a neighbour, a library.
          const other = scene.chance(0.4) ? who.mobile.at(date) : place(random, random.pick(lines.home), lines.town)
          if (scene.chance(0.3)) login(scene, w, scene.moment(date, 12, 14), who, home, ['password', 'google_prompt'])
          if (scene.chance(0.15)) {
            const time = scene.moment(date, 15, 20)
            login(scene, w, time, who, other, ['password', 'google_prompt'])
            drive(
              scene,
              w,
              time + 6 * minute,
              who,
              other,
              'view',
              document(random, title(random), 'document', who.email),
            )
          }
          if (!again.has(who) && scene.chance(0.25)) {
            again.add(who)
            authorize(scene, w, scene.moment(date, 13, 16), who, video, home)
          }
          for (let n = random.integer(0, 2); n > 0; n--) {
            const paper = document(random, title(random), random.pick(['spreadsheet', 'pdf', 'document']), who.email)
            drive(
              scene,
              w,
              scene.moment(date, 19, 25),
              who,
              scene.chance(0.8) ? home : other,
              random.pick(['edit', 'download']),
              paper,
            )
          }
        }
      })
    }
    return scene.result()
  },
})
