// The deployment pipeline makes applications and gives them narrow permissions, as it has for months.
import { benignWork } from '../campaign.ts'
import { working } from '../microsoft-background.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const narrow = [
  { id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d', value: 'Sites.Selected', title: 'Access selected site collections' },
  { id: 'df021288-bdef-4463-88db-98f22de89214', value: 'User.Read.All', title: "Read all users' full profiles" },
] as const

export default benignWork({
  title: 'Deployment pipeline gives narrow permissions to new applications',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/app_role_assignment',
    'https://learn.microsoft.com/en-us/graph/permissions-grant-via-msgraph',
  ],
  resembles:
    'An application without a user registers applications, adds keys and assigns application permissions at night.',
  accounts: 1,
  days: 5,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'kestrelby', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 84,
    })
    const pipeline = makeApp(random, 'terraform-identity-prod', tenant.id, {
      ip: '198.51.100.66',
      agent: 'HashiCorp Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-azuread/3.0.2',
    })
    const deploy = (at: number, name: string): readonly string[] => {
      const app: App = makeApp(random, name, tenant.id)
      const role = random.pick(narrow)
      return [
        appSignIn(log, at - minute, { app: pipeline, resource: tenant.graph, kind: 'federatedIdentityCredential' }),
        graphCall(log, at - 2000, {
          client: pipeline,
          ip: pipeline.ip,
          uri: '/applications',
          method: 'POST',
          status: 201,
          permissions: 'Application.ReadWrite.OwnedBy AppRoleAssignment.ReadWrite.All',
          agent: pipeline.agent,
        }),
        ...auditRegister(log, at, pipeline, app),
        auditKeys(log, at + 4000, pipeline, app, [], [{ id: app.keyId, name: 'terraform' }]),
        auditAppRole(log, at + 9000, pipeline, app, tenant.graph, role),
      ]
    }
    for (let i = 0; i < 18; i += 1) deploy(working(log, start - 84 * day, 82), `svc-${random.digits(4)}-prod`)

    const ids = ['svc-parking-prod', 'svc-badges-prod', 'svc-menus-prod', 'svc-keys-prod'].flatMap((name, i) =>
      deploy(start + i * day + 20 * hour, name),
    )
    ids.push(
      ...repeat(random, start + 21 * hour, 8, 9 * hour, (at) =>
        appSignIn(log, at, { app: pipeline, resource: tenant.graph, kind: 'federatedIdentityCredential' }),
      ),
    )
    return { records: log.records(), ids }
  },
})
