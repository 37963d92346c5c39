// Entra's sign-ins as the integration `azure` stores them: nearly every fact that the rules need has its own field.
import { microsoftOwnerTenants } from '../../mappings/knowledge/load.ts'
import { appsAlone } from './azure-graphactivitylogs.ts'
import { isKnownAbused } from './directory.ts'
import { leaf, losing, never, noneOf, oneOf, quoted } from './native.ts'
import { programKindAnswer } from './program-kind.ts'
import { ask, listed, type NativeSource, when } from './question.ts'

const properties = 'azure.signinlogs.properties'
const appId = `${properties}.app_id`
const userName = `${properties}.user_principal_name`
const errorCode = `${properties}.status.error_code`

const ownerTenants = microsoftOwnerTenants().map(({ tenantId }) => quoted(tenantId))

const isAppOnly = oneOf('azure.signinlogs.category', [
  quoted('ServicePrincipalSignInLogs'),
  quoted('ManagedIdentitySignInLogs'),
])

export const azureSigninlogs: NativeSource = {
  title: 'azure.signinlogs',
  answers: {
    'oauth.action': listed((acts) => (acts.includes('app_sign_in') ? leaf(`${appId}: *`) : never)),
    'oauth.app.first_party': when({
      true: losing(
        oneOf(`${properties}.app_owner_tenant_id`, ownerTenants),
        "knows Microsoft's own applications by their home tenant only",
      ),
    }),
    'oauth.app.id': (asked) => leaf(ask(appId, asked)),
    'oauth.app.known_abused': isKnownAbused(appId),
    'oauth.grant.app_only': when({ true: isAppOnly, false: noneOf(isAppOnly) }),
    'saas.logon.interactive': when({
      true: leaf(`${properties}.is_interactive: true`),
      false: leaf(`${properties}.is_interactive: false`),
    }),
    'saas.program.kind': programKindAnswer,
    'error.code': (asked) => leaf(ask(errorCode, asked)),
    'user.email': (asked) => leaf(ask(userName, asked)),
  },
  stands: {
    'service.id': () => appId,
    'oauth.app.id': () => appId,
    'oauth.account.id': () => 'user.id',
    'oauth.credential.kind': () => `${properties}.client_credential_type`,
    'oauth.grant.resource.id': () => `${properties}.resource_id`,
    'organization.id': () => 'azure.tenant_id',
    'user.email': () => userName,
  },
  onServer: losing(isAppOnly, appsAlone),
  reads: {
    'error.code': errorCode,
    'oauth.account.name': userName,
    'oauth.app.id': appId,
    'oauth.app.name': `${properties}.app_display_name`,
    'oauth.credential.id': `${properties}.service_principal_credential_key_id`,
    'oauth.grant.scopes': `${properties}.authentication_processing_details`,
    'user.email': userName,
  },
}
