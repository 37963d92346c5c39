// A company takes the agent platform of a vendor: one consent, eight agents in three weeks, and their daily work.
import { benignWork } from '../campaign.ts'
import { agentLog, makeAgent, tokenExchange } from '../microsoft-agents.ts'
import { audit, principal } from '../microsoft-entra.ts'
import { auditAppRole } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const usersBasic = {
  id: '97235f07-e226-4f63-ace3-39588e11d3a1',
  value: 'User.ReadBasic.All',
  title: "Read all users' basic profiles",
}
const selected = {
  id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
  value: 'Sites.Selected',
  title: 'Access selected site collections',
}
const departments = ['Sales', 'Support', 'Legal', 'Works', 'Finance', 'People', 'Travel', 'Quality']

export default benignWork({
  title: 'The agent platform of a vendor is introduced',
  sources: [
    'https://learn.microsoft.com/en-us/entra/agent-id/agent-identities',
    'https://learn.microsoft.com/en-us/entra/agent-id/identity-professional/sign-in-audit-logs-agents',
    'https://goodworkaround.com/2026/02/02/digging-deep-into-entra-agent-identities',
  ],
  resembles: 'A foreign blueprint gets permissions, makes service principals by itself, and exchanges tokens.',
  accounts: 9,
  days: 26,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'larkfield', {
      feeds: 'entra',
      from: '2026-05-04',
      days: 70,
      after: 26,
      records: 340,
    })
    const blueprint = makeApp(random, 'Officehand Agents', random.uuid(), {
      ip: '203.0.113.80',
      agent: 'officehand-runtime/1.9',
    })
    const agents = agentLog(log, blueprint)
    const meeting = start + 9 * hour + 30 * minute
    const ids = [
      ...auditConsent(
        agents,
        meeting,
        tenant.admin,
        { client: blueprint, resource: tenant.graph, scopes: 'User.Read' },
        true,
      ),
      auditAppRole(agents, meeting + 30, tenant.admin, blueprint, tenant.graph, usersBasic),
      auditAppRole(agents, meeting + 60, tenant.admin, blueprint, tenant.graph, selected),
    ]
    departments.forEach((name, i) => {
      const agent = makeAgent(log, `Officehand ${name}`, blueprint)
      // Two agents each week, in working hours.
      const born = start + (Math.floor(i / 2) * 7 + (i % 2) * 2) * day + 10 * hour + random.integer(0, 200) * minute
      ids.push(
        audit(agents, born + day, {
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
        }),
      )
      const site = `/sites/${tenant.domain},${random.uuid()},${random.uuid()}`
      for (let run = 0; run < 6; run += 1) {
        const at = born + day + (1 + run * 2) * hour
        const tokenId = token(log)
        const kind = 'federatedIdentityCredential'
        ids.push(
          appSignIn(agents, at, { app: blueprint, resource: tokenExchange, kind }),
          appSignIn(agents, at + 2000, { app: agent, resource: tenant.graph, kind, tokenId }),
          graphCall(log, at + 4000, {
            client: agent,
            ip: blueprint.ip,
            uri: `${site}/drive/root/delta`,
            permissions: 'Sites.Selected User.ReadBasic.All',
            agent: blueprint.agent,
            tokenId,
          }),
        )
      }
    })
    return { records: log.records(), ids }
  },
})
