// Entra's sign-ins as the integration `azure` stores them: nearly everything that the rules ask for has a field of its own.
import { microsoftOwnerTenants } from '../../mappings/knowledge/load.ts'
import { appsAlone } from './azure-graphactivitylogs.ts'
import { abusedIds } from './directory.ts'
import { leaf, losing, never, noneOf, oneOf, quoted } from './native.ts'
import { ask, isAsked, type NativeSource, valuesOf } from './question.ts'

const properties = 'azure.signinlogs.properties'
const appId = `${properties}.app_id`
const errorCode = `${properties}.status.error_code`

const ownerTenants = microsoftOwnerTenants().map(({ tenantId }) => quoted(tenantId))

const isAppOnly = oneOf('azure.signinlogs.category', [
  quoted('ServicePrincipalSignInLogs'),
  quoted('ManagedIdentitySignInLogs'),
])

export const azureSigninlogs: NativeSource = {
  title: 'azure.signinlogs',
  answers: {
    'oauth.action': (asked) => {
      if (asked.kind !== 'is') return undefined
      return valuesOf(asked).includes('app_sign_in') ? leaf(`${appId}: *`) : never
    },
    'oauth.app.first_party': (asked) =>
      isAsked(asked, 'true')
        ? losing(
            oneOf(`${properties}.app_owner_tenant_id`, ownerTenants),
            "knows Microsoft's own applications by their home tenant only",
          )
        : undefined,
    'oauth.app.id': (asked) => leaf(ask(appId, asked)),
    'oauth.app.known_abused': (asked) =>
      isAsked(asked, 'true')
        ? losing(oneOf(appId, abusedIds('microsoft').map(quoted)), 'knows abused applications by their client id only')
        : undefined,
    'oauth.grant.app_only': (asked) =>
      isAsked(asked, 'true') ? isAppOnly : isAsked(asked, 'false') ? noneOf(isAppOnly) : undefined,
    'saas.logon.interactive': (asked) =>
      isAsked(asked, 'true')
        ? leaf(`${properties}.is_interactive: true`)
        : isAsked(asked, 'false')
          ? leaf(`${properties}.is_interactive: false`)
          : undefined,
    'error.code': (asked) => leaf(ask(errorCode, asked)),
  },
  stands: {
    'service.id': () => appId,
    'oauth.app.id': () => appId,
    'oauth.account.id': () => 'user.id',
    'oauth.credential.kind': () => `${properties}.client_credential_type`,
    'oauth.grant.resource.id': () => `${properties}.resource_id`,
    'organization.id': () => 'azure.tenant_id',
  },
  onServer: losing(isAppOnly, appsAlone),
  reads: {
    'error.code': errorCode,
    'oauth.account.name': 'user.email',
    'oauth.app.id': appId,
    'oauth.app.name': `${properties}.app_display_name`,
    'oauth.credential.id': `${properties}.service_principal_credential_key_id`,
    'oauth.grant.scopes': `${properties}.authentication_processing_details`,
  },
}
