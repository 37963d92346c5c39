// The build organization gets a new name: seven pipelines need a new trust, one after the other, for two weeks.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { buildIssuer, federatedTrust } from '../microsoft-federated.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const names = [
  'Site Builder',
  'Policy Courier',
  'Group Keeper',
  'Invoice Deploy',
  'Lab Images',
  'Device Tags',
  'Docs Press',
]

// No change on a weekend; the old names go on one day at the end.
const days = [1, 2, 4, 7, 9, 11, 14]

export default benignWork({
  title: 'The build organization is renamed, and seven pipelines get a new subject or a new issuer',
  sources: [
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-create-trust',
    'https://docs.github.com/en/actions/reference/security/oidc',
  ],
  resembles:
    'Trust in repositories of another organization appears on old applications with wide rights, and is used minutes later from addresses that were never seen.',
  accounts: 2,
  days: 18,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'oostveld-energy', {
      feeds: 'entra',
      from: '2025-11-03',
      days: 70,
      after: 30,
      people: 20,
      records: 520,
    })
    const { developer, graph } = tenant
    const colleague = person(6)
    const ids: string[] = []
    // Hosted runners have another address in each run.
    const runner = () => `203.0.113.${random.integer(110, 230)}`
    for (const [i, name] of names.entries()) {
      const app = makeApp(random, name, tenant.id, { agent: 'azure-cli/2.67.0' })
      const repository = name.toLowerCase().replace(' ', '-')
      const trust = (organization: string, issuer = buildIssuer) => ({
        id: random.uuid(),
        name: `${organization}-main`,
        issuer,
        subject: `repo:${organization}/${repository}:ref:refs/heads/main`,
      })
      const old = trust('oostveld-it')
      // Two pipelines use the issuer of the enterprise from now on.
      const next = i < 5 ? trust('oostveld-energy') : trust('oostveld-energy', `${buildIssuer}/oostveld-energy`)
      const run = (at: number, keyId: string): string => {
        const [ip, tokenId] = [runner(), token(log)]
        graphCall(log, at + 7_000, {
          client: app,
          ip,
          uri: random.pick(['/groups?$top=50', '/applications?$top=50', '/deviceManagement/managedDevices']),
          permissions: i < 3 ? 'Application.ReadWrite.OwnedBy Group.ReadWrite.All' : 'Group.Read.All',
          agent: app.agent,
          tokenId,
        })
        return appSignIn(log, at, { app, resource: graph, ip, keyId, tokenId, kind: 'federatedIdentityCredential' })
      }
      for (let d = 68; d > 0; d -= 3) run(start - d * day + (6 + i) * hour + random.integer(0, 50) * minute, old.id)

      const who = i % 3 === 2 ? colleague : developer
      const changed = start + (days[i] ?? 1) * day + (9 + i) * hour + random.integer(0, 40) * minute
      const agent = 'python/3.12.8 (Linux-6.8.0) AZURECLI/2.67.0'
      ids.push(
        userSignIn(log, changed - 4 * minute, {
          person: who,
          client: firstParty.azureCli,
          resource: graph,
          ip: who.ip,
          agent,
        }),
        federatedTrust(log, changed, 'entra', who, app, [old], [old, next], { agent }),
        run(changed + 6 * minute, next.id),
      )
      // The first trial of one pipeline has a wrong branch, and is repaired at once.
      if (i === 3) {
        const wrong = { ...next, subject: next.subject.replace('heads/main', 'heads/master') }
        ids.push(
          federatedTrust(log, changed + 12 * minute, 'entra', who, app, [old, next], [old, wrong], { agent }),
          federatedTrust(log, changed + 19 * minute, 'entra', who, app, [old, wrong], [old, next], { agent }),
        )
      }
      for (let d = 1; d < 4; d += 1) ids.push(run(changed + d * day, next.id))
      ids.push(
        federatedTrust(log, start + 18 * day + (9 * 60 + i * 4) * minute, 'entra', who, app, [old, next], [next], {
          agent,
        }),
      )
    }
    return { records: log.records(), ids }
  },
})
