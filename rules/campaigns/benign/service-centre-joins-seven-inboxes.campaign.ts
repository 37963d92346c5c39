// A county merges seven group inboxes into one service centre: shared mailboxes, rights, rules and replies.
import { benignWork } from '../campaign.ts'
import { first, type Person, person, signIn } from '../quiet-microsoft.ts'
import { company, ordinaryDay } from '../quiet-microsoft-days.ts'
import { cmdlet, mailRead, mailSent } from '../quiet-microsoft-work.ts'
import { americanTown, people } from '../quiet-people.ts'
import { hour, minute, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = americanTown('Spokane', 'Washington', 'US-WA')
const inboxes = ['permits', 'parks', 'licensing', 'roads', 'records', 'billing', 'waste']
const subjects = [
  'Re: Question about my permit',
  'Re: Bill of March',
  'Re: Missed pickup',
  'Re: Pothole',
  'Re: Park reservation',
]

export default benignWork({
  title: 'A service centre joins seven group inboxes',
  sources: [
    'https://learn.microsoft.com/en-us/microsoft-365/admin/email/create-a-shared-mailbox',
    'https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-permissions-for-recipients',
  ],
  resembles:
    'One administrator gives twelve people full access to seven mailboxes within a week, forwards old addresses, and the twelve ' +
    'read and answer the mail of accounts that are not theirs, all day. The work is benign: the boxes are shared mailboxes ' +
    'without an owner, forwarding stays inside the county, each change is in the project plan, and reading a shared mailbox in ' +
    'office hours is the daily routine of a service centre.',
  accounts: 26,
  days: 112,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const c = company(random, {
      domain: 'palousecounty.example',
      host: 'palousecounty',
      names: people('american', 26, 8),
      lines,
      office: 'comcast',
      hours: [15, 24],
      used: ['Parcel Map', 'Agenda Publisher', 'County Payroll'],
      reader: 'Hearing Calendar',
      small: ['Ballot Poll', 'Sign Designer'],
    })
    const t = c.tenant
    const exchange = c.people[0] as Person
    const clerks = c.people.slice(2, 14)
    const boxes = inboxes.map((name) => ({ ...person(random, name, t.domain, lines), upn: `${name}@${t.domain}` }))
    const centre = { ...person(random, 'Service Centre', t.domain, lines), upn: `service@${t.domain}` }
    const days = workingDays('2026-03-02', 112, ['2026-05-25', '2026-06-19'])
    const weeks = ['2026-04-06', '2026-04-07', '2026-04-08', '2026-04-09'].map(utc)
    const opened = utc('2026-04-13')

    for (const date of days) {
      ordinaryDay(scene, c, date, 0.2)
      const part = weeks.indexOf(date)
      if (part >= 0)
        scene.work(() => {
          let time = date + 16 * hour
          const run = (operation: string, object: string, parameters: Record<string, string>): void => {
            time += random.integer(20, 90) * 1000
            cmdlet(scene, t, time, exchange, t.office, operation, object, { Identity: object, ...parameters })
          }
          signIn(scene, t, time, exchange, first.exchangeShell, t.office, { resource: first.exchange })
          if (part === 0)
            run('New-Mailbox', centre.upn, { Name: 'Service Centre', Shared: 'True', PrimarySmtpAddress: centre.upn })
          const today = part === 0 ? [centre] : boxes.slice((part - 1) * 3, part * 3)
          for (const box of today)
            for (const who of clerks) {
              run('Add-MailboxPermission', box.upn, {
                User: who.upn,
                AccessRights: 'FullAccess',
                InheritanceType: 'All',
              })
              run('Add-RecipientPermission', box.upn, { Trustee: who.upn, AccessRights: 'SendAs' })
            }
        })
      if (date === opened)
        scene.work(() => {
          for (const [i, box] of boxes.entries())
            cmdlet(scene, t, date + 15.5 * hour + i * minute, exchange, t.office, 'Set-Mailbox', box.upn, {
              Identity: box.upn,
              ForwardingAddress: centre.upn,
              DeliverToMailboxAndForward: 'True',
            })
        })
      // Before the merger three clerks had a box each; afterwards all of them share the new one.
      scene.work(() => {
        for (const [i, who] of clerks.entries()) {
          if (scene.chance(0.15) || (date < opened && i > 2)) continue
          const where = scene.chance(0.2) ? who.home.at(date) : t.office
          const box = date >= opened ? (scene.chance(0.8) ? centre : random.pick(boxes)) : (boxes[i] ?? centre)
          for (let n = random.integer(1, 4); n > 0; n--)
            mailRead(scene, t, scene.moment(date, 15.2, 23.5), who, { app: first.outlookWeb, where, mailbox: box })
          for (let n = random.integer(0, 2); n > 0; n--)
            mailSent(
              scene,
              t,
              scene.moment(date, 15.5, 23.8),
              who,
              { app: first.outlookWeb, where, mailbox: box },
              random.pick(subjects),
              'SendAs',
            )
        }
        if (date === opened + 7 * 24 * hour)
          cmdlet(
            scene,
            t,
            date + 17 * hour,
            clerks[0] as Person,
            t.office,
            'New-InboxRule',
            `${centre.upn}\\Waste`,
            {
              Mailbox: centre.upn,
              Name: 'Waste',
              SubjectContainsWords: 'pickup;cart',
              MoveToFolder: `${centre.upn}:\\Waste`,
              StopProcessingRules: 'True',
            },
            true,
          )
      })
    }
    return scene.result()
  },
})
