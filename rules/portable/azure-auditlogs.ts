// Entra's own audit log as the integration `azure` stores it: targets and changed properties have numbers as names. A
// test of a property needs its name and its value under the same number; Kibana finds a name with `*` only together with
// a value that has a wildcard.
import { consentedPermissions, containsOneOf, type DirectoryLog, directoryAnswers, spellings } from './directory.ts'
import { allOf, anyOf, leaf, losing, missing, type Native, oneOf, quoted } from './native.ts'
import { partsOf } from './permissions.ts'
import { ask, type NativeSource } from './question.ts'

const properties = 'azure.auditlogs.properties'
const actor = `${properties}.initiated_by`
const target = `${properties}.target_resources.0`
const changes = `${target}.modified_properties`
const newValue = `${changes}.*.new_value`

/** Acts on an application that is their target. */
const ofTarget = /^(?:consent|app_register|sp_add|credential_add|sp_enable)$/

/** Each changed property that a rule reads makes its query longer. */
const mostChanges = 10
/** The records of a grant begin with the permission. A list of permissions is long. */
const mostGrants = 3

/** The value of a property passes a test. */
function changed(property: string, test: (field: string) => Native, most = mostChanges): Native {
  return anyOf(
    Array.from({ length: most }, (_, number) =>
      allOf([leaf(`${changes}.${number}.display_name: ${quoted(property)}`), test(`${changes}.${number}.new_value`)]),
    ),
  )
}

function after(property: string, texts: readonly string[]): Native {
  // Only this property has texts with the names of their members.
  if (property === consentedPermissions) return containsOneOf(newValue, texts)
  if (property === 'DelegatedPermissionGrant.Scope')
    return changed(property, (field) => containsOneOf(field, texts), mostGrants)
  const found = changed(property, (field) => containsOneOf(field, texts))
  return property === 'MethodExecutionResult.'
    ? anyOf([found, containsOneOf(`${properties}.result_reason`, texts)])
    : losing(found, `reads only the first ${mostChanges} changed properties of a record`)
}

const log: DirectoryLog = {
  spell: (name) => spellings(name, ['']),
  after,
  has: (property) => leaf(`${changes}.*.display_name: ${property.replace(/\s+/g, '*')}*`),
  // The names of roles have blanks, and a pattern with `*` for a blank finds other roles as well.
  role: (roles) =>
    oneOf(
      newValue,
      roles.map(({ templateId }) => `*${templateId}*`),
    ),
  permission: (least) =>
    losing(
      changed('AppRole.Value', (field) => containsOneOf(field, partsOf('application', least)), mostGrants),
      'finds permissions by parts of their names: see "Permissions as patterns"',
    ),
  targetIsApplication: leaf(`${target}.type: "ServicePrincipal"`),
  // Privileged Identity Management lists the holder after the role and the request.
  holderIsApplication: leaf(`${properties}.target_resources.*.type: ServicePrincipal*`),
  actorIsApplication: leaf(`${actor}.app.servicePrincipalId: *`),
  actorIs: (services) =>
    oneOf(
      `${actor}.app.displayName`,
      services.flatMap(({ names }) => names.map(quoted)),
    ),
  actorIsGuest: leaf(`${actor}.user.userPrincipalName: (*#EXT#* or *#ext#*)`),
  targetIsGuest: leaf(`${target}.user_principal_name: *#EXT#*`),
  targetName: (value) => leaf(`${target}.display_name: ${value}`),
  // The record of a grant contains the client ID of the resource API here.
  app: (ids, { acts }) =>
    acts.length > 0 && acts.every((act) => ofTarget.test(act))
      ? oneOf(`${properties}.additional_details.value`, ids.map(quoted))
      : missing('the client id of the application'),
}

const userName = `${actor}.user.userPrincipalName`

export const azureAuditlogs: NativeSource = {
  title: 'azure.auditlogs',
  answers: {
    ...directoryAnswers(log),
    'user.email': (asked) => leaf(ask(userName, asked)),
    'user.id': (asked) => leaf(ask(`${actor}.user.id`, asked)),
  },
  stands: {
    'service.id': ({ acts }) =>
      acts.length > 0 && acts.every((act) => ofTarget.test(act)) ? `${target}.id` : undefined,
    'user.email': () => userName,
    'user.id': () => `${actor}.user.id`,
    'organization.id': () => 'azure.tenant_id',
  },
  reads: {
    'oauth.account.name': userName,
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
    'oauth.role.name': `${newValue}, or ${target}.display_name`,
    'source.ip': `${actor}.user.ipAddress`,
    'user.email': userName,
    'user.id': `${actor}.user.id`,
  },
}
