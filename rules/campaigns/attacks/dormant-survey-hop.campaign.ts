// A dormant application gets a secret, and prepares a second dormant application that then reads; Entra logs without Graph activity.
import { attackCampaign } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { workloadRisk } from '../microsoft-identity.ts'
import { only } from '../microsoft-only.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A secret for a dormant survey application that can assign permissions; it arms a dormant vendor application',
  sources: [
    'https://jeffreyappel.nl/pivot-via-oauth-applications-across-tenants-and-what-to-for-protection-with-microsoft-technology-midnight-blizzard/',
    'https://learn.microsoft.com/en-us/graph/api/resources/serviceprincipalriskdetection',
    'https://davidgodwinpratt.com/soc/dormant-service-principal-update-creds-and-logs-in-5c29fd2a/',
  ],
  facts: [
    'Attackers use an old application with high permissions that nobody watches.',
    'A new secret on an existing application survives the password reset of the person that added it.',
    'An application with AppRoleAssignment.ReadWrite.All can assign any application permission without a consent screen.',
    'Dormant service principals are attractive because changes of them are overlooked.',
    'Identity protection reports suspicious sign-ins of a workload identity offline, days after the baseline is broken.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'halvorsenmarine', {
      feeds: 'entra',
      from: '2025-06-02',
      days: 94,
      after: 16,
      records: 440,
      people: 17,
    })
    const survey = makeApp(random, 'Survey Export 2022', tenant.id, { ip: '198.51.100.71' })
    const relay = makeApp(random, 'Form Relay Connector', random.uuid(), { ip: '203.0.113.77' })
    const first = start - 94 * day
    for (let i = 0; i < 8; i += 1) {
      appSignIn(log, first + i * day + 6 * hour, { app: survey, resource: tenant.graph })
      appSignIn(log, first + i * day + 7 * hour, { app: relay, resource: tenant.graph })
    }
    const owner = person(4)
    const hosting = '192.0.2.58'
    const exit = '2001:db8:7e:11::a9'
    const old = { id: survey.keyId, name: 'export' }
    const fresh = { id: random.uuid(), name: 'export' }
    const relayKey = { id: random.uuid(), name: 'prod' }

    const at = start + 2 * day + 19 * hour + 26 * minute
    const portal = userSignIn(log, at, {
      person: owner,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: hosting,
      risk: 'low',
    })
    const secret = auditKeys(log, at + 6 * minute, owner, survey, [old], [old, fresh], { ip: hosting })
    // Three days of silence.
    const woken = at + 3 * day + 4 * hour
    const awake = [0, 35, 58].map((later) =>
      appSignIn(log, woken + later * minute, { app: survey, resource: tenant.graph, ip: exit, keyId: fresh.id }),
    )
    const role = auditAppRole(log, woken + 4 * minute, survey, relay, tenant.graph, appRoles.mailRead)
    const planted = auditKeys(log, woken + 37 * minute, survey, relay, [], [relayKey], { onPrincipal: true })
    const nights = repeat(random, woken + 20 * hour, 15, 13 * hour, (then) =>
      appSignIn(log, then, { app: relay, resource: tenant.graph, ip: exit, keyId: relayKey.id }),
    )
    const verdict = workloadRisk(log, woken + 5 * day, {
      app: relay,
      kind: 'suspiciousSignins',
      level: 'medium',
      keyIds: [relayKey.id],
      ip: exit,
    })
    const kept = only(log.records(), quiet, [
      'AuditLogs',
      'SignInLogs',
      'NonInteractiveUserSignInLogs',
      'ServicePrincipalSignInLogs',
      'ServicePrincipalRiskEvents',
    ])
    return {
      records: kept.records,
      firstHostile: portal,
      dataLeft: [],
      required: [
        { act: 'a secret for the dormant application, then its first use', ids: [secret, ...awake], minimum: 'high' },
        { act: 'an application assigns Mail.Read to another application', ids: [role], minimum: 'high' },
        { act: 'an application plants a key in another application', ids: [planted], minimum: 'high' },
        { act: 'the dormant vendor application wakes up with the new key', ids: nights, minimum: 'medium' },
        { act: 'verdict of identity protection on the workload', ids: [verdict], minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
