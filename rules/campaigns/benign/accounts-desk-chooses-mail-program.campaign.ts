// The accounts desk of a small firm chooses one mail program, files its invoices with rules, and one of them gets a new password.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { mailRemoved } from '../microsoft-mail-removed.ts'
import { consent } from '../microsoft-oauth.ts'
import { endSessions, resetPassword } from '../microsoft-reset.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Four bookkeepers choose a mail program, file invoices with rules, and one forgets the password',
  sources: [
    'https://support.microsoft.com/en-us/office/manage-email-messages-by-using-rules-in-outlook-c24f5dea-9465-4df4-ad17-a50704d66c59',
    'https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts',
  ],
  resembles:
    'A new mail program copies whole mailboxes, rules move letters about payments, and the program reads on after a reset.',
  accounts: 16,
  days: 88,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'brackenaudit', {
      feeds: 'audit',
      from: '2026-01-12',
      days: 63,
      after: 25,
      records: 620,
      people: 16,
    })
    const program = makeApp(random, 'Larkpost Mail', random.uuid())
    const desk = [4, 6, 7, 10].map(person)
    const work: string[] = []
    desk.forEach((who, i) => {
      const at = start + (i === 0 ? 1 : 3) * day + 9 * hour + i * 50 * minute
      const access = { owner: who, client: program, ip: who.ip }
      work.push(
        ...consent(log, at, {
          by: who,
          app: program,
          resource: tenant.graph,
          scopes: 'Contacts.Read Mail.ReadWrite Mail.Send MailboxSettings.Read offline_access openid profile',
          isNew: i === 0,
        }),
        signInAudit(log, at + 20_000, { person: who, client: program, resource: tenant.graph, ip: who.ip }),
        ...repeat(random, at + 2 * minute, 30, 2 * minute + 9_000, (then, n) =>
          mailRead(log, then, access, random.integer(40, 100), n % 3 === 2 ? '\\Sent Items' : '\\Inbox'),
        ),
        cmdlet(log, at + 95 * minute, {
          by: who,
          operation: 'New-InboxRule',
          objectId: `${who.upn}\\Invoices 2026`,
          ip: who.ip,
          clientAppId: firstParty.outlookWeb.appId,
          parameters: {
            Name: 'Invoices 2026',
            SubjectContainsWords: 'invoice;statement',
            MoveToFolder: 'Invoices 2026',
            StopProcessingRules: 'False',
          },
        }),
      )
      // Each day: some reading, two letters, one draft that goes to the deleted items.
      for (let later = 1; later <= 16; later += 1) {
        const then = at + later * day
        if ([0, 6].includes(new Date(then).getUTCDay())) continue
        const subject = random.pick(['Re: statement for May', 'Re: invoice copy', 'Question about your order'])
        work.push(
          ...repeat(random, then, 3, 70 * minute, (t) => mailRead(log, t, access, random.integer(2, 9))),
          mailSend(log, then + 2 * hour, access, subject),
          mailSend(log, then + 3 * hour, access, 'Re: remittance advice'),
          mailRemoved(log, then + 4 * hour, access, 'MoveToDeletedItems', subject, '\\Inbox'),
        )
      }
    })
    const forgot = desk[2] ?? tenant.developer
    const at = start + 10 * day + 8 * hour
    work.push(
      resetPassword(log, at, forgot),
      endSessions(log, at + minute, forgot),
      signInAudit(log, at + 20 * minute, { person: forgot, client: program, resource: tenant.graph, ip: forgot.ip }),
    )
    return { records: log.records(), ids: work }
  },
})
