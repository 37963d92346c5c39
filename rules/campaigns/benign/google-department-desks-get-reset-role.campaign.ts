// A university hospital lets department secretaries reset passwords in their own units.
import { benignWork } from '../campaign.ts'
import { admin, login, type Member } from '../quiet-google.ts'
import { assignRole, consoleLogin, createUser, ownPassword, reset } from '../quiet-google-admin.ts'
import { house, ordinaryDay } from '../quiet-google-days.ts'
import { britishTown, people } from '../quiet-people.ts'
import { day, hour, minute, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = britishTown('Bristol', 'GB-BST')
const units = ['/Clinic/Cardiology', '/Clinic/Paediatrics', '/Clinic/Radiology', '/Administration']

export default benignWork({
  title: 'Department desks get a role for password resets',
  sources: ['https://support.google.com/a/answer/2406043', 'https://support.google.com/a/answer/9011373'],
  resembles:
    'A super administrator makes a new role and gives it to eight ordinary accounts in one morning; from then on these reset ' +
    'passwords, hand out backup codes and create accounts. The work is benign: the role has four privileges and is limited to ' +
    'one unit each, the change was announced by the service desk, resets follow calls on working days, and the same number of ' +
    'resets had been done by the central desk before. Delegated resets are routine in every large organization.',
  accounts: 40,
  days: 98,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const h = house(random, {
      domain: 'severnhospital.example',
      names: people('british', 40),
      lines,
      office: 'bt',
      hours: [7, 17],
      used: [
        {
          name: 'Rota Planner',
          scopes: ['calendar.events'],
          api: 'calendar',
          methods: ['calendar.events.list', 'calendar.events.update'],
        },
        { name: 'Journal Reader', scopes: ['drive.file'], api: 'drive', methods: ['drive.files.create'] },
      ],
      sites: ['Mandatory Training', 'Journal Club', 'Car Park Permits'],
    })
    const { w } = h
    const chief = h.members[0] as Member
    const central = h.members.slice(1, 3)
    const desks = h.members.slice(3, 11)
    const staff = h.members.slice(11)
    const role = 'Department desk'
    const days = workingDays('2026-01-19', 98, ['2026-04-03', '2026-04-06'])
    const started = utc('2026-03-03')

    for (const date of days) {
      ordinaryDay(scene, h, date, 0.15)
      scene.work(() => {
        if (date === started) {
          const time = date + 9 * hour
          consoleLogin(scene, w, time, chief, w.office)
          admin(scene, w, time + 3 * minute, chief, w.office, 'DELEGATED_ADMIN_SETTINGS', 'CREATE_ROLE', {
            ROLE_ID: random.digits(17),
            ROLE_NAME: role,
          })
          for (const [i, privilege] of [
            'USERS_RESET_PASSWORD',
            'USERS_CREATE',
            'USERS_RETRIEVE',
            'USER_SECURITY_ALL',
          ].entries())
            admin(scene, w, time + 4 * minute + i * 400, chief, w.office, 'DELEGATED_ADMIN_SETTINGS', 'ADD_PRIVILEGE', {
              PRIVILEGE_NAME: privilege,
              ROLE_NAME: role,
            })
          for (const [i, who] of desks.entries())
            assignRole(
              scene,
              w,
              time + (12 + 2 * i) * minute,
              chief,
              w.office,
              role,
              who.email,
              units[i % units.length] ?? '/',
            )
        }
        // The central desk before, the desks of the departments afterwards; Mondays and the day after a holiday are busy.
        const busy = new Date(date).getUTCDay() === 1 ? 3 : 1
        for (let n = random.integer(0, busy + 1); n > 0; n--) {
          const who = random.pick(date > started ? (scene.chance(0.85) ? desks : central) : central)
          const user = random.pick(staff)
          const time = scene.moment(date, 8, 16)
          if (scene.chance(0.4)) consoleLogin(scene, w, time - 3 * minute, who, w.office)
          if (scene.chance(0.75)) {
            reset(scene, w, time, who, w.office, user.email)
            ownPassword(scene, w, time + 2 * minute, user, scene.chance(0.8) ? w.office : user.home.at(date))
          } else {
            admin(scene, w, time, who, w.office, 'USER_SETTINGS', 'GENERATE_2SV_SCRATCH_CODES', {
              USER_EMAIL: user.email,
            })
            login(scene, w, time + 5 * minute, user, w.office, ['password', 'backup_code'])
          }
        }
        // Doctors in training change every eight weeks: new accounts on one morning.
        if ([utc('2026-02-04'), utc('2026-04-01')].includes(date))
          for (let n = 0; n < 6; n++) {
            const who = date > started ? (desks[n] as Member) : (central[0] as Member)
            createUser(
              scene,
              w,
              date + 8 * hour + n * 4 * minute,
              who,
              w.office,
              `trainee.${random.digits(4)}@${w.domain}`,
              units[n % units.length] ?? '/',
            )
          }
        if (date === started + 7 * day)
          admin(scene, w, date + 10 * hour, chief, w.office, 'DELEGATED_ADMIN_SETTINGS', 'UNASSIGN_ROLE', {
            ROLE_NAME: '_HELP_DESK_ADMIN_ROLE',
            USER_EMAIL: (central[1] as Member).email,
            ORG_UNIT_NAME: '/',
          })
      })
    }
    return scene.result()
  },
})
