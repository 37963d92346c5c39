import { attackCampaign } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead } from '../microsoft-mail.ts'
import { appRole } from '../microsoft-oauth.ts'
import { sendOnBehalf } from '../microsoft-on-behalf.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'An old application gets full access to mailboxes, searches a few, and writes in the name of a director',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/04/07/mercury-and-dev-1084-destructive-attack-on-hybrid-environment/',
  ],
  facts: [
    'MERCURY signed in to the cloud with an administrator account taken on the premises.',
    'It gave an application that existed already the permission full_access_as_app, and a certificate of its own.',
    'The application opened mailboxes through Exchange Web Services.',
    'The group gave itself the right to send on behalf of a high-ranking employee, and sent messages in that name.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'harrowgate-ports', {
      feeds: 'audit',
      from: '2026-01-12',
      days: 77,
      after: 14,
      people: 18,
      records: 620,
    })
    const { admin, exchange } = tenant
    const hostile = '192.0.2.119'
    const office = makeApp(random, 'Berth Planner Mail', tenant.id, { ip: '198.51.100.62' })
    const info = 'Client=WebServices;ExchangeServicesClient/15.00.0913.022;'
    const access = { owner: person(5), client: office, appOnly: office, info, api: exchange.appId }
    // The application reads one mailbox for the planners, as it has for years.
    const usual = routine(log, start - 77 * day, 84, 70, (at) => mailRead(log, at, { ...access, ip: office.ip }, 1))
    const first = signInAudit(log, start + 19 * hour, {
      person: admin,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: hostile,
    })
    const role = appRole(log, start + 19 * hour + 21 * minute, admin, office, exchange, appRoles.fullAccess)
    const old = { id: office.keyId, name: 'berth-2025' }
    const certificate = { id: random.uuid(), name: 'CN=BerthPlannerMail', type: 'AsymmetricX509Cert' as const }
    const key = credential(log, start + 19 * hour + 26 * minute, admin, office, [old], [old, certificate])
    const reads = Array.from({ length: 9 }, (_, i) =>
      mailRead(
        log,
        start + (1 + Math.floor(i / 3)) * day + 20 * hour + (i % 3) * 34 * minute + random.integer(0, 9) * minute,
        { ...access, owner: person(6 + i), ip: hostile },
        random.integer(9, 40),
      ),
    )
    const director = person(16)
    const right = cmdlet(log, start + 5 * day + 18 * hour, {
      by: admin,
      operation: 'Set-Mailbox',
      objectId: `EURPR09A001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${tenant.cloudDomain}/${director.mailbox}`,
      parameters: { Identity: director.upn, GrantSendOnBehalfTo: person(15).upn },
      ip: hostile,
    })
    const letters = ['Urgent: new banking partner', 'Re: Urgent: new banking partner', 'Port dues, please read'].map(
      (subject, i) =>
        sendOnBehalf(
          log,
          start + 5 * day + 19 * hour + i * 17 * minute,
          { ...access, owner: person(15), ip: hostile },
          director,
          subject,
        ),
    )
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: reads,
      required: [
        { act: 'An administrator gives an old application full access to all mailboxes', ids: [role], minimum: 'high' },
        { act: 'A certificate is added beside the key of the application', ids: [key], minimum: 'medium' },
        {
          act: 'The application reads mailboxes that it never opened, from a new network',
          ids: reads,
          minimum: 'high',
        },
        {
          act: 'The application writes on behalf of a director',
          ids: [right, ...letters],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual.slice(0, 20)],
    }
  },
})
