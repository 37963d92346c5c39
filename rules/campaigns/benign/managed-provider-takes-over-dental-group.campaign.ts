// A managed service provider takes over the tenant of four dental practices, with delegated administration.
import { benignWork } from '../campaign.ts'
import { appSignIn, first, type Person, person, signIn, vendorApp } from '../quiet-microsoft.ts'
import { addPartner, resetPassword, updateTitle } from '../quiet-microsoft-accounts.ts'
import { appRole, consent } from '../quiet-microsoft-consent.ts'
import { company, ordinaryDay } from '../quiet-microsoft-days.ts'
import { graphApp, request, roles } from '../quiet-microsoft-graph.ts'
import { cmdlet } from '../quiet-microsoft-work.ts'
import { britishTown, people } from '../quiet-people.ts'
import { hour, minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = britishTown('Leeds', 'GB-LDS')

export default benignWork({
  title: 'A managed provider takes over the tenant of a dental group',
  sources: [
    'https://learn.microsoft.com/en-us/partner-center/customers/gdap-introduction',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/concept-sign-ins',
  ],
  resembles:
    'Administrators of another tenant appear, reset passwords, create accounts and give mailbox permissions, and an inventory ' +
    'application of the provider reads the directory each night. The work is benign: the owner of the practices accepted the ' +
    'relationship under a contract, consented to the inventory herself, and every act answers a ticket in office hours from one ' +
    'office of the provider. Resets, new starters and shared mailboxes are the routine of every managed provider.',
  accounts: 25,
  days: 98,
  // New administrators from outside and a new application with directory permissions: one question is fair.
  allowed: 'medium',
  build: (random) => {
    const scene = new Scene(random)
    const c = company(random, {
      domain: 'airedaledental.example',
      host: 'airedaledental',
      names: people('british', 22),
      lines,
      office: 'bt',
      hours: [8, 17],
      used: ['Chairside Practice Manager', 'Rota Cloud Desk'],
      reader: 'Recall Calendar',
      small: ['Letterpress Templates', 'Smile Survey'],
    })
    const t = c.tenant
    const owner = c.people[0] as Person
    const partner = random.uuid()
    const desk = place(random, 'bt', ['Bradford', 'England', 'GB', 'GB-BRD'])
    // Sign-ins name the technician; the audit log of the customer has an account made of the object id.
    const technicians = people('british', 3, 22).map((name) => person(random, name, 'pennineit.example', lines))
    const asActor = (who: Person): Person => ({ ...who, upn: `user_${who.oid.replaceAll('-', '')}@${t.initial}` })
    const inventory = vendorApp(random, 'Pennine Asset Records')
    const key = random.uuid()
    const reader = place(random, 'azure', ['London', 'England', 'GB', 'GB-LND'])
    const days = workingDays('2026-02-02', 98, ['2026-04-03', '2026-04-06', '2026-05-04'])
    const start = utc('2026-02-19')

    for (const date of days) {
      ordinaryDay(scene, c, date, 0.1)
      if (date === start)
        scene.work(() => {
          const time = date + 10 * hour
          signIn(
            scene,
            t,
            time,
            owner,
            { ...first.office, name: 'Microsoft Office 365 Portal', appId: '00000006-0000-0ff1-ce00-000000000000' },
            t.office,
          )
          addPartner(scene, t, time + 4 * minute, owner, partner, 'Pennine IT Ltd')
          consent(scene, t, time + 26 * minute, owner, inventory, 'User.Read openid profile', {
            everyone: true,
            firstTime: true,
          })
          for (const [i, role] of [roles.directory, roles.reports, roles.organization].entries())
            appRole(scene, t, time + 26 * minute + 600 + i * 90, owner, inventory, role)
        })
      if (date < start) continue
      scene.work(() => {
        const night = scene.moment(date, 1, 1.2)
        appSignIn(scene, t, night, inventory, reader, key, graphApp)
        for (const [i, path] of [
          'organization',
          'users?$top=100',
          'subscribedSkus',
          "reports/getMailboxUsageDetail(period='D7')",
        ].entries())
          request(scene, t, night + (i + 1) * 4000, inventory, reader, path, [
            'Directory.Read.All',
            'Organization.Read.All',
            'Reports.Read.All',
          ])
      })
      // Tickets: more in the first two weeks, then one or two a week.
      for (let i = date < start + 14 * 24 * hour ? random.integer(0, 2) : Number(scene.chance(0.3)); i > 0; i--)
        scene.work(() => {
          const tech = random.pick(technicians)
          const actor = asActor(tech)
          const time = scene.moment(date, 8.5, 16.5)
          const guest = {
            own: true,
            more: { homeTenantId: partner, crossTenantAccessType: 'serviceProvider', userType: 'guest' },
          }
          signIn(scene, t, time, tech, first.portal, desk, guest)
          const who = random.pick(c.people.slice(1))
          const act = random.pick(['reset', 'reset', 'mailbox', 'update'])
          if (act === 'reset') resetPassword(scene, t, time + 3 * minute, actor, who, partner)
          else if (act === 'update') updateTitle(scene, t, time + 5 * minute, actor, who, 'Dental nurse', partner)
          else
            cmdlet(scene, t, time + 6 * minute, actor, desk, 'Add-MailboxPermission', `reception@${t.domain}`, {
              Identity: `reception@${t.domain}`,
              User: who.upn,
              AccessRights: 'FullAccess',
              InheritanceType: 'All',
            })
        })
    }
    return scene.result()
  },
})
