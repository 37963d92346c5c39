// Entra's own audit log as the integration `azure` stores it: targets and changed properties have numbers as names, so
// a query covers the values of all numbers.
import { containsOneOf, type DirectoryLog, directoryAnswers, spellings } from './directory.ts'
import { leaf, missing, oneOf, quoted } from './native.ts'
import { partsOf } from './permissions.ts'
import type { NativeSource } from './question.ts'

const target = 'azure.auditlogs.properties.target_resources.0'
const newValue = `${target}.modified_properties.*.new_value`
const propertyName = `${target}.modified_properties.*.display_name`

/** Acts on an application that is their target. */
const ofTarget = /^(?:consent|app_register|sp_add|credential_add|sp_enable)$/

const log: DirectoryLog = {
  spell: (name) => spellings(name, ['']),
  after: (_, texts) => containsOneOf(newValue, texts),
  has: (property) => leaf(`${propertyName}: ${property.replace(/\s+/g, '*')}*`),
  isOneOf: (_, names) => containsOneOf(newValue, names),
  permission: (least) => {
    const found = containsOneOf(newValue, partsOf('application', least))
    return found.kind === 'query'
      ? { ...found, lost: ['finds permissions by parts of their names: see "Permissions as patterns"'] }
      : found
  },
  targetIsApplication: leaf(`${target}.type: "ServicePrincipal"`),
  actorIsApplication: leaf('azure.auditlogs.properties.initiated_by.app.servicePrincipalId: *'),
  targetIsGuest: leaf(`${target}.user_principal_name: *#EXT#*`),
  targetName: (value) => leaf(`${target}.display_name: ${value}`),
  // The record of a grant contains the client ID of the resource API here.
  app: (ids, { acts }) =>
    acts.length > 0 && acts.every((act) => ofTarget.test(act))
      ? oneOf('azure.auditlogs.properties.additional_details.value', ids.map(quoted))
      : missing('the client id of the application'),
}

export const azureAuditlogs: NativeSource = {
  title: 'azure.auditlogs',
  answers: directoryAnswers(log),
  stands: {
    'service.id': ({ acts }) =>
      acts.length > 0 && acts.every((act) => ofTarget.test(act)) ? `${target}.id` : undefined,
    'user.email': () => 'user.name',
    'organization.id': () => 'azure.tenant_id',
  },
  reads: {
    'oauth.account.name': 'user.name',
    'oauth.action': 'event.action',
    'oauth.app.id': `${target}.id (the object ID)`,
    'oauth.app.name': `${target}.display_name`,
    'oauth.credential.id': newValue,
    'oauth.credential.kind': newValue,
    'oauth.credential.name': newValue,
    'oauth.grant.breadth': newValue,
    'oauth.grant.scopes': newValue,
    'oauth.owner.name': `${target}.user_principal_name`,
    'oauth.redirect.added': newValue,
    'oauth.role.name': newValue,
    'source.ip': 'azure.auditlogs.properties.initiated_by.user.ipAddress',
    'user.email': 'user.name',
  },
}
