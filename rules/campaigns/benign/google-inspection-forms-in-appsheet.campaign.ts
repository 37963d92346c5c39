// Technicians of a lift company fill in inspection forms that a colleague built without code.
import { benignWork } from '../campaign.ts'
import { authorize, call, client, login, type Member } from '../quiet-google.ts'
import { house, ordinaryDay } from '../quiet-google-days.ts'
import { document, drive } from '../quiet-google-drive.ts'
import { americanTown, people } from '../quiet-people.ts'
import { hour, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = americanTown('Milwaukee', 'Wisconsin', 'US-WI')

export default benignWork({
  title: 'Inspection forms in a builder without code',
  sources: ['https://support.google.com/appsheet/answer/10104995', 'https://support.google.com/a/answer/7281227'],
  resembles:
    'Fifteen technicians connect one application with rights on Drive and Sheets within eight days, and it then writes to the ' +
    'sheets of one colleague on behalf of all of them, from machines of a cloud. The work is benign: the maker is the head of the ' +
    'field service, who tried it for four weeks with two colleagues, everyone connects it on the day of the training, and the ' +
    'application touches the few sheets of the form. Forms of this kind are routine in every field service.',
  accounts: 24,
  days: 105,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const h = house(random, {
      domain: 'lakeshorelifts.example',
      names: people('american', 24, 14),
      lines,
      office: 'spectrum',
      hours: [13, 22.5],
      used: [
        {
          name: 'Dispatch Board',
          scopes: ['calendar.events'],
          api: 'calendar',
          methods: ['calendar.events.list', 'calendar.events.insert'],
        },
        { name: 'Parts Counter', scopes: ['contacts.readonly'], api: 'people', methods: ['people.connections.list'] },
      ],
      sites: ['Safety Classroom', 'Uniform Shop', 'Code Library'],
    })
    const maker = h.members[0] as Member
    const pilots = h.members.slice(1, 3)
    const technicians = h.members.slice(3, 18)
    const forms = client(random, 'AppSheet', ['drive', 'spreadsheets', 'documents'])
    const servers = [0, 1, 2].map(() => place(random, 'googleCloud', ['Council Bluffs', 'Iowa', 'US', 'US-IA']))
    const sheets = ['Lift register', 'Inspections 2026', 'Defects 2026'].map((name) =>
      document(random, name, 'spreadsheet', maker.email),
    )
    const photos = document(random, 'Inspection photos', 'folder', maker.email)
    const days = workingDays('2026-05-04', 105, ['2026-05-25', '2026-06-19', '2026-07-03'])
    const built = utc('2026-05-11')
    const classes = ['2026-06-08', '2026-06-10', '2026-06-15'].map(utc)

    for (const date of days) {
      ordinaryDay(scene, h, date, 0.15)
      scene.work(() => {
        if (date === built) {
          authorize(scene, h.w, date + 14 * hour, maker, forms, h.w.office)
          for (const sheet of sheets)
            drive(scene, h.w, scene.moment(date, 14.2, 16), maker, h.w.office, 'create', sheet)
        }
        if (date === built + 24 * hour)
          for (const who of pilots) authorize(scene, h.w, scene.moment(date, 14, 15), who, forms, who.mobile.at(date))
        const lesson = classes.indexOf(date)
        if (lesson >= 0)
          for (const who of technicians.slice(lesson * 5, lesson * 5 + 5)) {
            const time = scene.moment(date, 14, 14.6)
            if (scene.chance(0.5))
              login(scene, h.w, time - 40_000, who, who.mobile.at(date), ['password', 'google_prompt'])
            authorize(scene, h.w, time, who, forms, scene.chance(0.6) ? h.w.office : who.mobile.at(date))
          }
        const since = classes.filter((lessonDay) => lessonDay < date).length * 5
        const users = date > built + 24 * hour ? [...pilots, ...technicians.slice(0, since)] : []
        for (const who of users) {
          if (scene.chance(0.15)) continue
          for (let n = random.integer(1, 4); n > 0; n--) {
            const time = scene.moment(date, 14, 22)
            const where = random.pick(servers)
            call(
              scene,
              h.w,
              time,
              who,
              forms,
              where,
              'sheets',
              random.pick(['sheets.spreadsheets.values.batchGet', 'sheets.spreadsheets.values.append']),
            )
            drive(scene, h.w, time + 500, who, where, 'edit', random.pick(sheets), { by: forms })
            if (scene.chance(0.4)) {
              call(scene, h.w, time + 2500, who, forms, where, 'drive', 'drive.files.create')
              drive(
                scene,
                h.w,
                time + 2900,
                who,
                where,
                'upload',
                { ...photos, title: `Photo ${random.digits(6)}.jpg`, kind: 'jpeg' },
                { by: forms },
              )
            }
          }
        }
        // Month end: the maker downloads the register for the authority.
        if (new Date(date).getUTCDate() >= 28 && scene.chance(0.4))
          drive(scene, h.w, scene.moment(date, 15, 20), maker, h.w.office, 'download', random.pick(sheets))
      })
    }
    return scene.result()
  },
})
