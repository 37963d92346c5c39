// A pipeline writes the settings of the tenant from files; this month it starts a pilot of sign-in with certificates.
import { benignWork } from '../campaign.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The settings pipeline renews its secret and starts a pilot of sign-in with certificates',
  sources: [
    'https://microsoft365dsc.com/',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/how-to-certificate-based-authentication',
  ],
  resembles: 'An application with a new secret writes sign-in policies and adds a root authority.',
  accounts: 1,
  days: 11,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'thistledown-power', {
      feeds: 'entra',
      from: '2026-03-16',
      days: 56,
      after: 14,
      people: 15,
      records: 700,
    })
    const pipeline = makeApp(random, 'Tenant Settings Pipeline', tenant.id, { ip: '203.0.113.74' })
    const used = {
      client: pipeline,
      ip: pipeline.ip,
      agent: 'Mozilla/5.0 (Linux; Ubuntu 24.04; en-US) PowerShell/7.5.2 Invoke-MgGraphRequest',
      permissions: 'Organization.ReadWrite.All Policy.Read.All Policy.ReadWrite.AuthenticationMethod',
    }
    const methods = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations'
    const fresh = { id: random.uuid(), name: 'pipeline-2026b' }
    const ids: string[] = []
    // Each night the pipeline compares the settings, and mends one of them now and then.
    for (let d = -56; d < 11; d += 1) {
      const at = start + d * day + hour + random.integer(0, 10) * minute
      const keyId = d >= 2 ? fresh.id : pipeline.keyId
      const night = [
        appSignIn(log, at, { app: pipeline, resource: tenant.graph, keyId }),
        graphCall(log, at + 3_000, { ...used, uri: '/organization' }),
        graphCall(log, at + 5_000, { ...used, uri: '/policies/authenticationMethodsPolicy' }),
        graphCall(log, at + 8_000, { ...used, uri: `/organization/${tenant.id}/certificateBasedAuthConfiguration` }),
      ]
      if (d % 9 === 0)
        night.push(graphCall(log, at + 20_000, { ...used, uri: `${methods}/fido2`, method: 'PATCH', status: 204 }))
      if (d === 5)
        night.push(
          graphCall(log, at + 30_000, {
            ...used,
            uri: `/organization/${tenant.id}/certificateBasedAuthConfiguration`,
            method: 'POST',
            status: 201,
          }),
          graphCall(log, at + 34_000, { ...used, uri: `${methods}/x509Certificate`, method: 'PATCH', status: 204 }),
        )
      if (d >= 0) ids.push(...night)
    }
    const old = { id: pipeline.keyId, name: 'pipeline-2025b' }
    const noon = start + day + 12 * hour
    ids.push(
      auditKeys(log, noon, tenant.developer, pipeline, [old], [old, fresh]),
      auditKeys(log, noon + 2 * day, tenant.developer, pipeline, [old, fresh], [fresh]),
    )
    return { records: log.records(), ids }
  },
})
