// An administrator approves a foreign agent blueprint that makes agents of its own: the directory audit alone.
import { attackCampaign } from '../campaign.ts'
import { agentLog, makeAgent } from '../microsoft-agents.ts'
import { appRoles } from '../microsoft-clients.ts'
import { audit, principal } from '../microsoft-entra.ts'
import { auditsUser } from '../microsoft-entra-acts.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const changeApplications = {
  id: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
  value: 'Application.ReadWrite.All',
  title: 'Read and write all applications',
}

export default attackCampaign({
  title: 'One consent to a foreign agent blueprint becomes a factory of identities',
  sources: [
    'https://blog.compass-security.com/?p=10344',
    'https://undercodetesting.com/agent-identities-consent-the-identity-factory-attack-that-turns-one-approval-into-persistent-tenant-wide-compromise-video/',
    'https://learn.microsoft.com/en-us/entra/agent-id/identity-professional/sign-in-audit-logs-agents',
  ],
  facts: [
    'The attacker publishes a blueprint for many tenants, and an administrator of the victim consents.',
    'The blueprint principal can make agents in the tenant of the victim, without a further consent.',
    'The agents inherit the Graph permissions of the blueprint; no grant is recorded for them.',
    'Audit records of agents are application and service principal events with an agentType.',
    'Agents with such permissions can change other applications.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'kestrelbay', {
      feeds: 'entra',
      from: '2026-05-04',
      days: 70,
      after: 30,
      records: 1000,
    })
    const calm = routine(log, start - 70 * day, 68, 90, (at) => auditsUser(log, at, random.pick(tenant.people)))
    const blueprint = makeApp(random, 'Meeting Follow-up Agents', random.uuid())
    const agents = agentLog(log, blueprint)
    const lunch = start + 11 * hour + 20 * minute
    const consent = auditConsent(
      agents,
      lunch,
      tenant.admin,
      { client: blueprint, resource: tenant.graph, scopes: 'User.Read' },
      true,
    )
    const roles = [appRoles.mailRead, appRoles.directoryRead, changeApplications].map((role, i) =>
      auditAppRole(agents, lunch + 40 + i * 20, tenant.admin, blueprint, tenant.graph, role),
    )
    // A few agents, days apart, with harmless names.
    const made: App[] = []
    for (const [i, name] of ['Follow-up Sales', 'Follow-up Board', 'Follow-up Archive', 'Follow-up IT'].entries()) {
      const agent = makeAgent(log, name, blueprint)
      made.push(agent)
      audit(agents, start + (2 + i * 6) * day + random.integer(0, 23) * hour, {
        activity: 'Add service principal',
        category: 'ApplicationManagement',
        by: blueprint,
        type: 'Add',
        targets: [
          principal(
            agent,
            [
              { name: 'AccountEnabled', now: '[true]', before: '[]' },
              { name: 'AppPrincipalId', now: JSON.stringify([agent.appId]), before: '[]' },
              { name: 'DisplayName', now: JSON.stringify([agent.name]), before: '[]' },
              { name: 'ServicePrincipalType', now: '["ServiceIdentity"]', before: '[]' },
              { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(agent.appId) },
            ],
            true,
          ),
        ],
        details: { AppId: agent.appId },
      })
    }
    const last = made.at(-1) ?? blueprint
    const old = { id: tenant.backup.keyId, name: 'backup 2025' }
    const key = auditKeys(
      agents,
      start + 22 * day + 3 * hour,
      last,
      tenant.backup,
      [old],
      [old, { id: random.uuid(), name: 'sync' }],
    )
    const seen = only(log.records(), [...quiet, ...calm.slice(0, 30)], ['AuditLogs'])
    return {
      records: seen.records,
      firstHostile: consent[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'A foreign blueprint gets all mail and the right to change applications',
          ids: [...consent, ...roles],
          minimum: 'high',
        },
        { act: 'An agent adds a secret to the backup application', ids: [key], minimum: 'high' },
      ],
      quiet: seen.ids,
    }
  },
})
