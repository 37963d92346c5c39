// A chain of opticians opens a branch: accounts start in Entra ID, and are provisioned to Google Workspace.
import { benignWork } from '../campaign.ts'
import { admin, call, client, login, type Member, member } from '../quiet-google.ts'
import { ordinaryDay as googleDay, house } from '../quiet-google-days.ts'
import { type Person, person, signIn, vendorApp } from '../quiet-microsoft.ts'
import { addUser, securityInfo } from '../quiet-microsoft-accounts.ts'
import { company, ordinaryDay as microsoftDay } from '../quiet-microsoft-days.ts'
import { audit } from '../quiet-microsoft-directory.ts'
import { britishTown, people } from '../quiet-people.ts'
import { hour, minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = britishTown('Norwich', 'GB-NFK')
const domain = 'broadlandoptics.example'
// Personnel orders the accounts some days before the first day of work.
const orders = ['2026-03-31', '2026-04-01', '2026-04-16', '2026-04-30'].map(utc)
const starts = ['2026-04-07', '2026-04-08', '2026-04-20', '2026-05-05'].map(utc)

export default benignWork({
  title: 'A new branch is fed from Entra ID into Google Workspace',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/saas-apps/g-suite-provisioning-tutorial',
    'https://support.google.com/a/answer/12032922',
  ],
  resembles:
    'Twenty accounts appear in two directories in a few weeks, the Google ones made by one account without a person from a ' +
    'cloud address, and each new person registers a second factor and opens both on the first day. The work is benign: the ' +
    'provisioning has run four times a day for years with the same client, personnel ordered the accounts for a branch, and ' +
    'all of Google is entered through Entra ID. New starters in waves are routine when a branch opens.',
  accounts: 41,
  days: 91,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const names = people('british', 20)
    const c = company(random, {
      domain,
      host: 'broadlandoptics',
      names,
      lines,
      office: 'bt',
      hours: [8, 17],
      used: ['Lens Orders', 'Shift Swap'],
      reader: 'Appointment Mirror',
      small: ['Frame Finder', 'Quiz Night'],
    })
    const h = house(random, {
      domain,
      names,
      lines,
      office: 'bt',
      hours: [8, 17],
      used: [
        { name: 'Eye Test Diary', scopes: ['calendar.events'], api: 'calendar', methods: ['calendar.events.list'] },
      ],
      sites: ['Optics Academy', 'Supplier Hub'],
    })
    const t = c.tenant
    const w = { ...h.w, office: t.office }
    // The same people in both: one household and one telephone each.
    for (const [i, who] of h.members.entries())
      Object.assign(who, { home: c.people[i]?.home, mobile: c.people[i]?.mobile })
    const personnel = c.people[0] as Person
    const connector = vendorApp(random, 'Azure AD Provisioning')
    const gallery = { ...vendorApp(random, 'Google Cloud / G Suite Connector by Microsoft'), owner: t.id }
    const robot = member(random, 'Entra Provisioning', domain, lines)
    const provisioning = client(random, 'Azure AD Provisioning', ['admin.directory.user', 'admin.directory.group'])
    const cloud = [0, 1, 2].map(() => place(random, 'azure', ['Dublin', 'Leinster', 'IE', 'IE-D']))
    const samlLogin = (time: number, who: Member, same: Person): void => {
      signIn(scene, t, time, same, gallery, t.office, { resource: gallery })
      login(scene, w, time + 1500, who, t.office, ['saml'], 'saml')
    }
    const hired = people('british', 20, 20).map((name) => {
      const same = person(random, name, domain, lines)
      return { same, who: { ...member(random, name, domain, lines), home: same.home, mobile: same.mobile } }
    })
    const present: typeof hired = []
    const days = workingDays('2026-03-02', 91, ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25'])

    for (const date of days) {
      microsoftDay(scene, c, date, 0)
      googleDay(scene, { ...h, w, saml: true }, date, 0)
      for (const [i, who] of h.members.entries())
        if (scene.chance(0.12)) samlLogin(scene.moment(date, 8, 10), who, c.people[i] as Person)
      scene.work(() => {
        for (const from of [1, 7, 13, 19])
          call(
            scene,
            w,
            scene.moment(date, from, from + 0.6),
            robot,
            provisioning,
            random.pick(cloud),
            'admin',
            'directory.users.list',
          )
        for (const { who, same } of present) if (scene.chance(0.3)) samlLogin(scene.moment(date, 8, 16), who, same)
        const wave = orders.indexOf(date)
        // The connector follows personnel within the hour.
        for (const [i, { who, same }] of (wave < 0 ? [] : hired.slice(wave * 5, wave * 5 + 5)).entries()) {
          const time = date + 10 * hour + i * 6 * minute
          addUser(scene, t, time, personnel, same, { department: 'Branch Cromer' })
          const target = { id: same.oid, displayName: same.name, userPrincipalName: same.upn, type: 'User' }
          audit(scene, t, time + 31 * minute, {
            activity: 'Export',
            category: 'ProvisioningManagement',
            service: 'Account Provisioning',
            operationType: 'Create',
            actor: connector,
            targets: [{ ...target, modifiedProperties: [] }],
            reason: `User '${same.upn}' was created in Google Apps`,
          })
          const where = random.pick(cloud)
          admin(scene, w, time + 31 * minute, robot, where, 'USER_SETTINGS', 'CREATE_USER', { USER_EMAIL: who.email })
          call(scene, w, time + 31 * minute + 800, robot, provisioning, where, 'admin', 'directory.users.insert')
        }
        if (starts.includes(date))
          for (const [i, one] of hired.slice(present.length, present.length + 5).entries()) {
            present.push(one)
            securityInfo(scene, t, date + 8.5 * hour + i * 7 * minute, one.same, t.office)
            samlLogin(date + 9 * hour + i * 5 * minute, one.who, one.same)
          }
      })
    }
    return scene.result()
  },
})
