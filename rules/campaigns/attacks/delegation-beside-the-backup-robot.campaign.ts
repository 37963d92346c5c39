import { attackCampaign } from '../campaign.ts'
import { at, later, scopeOf, Workspace } from '../incident-layouts.ts'

const hosting = { ip: '193.149.176.220', asn: 399_629, country: 'US', city: 'Miami' }
const hostingSecond = { ip: '64.190.113.28', asn: 399_629, country: 'US', city: 'Miami' }
const backupPlace = { ip: '34.141.22.90', asn: 396_982, country: 'DE', city: 'Frankfurt' }
const wide = ['mail', 'drive', 'admin.directory.user.readonly'].map(scopeOf)

export default attackCampaign({
  title: 'A stolen session of a super administrator delegates the whole domain; passwords change, the delegation stays',
  sources: [
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://www.elastic.co/guide/en/security/8.19/google-workspace-api-access-granted-via-domain-wide-delegation.html',
    'https://archive.orkl.eu/287933eeb4bddb2ec86faa7b6a073171acc6936d.json',
  ],
  // The hosting network, the second administrator, and the order of the response are not in the reports.
  facts: [
    'Only a super administrator can delegate a domain, and must name the scopes.',
    'The delegation lets a service account act as every user for mail and files.',
    'Delegated access survives the password resets of single users.',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.61', asn: 64_500, country: 'DK', city: 'Aarhus' }
    const work = new Workspace(random, 'vesterhavn.example', 18, desk)
    const chief = work.person(0)
    const deputy = work.person(1)
    const quiet = work.ordinary('2026-01-19', 112, { day: '2026-05-04', involved: [chief] })

    // The backup of the house acts for all users each night since January.
    const backup = {
      id: `1${random.digits(20)}`,
      name: 'Nordlager Backup',
      type: 'TYPE_UNSPECIFIED',
      scopes: ['gmail.readonly', 'drive.readonly'].map(scopeOf),
    }
    work.delegate(chief, at('2026-01-20', '09:15'), desk, backup)
    for (let i = 0; i < 108; i++)
      for (const [n, who] of work.people.entries()) {
        if (n % 3 !== i % 3) continue
        const when = at(later('2026-01-20', i), '23:10', n * 20 + random.integer(0, 9))
        quiet.push(
          work.call(who, when, backup, n % 2 === 0 ? 'gmail.users.history.list' : 'drive.changes.list', backupPlace),
        )
      }

    // Monday evening: the copied session opens the admin console.
    const day = '2026-05-04'
    const robot = { id: `1${random.digits(20)}`, name: '', type: 'TYPE_UNSPECIFIED', scopes: wide }
    const delegated = work.delegate(chief, at(day, '19:47:32'), hosting, robot)
    const spare = work.account('it.service')
    const created = work.admin(chief, at(day, '19:55:10'), hosting, 'USER_SETTINGS', 'CREATE_USER', {
      USER_EMAIL: spare.mail,
    })
    const raised = work.admin(chief, at(day, '19:56:02'), hosting, 'DELEGATED_ADMIN_SETTINGS', 'ASSIGN_ROLE', {
      ROLE_NAME: '_SEED_ADMIN_ROLE',
      USER_EMAIL: spare.mail,
      ORG_UNIT_NAME: '/',
    })
    work.login(spare, at(day, '19:58:40'), hosting)

    // The list of users, then mail and files of 15 of them through the night.
    const uses = [work.call(chief, at(day, '20:10'), robot, 'directory.users.list', hosting, 60_000)]
    const taken: string[] = []
    for (let n = 2; n < 17; n++) {
      const who = work.person(n)
      const start = at(day, '20:15', n * 620)
      const step = (s: number) => new Date(start.getTime() + s * 1000)
      uses.push(work.call(who, start, robot, 'gmail.users.messages.list', hosting, 30_000))
      uses.push(work.call(who, step(4), robot, 'drive.files.list', hosting, 30_000))
      for (let i = 0; i < 16; i++) {
        taken.push(
          work.call(
            who,
            step(10 + i * 11),
            robot,
            'gmail.users.messages.get',
            i < 11 ? hosting : hostingSecond,
            24_000,
          ),
        )
        if (i % 2 === 0) taken.push(work.call(who, step(200 + i * 14), robot, 'drive.files.get', hosting, 900_000))
      }
      for (let i = 0; i < 4; i++)
        taken.push(
          work.file(who, step(205 + i * 28), hosting, 'download', `Charter contract ${n}-${i}.pdf`, who, robot),
        )
    }

    // Tuesday: the deputy finds the account, ends it, and changes all passwords.
    const next = later(day, 1)
    work.admin(deputy, at(next, '08:20'), desk, 'USER_SETTINGS', 'RESET_SIGNIN_COOKIES', { USER_EMAIL: chief.mail })
    work.admin(deputy, at(next, '08:24'), desk, 'DELEGATED_ADMIN_SETTINGS', 'UNASSIGN_ROLE', {
      ROLE_NAME: '_SEED_ADMIN_ROLE',
      USER_EMAIL: spare.mail,
      ORG_UNIT_NAME: '/',
    })
    work.admin(deputy, at(next, '08:25'), desk, 'USER_SETTINGS', 'DELETE_USER', { USER_EMAIL: spare.mail })
    for (const [n, who] of work.people.entries())
      work.admin(deputy, at(next, '08:40', n * 25), desk, 'USER_SETTINGS', 'CHANGE_PASSWORD', { USER_EMAIL: who.mail })

    // The delegation works for three more nights.
    const after: string[] = []
    for (let i = 1; i < 4; i++)
      for (const n of [3, 5, 8, 12]) {
        const start = at(later(day, i), '21:30', n * 90)
        after.push(work.call(work.person(n), start, robot, 'gmail.users.messages.list', hostingSecond, 9000))
        for (let k = 0; k < 5; k++)
          after.push(
            work.call(
              work.person(n),
              new Date(start.getTime() + 9000 + k * 8000),
              robot,
              'gmail.users.messages.get',
              hostingSecond,
              24_000,
            ),
          )
      }
    work.admin(deputy, at('2026-05-08', '10:05'), desk, 'DOMAIN_SETTINGS', 'REMOVE_API_CLIENT_ACCESS', {
      DOMAIN_NAME: work.domain,
      API_CLIENT_NAME: robot.id,
    })

    return {
      records: work.records,
      firstHostile: delegated,
      dataLeft: [...taken, ...after],
      required: [
        { act: 'All mail and files are delegated to an unknown client', ids: [delegated], minimum: 'high' },
        { act: 'A new account becomes super administrator within a minute', ids: [created, raised], minimum: 'high' },
        { act: 'The unknown client acts as fifteen users', ids: [...uses, ...taken], minimum: 'high' },
        { act: 'The client still reads after all passwords are changed', ids: after, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
