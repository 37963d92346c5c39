// A mail program on a bookkeeper's mailbox survives the clean-up and sends false bank details three weeks later.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { mailRemoved } from '../microsoft-mail-removed.ts'
import { consent } from '../microsoft-oauth.ts'
import { endSessions, resetPassword } from '../microsoft-reset.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'A mail program on the mailbox of a bookkeeper outlives the clean-up; unified audit log alone',
  sources: [
    'https://www.cyberquell.com/case-studies/multi-phase-bec-campaign',
    'https://solissecurity.com/en-us/insights/microsoft-365-bec-incidents-protect-your-business',
    'https://triskelelabs.com/business-email-compromise-mailbox-synchronisation-malicious-oauth-applications',
  ],
  facts: [
    'The intruder steals the session of a bookkeeper who pays the invoices.',
    'The intruder consents to a mail program of a third party, and the program copies the whole mailbox.',
    'A rule moves letters about payments to the RSS folder.',
    'The help desk resets the password and ends the sessions, but nobody removes the consent.',
    'The intruder steals a session again, and the same program reads on from another hosting address.',
    'Clients receive requests to change the bank details; the sent letters are deleted for good.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'hollisaccounting', {
      feeds: 'audit',
      from: '2026-01-05',
      days: 63,
      after: 32,
      records: 620,
      people: 16,
    })
    const victim = person(7)
    const program = makeApp(random, 'Sparrowmail', random.uuid())
    const known = makeApp(random, 'Callboard Sales', random.uuid(), { ip: '203.0.113.31' })
    const seller = person(9)
    consent(log, start - 58 * day + 10 * hour, {
      by: seller,
      app: known,
      resource: tenant.graph,
      scopes: 'Mail.ReadWrite Mail.Send offline_access openid profile',
    })
    const usual = routine(log, start - 57 * day, 88, 160, (at) =>
      mailRead(log, at, { owner: seller, client: known, ip: known.ip }, random.integer(1, 5)),
    )

    const access = (ip: string) => ({ owner: victim, client: program, ip })
    const enters = (at: number, ip: string): string =>
      signInAudit(log, at, {
        person: victim,
        client: firstParty.officeHome,
        resource: tenant.graph,
        ip,
        requestType: 'OAuth2:Authorize',
      })
    const starts = (at: number, ip: string): string =>
      signInAudit(log, at, { person: victim, client: program, resource: tenant.graph, ip })
    const copies = (at: number, ip: string, count: number): readonly string[] =>
      repeat(random, at, count, 2 * minute + 9_000, (then, i) =>
        mailRead(log, then, access(ip), random.integer(40, 100), i % 3 === 2 ? '\\Sent Items' : '\\Inbox'),
      )

    const at = start + day + 13 * hour + 22 * minute
    const ip = '192.0.2.57'
    const first = enters(at, ip)
    const given = consent(log, at + 11 * minute, {
      by: victim,
      app: program,
      resource: tenant.graph,
      scopes: 'Contacts.Read Mail.ReadWrite Mail.Send MailboxSettings.Read offline_access openid profile',
    })
    const started = starts(at + 11 * minute + 20_000, ip)
    const copied = copies(at + 13 * minute, ip, 34)
    const ruleName = `${victim.upn}\\..`
    const rule = cmdlet(log, at + 31 * minute, {
      by: victim,
      operation: 'New-InboxRule',
      objectId: ruleName,
      ip,
      clientAppId: firstParty.outlookWeb.appId,
      parameters: {
        Name: '..',
        SubjectOrBodyContainsWords: 'invoice;payment;remittance;bank details;ACH',
        MoveToFolder: 'RSS Feeds',
        MarkAsRead: 'True',
        StopProcessingRules: 'True',
      },
    })
    const watch = [2, 3, 4, 5, 6, 8, 9].map((later) =>
      mailRead(log, start + later * day + 3 * hour + random.integer(0, 90) * minute, access(ip), random.integer(3, 12)),
    )
    // The clean-up leaves the consent.
    const cleaned = start + 9 * day + 9 * hour
    resetPassword(log, cleaned, victim)
    endSessions(log, cleaned + minute, victim)
    cmdlet(log, cleaned + 14 * minute, {
      by: tenant.admin,
      operation: 'Remove-InboxRule',
      objectId: ruleName,
      ip: tenant.admin.ip,
      parameters: { Identity: ruleName, Force: 'True' },
    })

    const back = start + 18 * day + 15 * hour + 8 * minute
    const other = '192.0.2.141'
    enters(back, other)
    const again = starts(back + 2 * minute, other)
    const more = copies(back + 3 * minute, other, 16)
    const letters = start + 24 * day + 17 * hour
    const subjects = [311, 318, 320, 327, 331].map((n) => `Re: statement ${n}: updated remittance details`)
    const sent = subjects.map((subject, i) => mailSend(log, letters + i * 6 * minute, access(other), subject))
    const gone = subjects.map((subject, i) =>
      mailRemoved(log, letters + (i * 6 + 2) * minute, access(other), 'HardDelete', subject, '\\Sent Items'),
    )
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...copied, ...watch, ...more],
      required: [
        { act: 'consent to a mail program from a strange network', ids: [...given, started], minimum: 'medium' },
        { act: 'the new program copies the mailbox', ids: copied, minimum: 'medium' },
        { act: 'a rule hides letters about payments', ids: [rule], minimum: 'medium' },
        { act: 'the program comes back after the reset', ids: [again, ...more], minimum: 'medium' },
        { act: 'false bank details leave and are deleted for good', ids: [...sent, ...gone], minimum: 'medium' },
      ],
      quiet: [...quiet, ...usual.slice(0, 15)],
    }
  },
})
