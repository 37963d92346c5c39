// An office of architects shares plans with builders and engineers while four houses are built.
import { benignWork } from '../campaign.ts'
import { authorize, call, client, type Member } from '../quiet-google.ts'
import { shareWith } from '../quiet-google-admin.ts'
import { house, ordinaryDay, title } from '../quiet-google-days.ts'
import { type Document, document, drive } from '../quiet-google-drive.ts'
import { germanTown, people } from '../quiet-people.ts'
import { hour, minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = germanTown('Freiburg im Breisgau', 'Baden-Württemberg', 'DE-BW')
const sites = ['Kita Rieselfeld', 'Haus Wiehre', 'Feuerwache Nord', 'Schule Zähringen']
const firms = ['rohbau-kessler.example', 'statik-amann.example', 'elektro-hug.example', 'rees.example', 'gmx.example']
const plans = [
  'Grundriss EG',
  'Grundriss OG',
  'Schnitt A-A',
  'Ansicht',
  'Detail',
  'Schlitzplan',
  'Leistungsverzeichnis',
]
const closed = ['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-06-04']

export default benignWork({
  title: 'Architects share plans with builders',
  sources: [
    'https://support.google.com/a/answer/60781',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/drive',
  ],
  resembles:
    'Documents leave the organization on most days, some of them to private addresses, before a tender several dozen within an ' +
    'hour, and outsiders download them; a plan viewer reads the same folders. The work is benign: plans are drawn to be given ' +
    'to builders, every share names a person of a firm on the site, and all eight project leaders do it in the same way every ' +
    'week. The viewer was connected by its users years ago and asks for the files that they open.',
  accounts: 18,
  days: 119,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const h = house(random, {
      domain: 'kaiser-und-lang.example',
      names: people('german', 18, 12),
      lines,
      office: 'telekom',
      hours: [6.5, 16.5],
      used: [
        { name: 'Stundenkonto', scopes: ['calendar.events'], api: 'calendar', methods: ['calendar.events.list'] },
        { name: 'Bauprotokoll', scopes: ['drive.file'], api: 'drive', methods: ['drive.files.create'] },
      ],
      sites: ['Normenportal', 'Farbfächer', 'Baukosten Online'],
    })
    const leaders = h.members.slice(0, 8)
    const viewer = client(random, 'Planblick Viewer', ['drive.file', 'drive.install'])
    const server = [0, 1].map(() => place(random, 'googleCloud', ['Frankfurt am Main', 'Hessen', 'DE', 'DE-HE']))
    const mailboxOf = (i: number) =>
      `${random.pick(['m', 'buero', 'info'])}.${random.digits(2)}@${firms[i % firms.length]}`
    const partners = sites.map(() => Array.from({ length: 6 }, (_, i) => mailboxOf(i)))
    const shelves: Document[][] = sites.map(() => [])
    const given: { plan: Document; email: string }[] = []
    const tenders = ['2026-03-12', '2026-04-23', '2026-06-09'].map(utc)
    const days = workingDays('2026-02-23', 119, closed)

    for (const date of days) {
      ordinaryDay(scene, h, date, 0.25)
      scene.work(() => {
        for (const [i, who] of leaders.entries()) {
          if (scene.chance(0.2)) continue
          const site = i % sites.length
          const shelf = shelves[site] as Document[]
          const where = scene.chance(0.25) ? who.home.at(date) : scene.chance(0.2) ? who.mobile.at(date) : h.w.office
          if (scene.chance(0.5) || shelf.length === 0) {
            const plan = document(
              random,
              `${sites[site]} ${random.pick(plans)} ${random.integer(1, 9)}`,
              'pdf',
              who.email,
            )
            shelf.push(plan)
            drive(scene, h.w, scene.moment(date, 7, 9), who, where, 'upload', plan)
          }
          for (let n = random.integer(0, 2); n > 0; n--) {
            const email = random.pick(partners[site] as string[])
            const plan = random.pick(shelf)
            given.push({ plan: { ...plan, visibility: 'shared_externally' }, email })
            shareWith(scene, h.w, scene.moment(date, 9, 16), who, where, plan, email)
          }
          // The builder opens a plan; Drive names the outside account.
          if (given.length > 0 && scene.chance(0.6)) {
            const { plan, email } = random.pick(given)
            const outside = { ...who, email, profile: '105250506097979753968' }
            const line = place(random, 'telekom', lines.town)
            drive(scene, h.w, scene.moment(date, 16.6, 19), outside, line, random.pick(['view', 'download']), plan)
          }
          if (scene.chance(0.5)) {
            const time = scene.moment(date, 9, 16)
            const plan = random.pick(shelf)
            call(scene, h.w, time, who, viewer, random.pick(server), 'drive', 'drive.files.get')
            drive(scene, h.w, time + 700, who, random.pick(server), 'view', plan, { by: viewer })
          }
        }
        if (tenders.includes(date)) {
          const who = leaders[tenders.indexOf(date)] as Member
          let time = date + 9 * hour
          for (let n = 0; n < 7; n++) {
            const sheet = document(random, `Ausschreibung ${n + 1} ${title(random)}`, 'pdf', who.email)
            for (const firm of firms.slice(0, 4)) {
              time += random.integer(10, 60) * 1000
              shareWith(scene, h.w, time, who, h.w.office, sheet, `angebot@${firm}`)
            }
          }
        }
        if (date === utc('2026-03-30'))
          authorize(scene, h.w, date + 8 * hour + 12 * minute, h.members[9] as Member, viewer, h.w.office)
      })
    }
    return scene.result()
  },
})
