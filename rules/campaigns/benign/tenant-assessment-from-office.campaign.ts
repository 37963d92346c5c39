// Three times in a quarter the administrator runs the tenant assessment, which asks for every application.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The administrator runs the public tenant assessment three times from the office',
  sources: [
    'https://learn.microsoft.com/en-us/security/zero-trust/assessment/overview',
    'https://github.com/microsoft/zerotrustassessment',
  ],
  resembles: 'One account reads the owners, roles and grants of hundreds of applications within minutes, by a script.',
  accounts: 1,
  days: 43,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'hollybrook-clinics', {
      feeds: 'entra',
      from: '2026-03-09',
      days: 60,
      after: 45,
      people: 19,
      records: 1300,
    })
    const used = {
      client: firstParty.graphTools,
      person: tenant.admin,
      ip: tenant.admin.ip,
      agent:
        'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.2 Invoke-MgGraphRequest',
      permissions:
        'AuditLog.Read.All CrossTenantInformation.ReadBasic.All DeviceManagementApps.Read.All Directory.Read.All ' +
        'DirectoryRecommendations.Read.All openid Policy.Read.All PrivilegedAccess.Read.AzureAD profile Reports.Read.All ' +
        'RoleManagement.Read.All User.Read UserAuthenticationMethod.Read.All',
      wids: '62e90394-69f5-4237-9190-012177145e10',
    }
    const principals = Array.from({ length: 60 }, () => random.uuid())
    const lists = [
      '/organization',
      '/policies/authorizationPolicy',
      '/identity/conditionalAccess/policies',
      '/users?$top=999&$select=id,displayName,signInActivity',
      '/applications?$top=999&$expand=owners',
      '/servicePrincipals?$top=999&$expand=appRoleAssignments',
      '/roleManagement/directory/roleAssignments?$expand=principal',
      '/reports/authenticationMethods/userRegistrationDetails',
    ]
    const ids = [0, 21, 42].flatMap((d) => {
      let at = start + d * day + 8 * hour + random.integer(0, 50) * 60_000
      const uris = [
        ...lists,
        ...principals.flatMap((id) => [
          `/servicePrincipals/${id}/oauth2PermissionGrants`,
          `/servicePrincipals/${id}/appRoleAssignments`,
          `/servicePrincipals/${id}/owners`,
        ]),
      ]
      return uris.map((uri) => {
        at += random.integer(900, 6_000)
        return graphCall(log, at, { ...used, uri, size: random.integer(600, 60_000) })
      })
    })
    return only(log.records(), ids, ['MicrosoftGraphActivityLogs'])
  },
})
