// The kind of application of a service principal, if Entra states it.
import type { OauthGroup } from '../../../fields/document.ts'
import { words } from '../../../fields/field.ts'
import type { Json } from '../../../kernel/json.ts'
import { textOf } from '../../microsoft/readers/values.ts'

type AppKind = NonNullable<OauthGroup['app']>['kind']

/** `servicePrincipalType` of Microsoft Graph: an agent identity is a service identity. */
const kinds: ReadonlyMap<string, AppKind> = new Map([
  ['managedidentity', 'managed_identity'],
  ['serviceidentity', 'agent'],
])

export function principalKind(type: Json | undefined): AppKind {
  return kinds.get(textOf(type)?.toLowerCase() ?? '')
}

/** The values of `agentType` that mean an application: a blueprint, an agent, or the principal of a blueprint. */
const agentTypes: ReadonlySet<string> = new Set(
  words('agenticappbuilder agenticapp agenticappinstance agentidentityblueprintprincipal'),
)

/** Checks whether the client is an agent. The subject can be an agent even with the agent's user account. */
export function isAgent(type: Json | undefined): boolean {
  return agentTypes.has(textOf(type)?.toLowerCase() ?? '')
}
