// A film agency sends cuts to clients through a review tool and a transfer tool that work on Drive.
import { benignWork } from '../campaign.ts'
import { authorize, type Client, call, client, type Member } from '../quiet-google.ts'
import { shareWith } from '../quiet-google-admin.ts'
import { house, ordinaryDay } from '../quiet-google-days.ts'
import { document, drive } from '../quiet-google-drive.ts'
import { britishTown, people } from '../quiet-people.ts'
import { minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = britishTown('Manchester', 'GB-MAN')
const films = ['Oat Drink', 'City Trams', 'Winter Coats', 'Savings App', 'Museum Night', 'Running Shoes']
const clients = [
  'brand@oatfields.example',
  'press@metrolines.example',
  'team@coldharbour.example',
  'marketing@pennybank.example',
]

export default benignWork({
  title: 'A film agency works with a review tool and a transfer tool',
  sources: [
    'https://developers.google.com/workspace/drive/api/guides/api-specific-auth',
    'https://support.google.com/a/answer/4579696',
  ],
  resembles:
    'Two applications read and write hundreds of large files in Drive, at night too, one of them was connected by eleven people ' +
    'in nine days, and finished films are shared with addresses outside. The work is benign: editors start each transfer, the ' +
    'review tool has been in use for years and asks only for files that it is given, the new transfer tool replaces a server ' +
    'in the cellar and was announced by the head of production. Renderings at night are routine before a deadline.',
  accounts: 20,
  days: 91,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const h = house(random, {
      domain: 'northlightfilms.example',
      names: people('british', 20, 20),
      lines,
      office: 'virgin',
      hours: [8.5, 18],
      used: [
        { name: 'Shot Calendar', scopes: ['calendar.events'], api: 'calendar', methods: ['calendar.events.list'] },
        { name: 'Call Sheet Maker', scopes: ['drive.file'], api: 'drive', methods: ['drive.files.create'] },
      ],
      sites: ['Music Shelf', 'Stock Footage', 'Casting Pages'],
    })
    const editors = h.members.slice(2, 13)
    const review = client(random, 'Cutnotes Review', ['drive.file'])
    const transfer = client(random, 'Railway Transfer', ['drive'], 'NATIVE_DESKTOP')
    const servers = [0, 1, 2].map(() => place(random, 'amazon', ['Dublin', 'Leinster', 'IE', 'IE-D']))
    const shelf = `0A${random.uuid().replaceAll('-', '').slice(0, 17)}`
    const cut = (who: Member) =>
      document(
        random,
        `${random.pick(films)} v${random.integer(1, 30)}.mov`,
        'video',
        who.email,
        'shared_internally',
        shelf,
      )
    const days = workingDays('2026-08-03', 91, ['2026-08-31'])
    const wave = ['2026-09-07', '2026-09-08', '2026-09-10', '2026-09-11', '2026-09-15'].map(utc)
    const deadlines = ['2026-08-27', '2026-09-24', '2026-10-15', '2026-10-29'].map(utc)
    const connected = new Set<Member>()

    for (const date of days) {
      ordinaryDay(scene, h, date, 0.2)
      scene.work(() => {
        const today = wave.indexOf(date)
        for (const who of today < 0 ? [] : editors.slice(Math.floor(today * 2.2), Math.floor(today * 2.2 + 2.2))) {
          connected.add(who)
          authorize(scene, h.w, scene.moment(date, 9.5, 11), who, transfer, h.w.office)
        }
        const late = deadlines.includes(date)
        for (const who of editors) {
          if (scene.chance(0.25)) continue
          const move = (app: Client, from: number, to: number, act: string, method: string): void => {
            const time = scene.moment(date, from, to)
            const where = app === transfer ? h.w.office : random.pick(servers)
            call(scene, h.w, time, who, app, where, 'drive', method)
            drive(scene, h.w, time + random.integer(1, 90) * 1000, who, where, act, cut(who), { by: app })
          }
          for (let n = random.integer(0, late ? 6 : 2); n > 0; n--)
            move(review, 9, late ? 23.5 : 18, 'view', 'drive.files.get')
          if (connected.has(who))
            for (let n = random.integer(0, late ? 12 : 4); n > 0; n--)
              if (scene.chance(0.6)) move(transfer, 10, late ? 23.8 : 20, 'upload', 'drive.files.create')
              else move(transfer, 9, 19, 'download', 'drive.files.get')
          if (scene.chance(late ? 0.6 : 0.08)) {
            const time = scene.moment(date, 15, late ? 22 : 17.5)
            const film = cut(who)
            drive(scene, h.w, time, who, h.w.office, 'rename', film)
            shareWith(scene, h.w, time + 3 * minute, who, h.w.office, film, random.pick(clients))
          }
        }
      })
    }
    return scene.result()
  },
})
