// The unified audit log of Microsoft 365 as the integration `o365` stores it.
import { words } from '../../mappings/fields/field.ts'
import { accessByOperation, operationTables } from '../../mappings/vendors/m365/operations.ts'
import { containsOneOf, type DirectoryLog, directoryAnswers, microsoftClients, spellings } from './directory.ts'
import { allOf, anyOf, dropped, leaf, losing, missing, type Native, noneOf, oneOf, quoted } from './native.ts'
import { permissionNames } from './permissions.ts'
import { type Answer, ask, type Context, isAsked, type NativeSource, valuesOf, when } from './question.ts'

/** Returns the field with a property's new value. The integration replaces blanks and dots in the name with `_`. */
const newValue = (property: string) => `o365.audit.ModifiedProperties.${property.replace(/[ .]/g, '_')}.NewValue`

const applicationId = 'o365.audit.ObjectId'
const exchangeClient = 'o365.audit.ClientAppId'
/** The field that Exchange and SharePoint both write if an application used a token. */
const tokenClient = 'o365.audit.AppAccessContext.ClientAppId'
const sharePointClient = 'o365.audit.ApplicationId'
const isAppOnly = anyOf([leaf('o365.audit.UserType: "5"'), leaf('user.id: "app@sharepoint"')])

const log: DirectoryLog = {
  spell: (name) => spellings(name, ['.', '']),
  after: (property, texts) => containsOneOf(newValue(property), texts),
  has: (property) => leaf(`${newValue(property)}: *`),
  isOneOf: (property, names) => oneOf(newValue(property), names.map(quoted)),
  permission: (least) => oneOf(newValue('AppRole.Value'), permissionNames('application', least).map(quoted)),
  targetIsApplication: leaf('o365.audit.Target.ID: ServicePrincipal_*'),
  actorIsApplication: leaf('o365.audit.Actor.ID: ServicePrincipal_*'),
  targetIsGuest: leaf(`${applicationId}: *#EXT#*`),
  targetName: (value) => leaf(`o365.audit.Target.ID: ${value}`),
  app: (ids, { acts }) => {
    if (acts.includes('delegated_grant')) return missing('the client id of the application')
    const ofGrant = acts.includes('app_role_grant') ? [newValue('ServicePrincipal.AppId')] : []
    const ofTarget = acts.some((act) => act !== 'app_use' && act !== 'app_role_grant') ? [applicationId] : []
    const ofUse = acts.includes('app_use') ? [exchangeClient, sharePointClient] : []
    return anyOf([...ofTarget, ...ofGrant, ...ofUse].map((field) => oneOf(field, ids.map(quoted))))
  },
}

const directory = directoryAnswers(log)

/** Record types by the kind of data that an application uses. */
const codes: Readonly<Record<string, readonly string[]>> = {
  mail: ['ExchangeItem', 'ExchangeItemGroup', 'ExchangeItemAggregated'],
  file: words(`
    SharePoint SharePointFileOperation SharePointSharingOperation SharePointListOperation SharePointListItemOperation
  `),
  chat: ['MicrosoftTeams'],
  admin: ['ExchangeAdmin'],
}

const inExchange = anyOf([oneOf('event.code', [...(codes.mail ?? []), ...(codes.admin ?? [])])])

/** A record about the use of data contains the client. */
const use = anyOf([
  allOf([inExchange, leaf(`${exchangeClient}: *`)]),
  allOf([oneOf('event.code', codes.file ?? []), leaf(`${sharePointClient}: *`)]),
])

/** The exact spellings of operations: the access table contains only a normalized form. */
const names = operationTables.flatMap(({ rows }) => Object.keys(rows))

function accessQuery(values: readonly string[]): Native {
  const found = names.filter((name) => values.includes(accessByOperation.get(name.toLowerCase()) ?? ''))
  return oneOf('event.action', found.map(quoted))
}

const firstParty: Answer = (asked, context) => {
  if (!context.acts.includes('app_use')) return directory['oauth.app.first_party']?.(asked, context)
  if (!isAsked(asked, 'true')) return undefined
  const ids = microsoftClients().map(quoted)
  const service = leaf('o365.audit.ClientInfoString: Client=REST;Client=RESTSystem*')
  const lost = `knows only ${ids.length} of Microsoft's own applications`
  const known = anyOf([oneOf(exchangeClient, ids), oneOf(sharePointClient, ids), service])
  return known.kind === 'query' ? { ...known, lost: [lost] } : known
}

/** Returns a condition on the parameters of a cmdlet for mail rules. Outlook saves its rules in another format. */
const mailRule = (parameters: readonly string[], ask: (field: string) => Native): Native =>
  losing(
    anyOf(parameters.map((name) => ask(`o365.audit.Parameters.${name}`))),
    'does not know mail rules that Outlook saves (`UpdateInboxRules`)',
  )

const isSet =
  (...parameters: readonly string[]): Answer =>
  (asked) =>
    isAsked(asked, 'true') ? mailRule(parameters, (field) => oneOf(field, [quoted('True'), quoted('true')])) : undefined

const hasText =
  (...parameters: readonly string[]): Answer =>
  (asked) =>
    mailRule(parameters, (field) => leaf(ask(field, asked)))

/** Returns the field that contains the application; undefined if the acts use different fields. */
function applicationField({ acts, kinds }: Context): string | undefined {
  const ofTarget = acts.every((act) => /^(?:consent|app_register|sp_add|credential_add|sp_enable)$/.test(act))
  if (acts.length > 0 && ofTarget) return applicationId
  if (acts.length === 0 || !acts.every((act) => act === 'app_use')) return undefined
  if (kinds.length > 0 && kinds.every((kind) => kind === 'mail')) return exchangeClient
  return kinds.length > 0 && kinds.every((kind) => kind === 'file') ? sharePointClient : tokenClient
}

export const o365Audit: NativeSource = {
  title: 'o365.audit',
  answers: {
    ...directory,
    'oauth.action': (asked, context) => {
      const acts = valuesOf(asked)
      if (!acts.includes('app_use') && !acts.includes('app_role_grant'))
        return directory['oauth.action']?.(asked, context)
      const exchangeRole = allOf([
        leaf('event.action: "New-ManagementRoleAssignment"'),
        leaf('o365.audit.Parameters.App: *'),
      ])
      const others = acts.filter((act) => act !== 'app_use' && act !== 'app_sign_in')
      const parts = [
        ...(others.length > 0
          ? [directory['oauth.action']?.({ kind: 'is', values: others }, context) ?? dropped()]
          : []),
        ...(acts.includes('app_role_grant') ? [exchangeRole] : []),
        ...(acts.includes('app_use') ? [use] : []),
      ]
      return anyOf(parts)
    },
    'oauth.activity.access': (asked) => {
      const values = valuesOf(asked)
      return values.length === 0 ? undefined : accessQuery(values)
    },
    'oauth.activity.kind': (asked) => {
      const found = valuesOf(asked).flatMap((kind) => codes[kind] ?? [])
      return found.length === 0 ? undefined : oneOf('event.code', found)
    },
    'oauth.app.first_party': firstParty,
    'oauth.app.id': (asked, { acts }) =>
      acts.includes('app_use') && asked.kind === 'is'
        ? anyOf([oneOf(exchangeClient, asked.values.map(quoted)), oneOf(sharePointClient, asked.values.map(quoted))])
        : undefined,
    'oauth.grant.app_only': when({ true: isAppOnly, false: noneOf(isAppOnly) }),
    'oauth.role.name': (asked, context) =>
      asked.kind === 'exists' && context.acts.includes('app_role_grant')
        ? leaf('event.action: "New-ManagementRoleAssignment"')
        : undefined,
    'saas.mail_rule.conditions': hasText('BodyContainsWords', 'SubjectContainsWords', 'SubjectOrBodyContainsWords'),
    'saas.mail_rule.delete': isSet('DeleteMessage'),
    'saas.mail_rule.mark_read': isSet('MarkAsRead'),
    'saas.mail_rule.move_to': hasText('MoveToFolder'),
    'saas.mail_rule.name': hasText('Name'),
  },
  stands: {
    'service.id': applicationField,
    'oauth.app.id': applicationField,
    'oauth.account.id': () => 'user.id',
    'oauth.activity.kind': () => 'event.code',
  },
  reads: {
    'oauth.account.name': 'user.id',
    'oauth.action': 'event.action',
    'oauth.app.id': 'o365.audit.ObjectId, or o365.audit.ClientAppId where an application reads data',
    'oauth.app.name': 'o365.audit.Target.ID',
    'oauth.credential.id': 'o365.audit.ModifiedProperties.KeyDescription.NewValue',
    'oauth.credential.kind': 'o365.audit.ModifiedProperties.KeyDescription.NewValue',
    'oauth.credential.name': 'o365.audit.ModifiedProperties.KeyDescription.NewValue',
    'oauth.grant.breadth': 'o365.audit.ModifiedProperties.ConsentAction_Permissions.NewValue',
    'oauth.grant.scopes': 'o365.audit.ModifiedProperties.ConsentAction_Permissions.NewValue or AppRole_Value.NewValue',
    'oauth.owner.name': 'o365.audit.ObjectId',
    'oauth.redirect.added': 'o365.audit.ModifiedProperties.AppAddress.NewValue',
    'oauth.role.name': 'o365.audit.ModifiedProperties.Role_DisplayName.NewValue',
    'saas.mail_rule.conditions': 'o365.audit.Parameters.SubjectOrBodyContainsWords and similar parameters',
    'saas.mail_rule.name': 'o365.audit.Parameters.Name',
  },
}
