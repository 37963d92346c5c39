// Mailbox auditing ends for one account; the application that uses the account reads on without a trace.
import { attackCampaign } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute, type Named } from '../microsoft-tenant.ts'
import { cmdlet, file } from '../microsoft-workloads.ts'

const exchangeShell: Named = {
  name: 'Microsoft Exchange REST API Based Powershell',
  appId: 'fb78d390-0c51-40cd-8e17-fdbfab77341b',
}

export default attackCampaign({
  title:
    'A stolen administrator session exempts a service account from mailbox auditing and opens four mailboxes to its old archive application',
  sources: [
    'https://docs.datadoghq.com/security/default_rules/microsoft-365-mailbox-auditlog-bypass',
    'https://rulehound.com/rules/56dda1',
    'https://admindroid.com/how-to-track-mailbox-audit-bypass-events-in-microsoft-365',
  ],
  facts: [
    'A bypass association exempts one account from mailbox auditing, in all mailboxes to which it has access.',
    'Afterwards the log has no record of what the account reads or deletes.',
    'The command itself, the new mailbox permissions, the sign-ins and the files stay in the log.',
    'An administrator can give the reason that a trusted application is noisy.',
  ],
  build: (random) => {
    const stage = scene(random, 'wexcombe-law', {
      feeds: 'audit',
      from: '2026-01-19',
      days: 74,
      after: 21,
      records: 820,
      people: 20,
    })
    const { log, tenant, start, person } = stage
    const { admin, exchange, sharepoint } = tenant
    // The archive reader works as a service account. Its consent is older than the log.
    const service = {
      ...outsider(random, `svc-archive@${tenant.domain}`, 'Archive Service', person(5), '198.51.100.63'),
      sid: `${person(5).sid}7`,
      agent: 'archive-reader/4.0',
    }
    const reader = makeApp(random, 'Archive Reader', tenant.id, { ip: service.ip, agent: service.agent })
    const obtains = (at: number) =>
      signInAudit(log, at, {
        person: service,
        client: reader,
        resource: tenant.graph,
        ip: service.ip,
        requestType: 'OAuth2:Token',
      })
    const usual = routine(log, start - 74 * day, 74, 110, (at) => {
      obtains(at - 5000)
      return mailRead(log, at, { owner: service, client: reader, ip: service.ip }, random.integer(1, 5))
    })
    const ip = '192.0.2.88'
    const entry = start + 20 * hour + 31 * minute
    const login = signInAudit(log, entry, { person: admin, client: exchangeShell, resource: exchange, ip })
    const directors = [person(3), person(4), person(6), person(10)]
    const run = { by: admin, ip, clientAppId: exchangeShell.appId }
    const opened = directors.map((director, i) =>
      cmdlet(log, entry + (4 + i) * minute, {
        ...run,
        operation: 'Add-MailboxPermission',
        objectId: director.upn,
        parameters: {
          Identity: director.upn,
          User: service.upn,
          AccessRights: 'FullAccess',
          InheritanceType: 'All',
          AutoMapping: 'False',
        },
      }),
    )
    const bypass = cmdlet(log, entry + 11 * minute, {
      ...run,
      operation: 'Set-MailboxAuditBypassAssociation',
      objectId: service.name,
      parameters: { Identity: service.upn, AuditBypassEnabled: 'True' },
    })
    // No mailbox record of the account from here on: only tokens, and files that it finds links to.
    routine(log, start + day, 20, 30, obtains)
    const signs = repeat(random, start + day + 2 * hour, 15, day, (at) =>
      signInAudit(log, at, {
        person: service,
        client: reader,
        resource: tenant.graph,
        ip,
        agent: 'python-requests/2.32.3',
        requestType: 'OAuth2:Token',
      }),
    )
    signInAudit(log, start + 6 * day + 3 * hour, { person: service, client: reader, resource: sharepoint, ip })
    const files = repeat(random, start + 6 * day + 3 * hour, 9, 2 * minute, (at, i) =>
      file(log, at, {
        person: service,
        client: reader,
        ip,
        agent: 'python-requests/2.32.3',
        file: ['settlement-draft.docx', 'fee-schedule.xlsx', 'witness-list.pdf'][i % 3] ?? '',
        operation: 'FileDownloaded',
        site: 'matters',
      }),
    )
    return {
      records: log.records(),
      firstHostile: login,
      dataLeft: files,
      required: [
        {
          act: 'The account of the application gets full access to four mailboxes, from a foreign network',
          ids: opened,
          minimum: 'low',
        },
        { act: 'Mailbox auditing is bypassed for the account', ids: [bypass], minimum: 'medium' },
        { act: 'The application uses the account from a network that is new for both', ids: signs, minimum: 'low' },
        { act: 'The application downloads files, which it never did', ids: files, minimum: 'low' },
      ],
      quiet: [...stage.quiet, ...usual.slice(0, 40)],
    }
  },
})
