import { benignWork } from '../campaign.ts'
import { keyForPerson } from '../microsoft-authentication.ts'
import { appRoles } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A card desk registers security keys for a whole hospital with its own application',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/authentication-post-fido2methods?view=graph-rest-1.0',
    'https://agderinthe.cloud/2024/11/04/security-made-easy-pre-provision-fido2-keys-for-your-users-with-powershell',
  ],
  resembles:
    'A new application with a fresh secret and a strong permission adds means of sign-in for dozens of accounts in two weeks.',
  accounts: 26,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'saint-orla-clinic', {
      feeds: 'entra',
      from: '2026-02-16',
      days: 63,
      after: 14,
      people: 30,
      records: 780,
    })
    const desk = makeApp(random, 'Key Desk', tenant.id, { ip: '198.51.100.71', agent: 'PowerShell/7.5.3' })
    const made = start + 9 * hour
    const ids = [
      ...auditRegister(log, made, tenant.admin, desk),
      auditKeys(log, made + 3 * minute, tenant.admin, desk, [], [{ id: desk.keyId, name: 'key desk 2026' }]),
      auditAppRole(log, made + 6 * minute, tenant.admin, desk, tenant.graph, {
        id: '50483e42-d915-4231-9639-7fdb7fd190e5',
        value: 'UserAuthenticationMethod.ReadWrite.All',
        title: "Read and write all users' authentication methods",
      }),
      auditAppRole(log, made + 7 * minute, tenant.admin, desk, tenant.graph, appRoles.directoryRead),
    ]
    for (let i = 0; i < 26; i += 1) {
      const who = person(3 + i)
      const at = start + (1 + Math.floor(i / 5) * 2) * day + 8 * hour + (i % 5) * 22 * minute
      const used = {
        client: desk,
        ip: desk.ip,
        agent: desk.agent,
        permissions: 'Directory.Read.All UserAuthenticationMethod.ReadWrite.All',
      }
      const uri = `/users/${who.oid}/authentication/fido2Methods`
      ids.push(
        appSignIn(log, at, { app: desk, resource: tenant.graph }),
        graphCall(log, at + 5_000, { ...used, uri: `${uri}/creationOptions` }),
        graphCall(log, at + 70_000, { ...used, uri, method: 'POST', status: 201 }),
        keyForPerson(log, at + 71_000, desk, who),
      )
    }
    return { records: log.records(), ids }
  },
})
