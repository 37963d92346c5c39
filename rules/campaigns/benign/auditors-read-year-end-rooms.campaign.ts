// Accountants of an audit firm read the year-end papers of a manufacturer in SharePoint as guests.
import { benignWork } from '../campaign.ts'
import { first, type Person, person, signIn } from '../quiet-microsoft.ts'
import { asGuest, deleteUser, invite } from '../quiet-microsoft-accounts.ts'
import { company, ordinaryDay } from '../quiet-microsoft-days.ts'
import { file } from '../quiet-microsoft-files.ts'
import { americanTown, people } from '../quiet-people.ts'
import { day, hour, minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = americanTown('Columbus', 'Ohio', 'US-OH')
const papers = [
  'Trial balance',
  'Fixed assets',
  'Inventory count',
  'Lease schedule',
  'Payables',
  'Receivables',
  'Minutes',
]

export default benignWork({
  title: 'Auditors read the year-end rooms of a manufacturer',
  sources: [
    'https://learn.microsoft.com/en-us/purview/audit-log-sharing',
    'https://learn.microsoft.com/en-us/entra/external-id/what-is-b2b',
  ],
  resembles:
    'Finance invites four outside accounts, shares the folders with the ledgers, and the guests open and download hundreds of ' +
    'files in five weeks, with a peak in the last one. The work is benign: the audit firm is engaged every year, controllers ' +
    'share named folders with named guests and put up each paper on request, and the guests are removed after the opinion. ' +
    'It is the yearly routine of every company that is audited.',
  accounts: 28,
  days: 91,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const c = company(random, {
      domain: 'buckeyecastings.example',
      host: 'buckeyecastings',
      names: people('american', 24),
      lines,
      office: 'spectrum',
      hours: [12.5, 22],
      used: ['Shopfloor Time', 'Freight Compass'],
      reader: 'Quote Assistant',
      small: ['Org Chart Maker', 'Poll Station'],
    })
    const t = c.tenant
    const finance = c.people.slice(0, 5)
    const controller = finance[0] as Person
    const firm = {
      domain: 'harlowmeads.example',
      tenant: random.uuid(),
      office: place(random, 'att', ['Cleveland', 'Ohio', 'US', 'US-OH']),
    }
    const auditors = people('american', 4, 24).map((name) => {
      const home = person(random, name, firm.domain, lines)
      return { home, guest: asGuest(scene, t, home) }
    })
    const acts = ['FileAccessed', 'FileAccessed', 'FileDownloaded', 'FilePreviewed']
    const site = 'YearEnd2025'
    const days = workingDays('2026-01-12', 91, ['2026-01-19', '2026-02-16'])
    const fieldwork = utc('2026-02-09')
    const opinion = utc('2026-03-16')
    const shelf: { folder: string; name: string }[] = []

    for (const date of days) {
      ordinaryDay(scene, c, date, 0.25)
      if (date === utc('2026-02-05'))
        scene.work(() => {
          for (const [i, { home, guest }] of auditors.entries())
            invite(scene, t, date + 15 * hour + i * 3 * minute, controller, home, guest, site, firm.office)
        })
      if (date >= utc('2026-02-03') && date < opinion)
        scene.work(() => {
          for (const who of finance)
            for (let i = random.integer(0, 4); i > 0; i--) {
              const paper = {
                folder: random.pick(['Ledger', 'Assets', 'Tax', 'Confirmations']),
                name: `${random.pick(papers)} ${random.integer(1, 12)}-2025.${random.pick(['xlsx', 'pdf'])}`,
              }
              shelf.push(paper)
              file(scene, t, scene.moment(date, 13, 21), who, 'FileUploaded', { site, ...paper, where: t.office })
            }
        })
      if (date >= fieldwork && date < opinion)
        scene.work(() => {
          for (const { home, guest } of auditors) {
            if (scene.chance(0.1)) continue
            // In the meeting room of the customer twice a week, else in the firm or at home.
            const where = [2, 3].includes(new Date(date).getUTCDay())
              ? t.office
              : scene.chance(0.3)
                ? home.home.at(date)
                : firm.office
            signIn(scene, t, scene.moment(date, 13, 14), guest, first.sharePoint, where, {
              own: true,
              more: { userType: 'guest', homeTenantId: firm.tenant, crossTenantAccessType: 'b2bCollaboration' },
            })
            const busy = date > opinion - 7 * day ? random.integer(12, 26) : random.integer(2, 12)
            for (let i = busy; i > 0; i--)
              file(scene, t, scene.moment(date, 14, 22), guest, random.pick(acts), {
                site,
                ...random.pick(shelf),
                where,
              })
          }
        })
      if (date === utc('2026-03-25'))
        scene.work(() => {
          for (const { guest } of auditors) deleteUser(scene, t, scene.moment(date, 15, 15.5), controller, guest)
        })
    }
    return scene.result()
  },
})
