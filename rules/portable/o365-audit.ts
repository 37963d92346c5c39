// The unified audit log of Microsoft 365 as the integration `o365` stores it.
import { words } from '../../mappings/fields/field.ts'
import { accessByOperation, operationTables } from '../../mappings/vendors/m365/operations.ts'
import { containsOneOf, type DirectoryLog, directoryAnswers, microsoftClients, spellings } from './directory.ts'
import { allOf, always, anyOf, dropped, leaf, losing, missing, type Native, noneOf, oneOf, quoted } from './native.ts'
import { permissionNames } from './permissions.ts'
import { programKindAnswer } from './program-kind.ts'
import { type Answer, ask, type Context, isAsked, type NativeSource, valuesOf, when } from './question.ts'

/** Returns the field with a property's new value. The integration replaces blanks and dots in the name with `_`. */
const newValue = (property: string) => `o365.audit.ModifiedProperties.${property.replace(/[ .]/g, '_')}.NewValue`

const applicationId = 'o365.audit.ObjectId'
/** The application of a token. Some records of Exchange and SharePoint only contain the older fields. */
const tokenClient = 'o365.audit.AppAccessContext.ClientAppId'
const exchangeClient = 'o365.audit.ClientAppId'
const sharePointClient = 'o365.audit.ApplicationId'
const isAppOnly = anyOf([leaf('o365.audit.UserType: "5"'), leaf('user.id: "app@sharepoint"')])

const isServicePrincipal = leaf('o365.audit.Target.ID: ServicePrincipal_*')

const log: DirectoryLog = {
  spell: (name) => spellings(name, ['.', '']),
  after: (property, texts) => containsOneOf(newValue(property), texts),
  has: (property) => leaf(`${newValue(property)}: *`),
  role: (roles) =>
    oneOf(
      newValue('Role.DisplayName'),
      roles.map(({ name }) => quoted(name)),
    ),
  permission: (least) => oneOf(newValue('AppRole.Value'), permissionNames('application', least).map(quoted)),
  targetIsApplication: isServicePrincipal,
  holderIsApplication: isServicePrincipal,
  actorIsApplication: leaf('o365.audit.Actor.ID: ServicePrincipal_*'),
  actorIs: (services) =>
    oneOf(
      'o365.audit.Actor.ID',
      services.map(({ id }) => quoted(id)),
    ),
  actorIsGuest: leaf('user.id: (*#EXT#* or *#ext#*)'),
  targetIsGuest: leaf(`${applicationId}: *#EXT#*`),
  targetName: (value) => leaf(`o365.audit.Target.ID: ${value}`),
  app: (ids, { acts }) => {
    if (acts.includes('delegated_grant')) return missing('the client id of the application')
    const ofGrant = acts.includes('app_role_grant') ? [newValue('ServicePrincipal.AppId')] : []
    const ofTarget = acts.some((act) => act !== 'app_use' && act !== 'app_role_grant') ? [applicationId] : []
    return anyOf([
      ...[...ofTarget, ...ofGrant].map((field) => oneOf(field, ids.map(quoted))),
      ...(acts.includes('app_use') ? [clientIs(ids)] : []),
    ])
  },
}

const directory = directoryAnswers(log)

/** Record types by the kind of data that an application uses. */
const codes: Readonly<Record<string, readonly string[]>> = {
  mail: ['ExchangeItem', 'ExchangeItemGroup', 'ExchangeItemAggregated'],
  file: words(`
    SharePoint SharePointFileOperation SharePointSharingOperation SharePointListOperation SharePointListItemOperation
    SharePointContentTypeOperation SharePointFieldOperation
  `),
  chat: ['MicrosoftTeams'],
  admin: ['ExchangeAdmin'],
}

/** Whether a record names the client in a field. Cmdlets of services contain an empty text. */
const hasClient = (field: string): Native => leaf(`${field}: *-*`)

/** The application of a use is one of these. The application of the token takes precedence over the older fields. */
function clientIs(ids: readonly string[]): Native {
  const values = ids.map(quoted)
  const older = anyOf([oneOf(exchangeClient, values), oneOf(sharePointClient, values)])
  return anyOf([oneOf(tokenClient, values), allOf([noneOf(hasClient(tokenClient)), older])])
}

/** A record about the use of data contains the client. */
const use = allOf([
  oneOf('event.code', Object.values(codes).flat()),
  anyOf([tokenClient, exchangeClient, sharePointClient].map(hasClient)),
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
  const clients = microsoftClients()
  const service = leaf('o365.audit.ClientInfoString: Client=REST;Client=RESTSystem*')
  return losing(anyOf([clientIs(clients), service]), `knows only ${clients.length} of Microsoft's own applications`)
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

const textConditions = ['BodyContainsWords', 'SubjectContainsWords', 'SubjectOrBodyContainsWords']
const meaninglessNames = words('. .. ... .... , ,, ,,, ; ;; ;;; - -- _ / a aa 1')

/** Parts of the names of folders. */
const folderParts: Readonly<Record<string, readonly string[]>> = {
  deleted: ['Deleted', 'Gelöscht', 'supprimés'],
  rss: ['RSS'],
  conversations: ['Conversation', 'conversations', 'unterhaltungen'],
  sync_issues: ['Sync Issues'],
  archive: ['Archiv'],
  junk: ['Junk', 'indésirable'],
  notes: ['Notes', 'Notizen'],
}

/** Parts of words, in the spellings that one pattern cannot contain. */
const topicParts: Readonly<Record<string, readonly string[]>> = {
  money: words('nvoice INVOICE ayment PAYMENT ayroll emittance bank Bank wire Wire echnung berweisung'),
  security: words('ecurity assword hacked phish Phish uspicious raud'),
  warning: words('alert Alert arning'),
}

/** Returns the field that contains the application; undefined if the acts use different fields. */
function applicationField({ acts, kinds }: Context): string | undefined {
  const ofTarget = acts.every((act) => /^(?:consent|app_register|sp_add|credential_add|sp_enable)$/.test(act))
  if (acts.length > 0 && ofTarget) return applicationId
  if (acts.length === 0 || !acts.every((act) => act === 'app_use')) return undefined
  if (kinds.length > 0 && kinds.every((kind) => kind === 'mail')) return exchangeClient
  return kinds.length > 0 && kinds.every((kind) => kind === 'file') ? sharePointClient : tokenClient
}

const forwardedTo = 'o365.audit.Parameters.ForwardingSmtpAddress'

const onlyWith = (member: string) => `finds only records that name the application in \`${member}\``

const setMailbox = leaf('event.action: "Set-Mailbox"')

const mailboxChanges: Readonly<Record<string, Native>> = {
  access_given: anyOf([
    oneOf(
      'event.action',
      ['MailboxPermission', 'RecipientPermission', 'MailboxFolderPermission'].map((noun) => quoted(`Add-${noun}`)),
    ),
    allOf([
      leaf('event.action: "Set-MailboxFolderPermission"'),
      noneOf(oneOf('o365.audit.Parameters.AccessRights', ['None', 'AvailabilityOnly', 'LimitedDetails'].map(quoted))),
    ]),
    allOf([setMailbox, leaf('o365.audit.Parameters.GrantSendOnBehalfTo: *')]),
  ]),
  forwarding_set: allOf([setMailbox, leaf(`${forwardedTo}: *`)]),
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
      acts.includes('app_use') && asked.kind === 'is' ? clientIs(asked.values) : undefined,
    'oauth.grant.app_only': when({ true: isAppOnly, false: noneOf(isAppOnly) }),
    // The parameter contains a prefix: `smtp:archive@example.com`.
    'email.to.address': (asked) => (asked.kind === 'exists' ? leaf(`${forwardedTo}: *`) : undefined),
    'oauth.role.name': (asked, context) =>
      asked.kind === 'exists' && context.acts.includes('app_role_grant')
        ? leaf('event.action: "New-ManagementRoleAssignment"')
        : undefined,
    'saas.mailbox.change': (asked) => mailboxChanges[valuesOf(asked).join()],
    // The edition counts accounts that change mailboxes, so it needs no distinction.
    'saas.mailbox.own': when({ true: always }),
    'saas.mail_rule.conditions': hasText(...textConditions),
    'saas.mail_rule.meaningless_name': (asked) =>
      isAsked(asked, 'true')
        ? losing(
            mailRule(['Name'], (field) => oneOf(field, meaninglessNames.map(quoted))),
            'knows only the most frequent meaningless names',
          )
        : undefined,
    'saas.mail_rule.folder_kind': (asked) => {
      if (asked.kind === 'exists') return mailRule(['MoveToFolder'], (field) => leaf(`${field}: *`))
      const parts = valuesOf(asked).flatMap((kind) => folderParts[kind] ?? [])
      return parts.length === 0
        ? undefined
        : losing(
            mailRule(['MoveToFolder'], (field) => containsOneOf(field, parts)),
            'knows folders only by parts of their names in English, French and German',
          )
    },
    'saas.mail_rule.topic': (asked) => {
      const parts = (asked.kind === 'exists' ? Object.keys(topicParts) : valuesOf(asked)).flatMap(
        (topic) => topicParts[topic] ?? [],
      )
      return parts.length === 0
        ? undefined
        : losing(
            mailRule(textConditions, (field) => containsOneOf(field, parts)),
            'finds topics by parts of words, in English and German, and not in addresses',
          )
    },
    'saas.mail_rule.delete': isSet('DeleteMessage'),
    'saas.mail_rule.mark_read': isSet('MarkAsRead'),
    'saas.mail_rule.move_to': hasText('MoveToFolder'),
    'saas.mail_rule.name': hasText('Name'),
    'saas.program.kind': programKindAnswer,
  },
  stands: {
    'service.id': applicationField,
    'oauth.app.id': applicationField,
    'oauth.account.id': () => 'user.id',
    'oauth.activity.kind': () => 'event.code',
    'email.to.address': () => forwardedTo,
    'saas.mailbox.name': () => 'user.id',
  },
  partial: {
    [tokenClient]: onlyWith('AppAccessContext.ClientAppId'),
    [exchangeClient]: onlyWith('ClientAppId'),
    [sharePointClient]: onlyWith('ApplicationId'),
    [forwardedTo]:
      'compares forwarding addresses in the spelling of the administrator, and only those of `Set-Mailbox`',
  },
  reads: {
    'email.to.address': forwardedTo,
    'oauth.account.name': 'user.id',
    'oauth.action': 'event.action',
    'oauth.app.id': `o365.audit.ObjectId; for the use of data ${tokenClient}, ${exchangeClient} or ${sharePointClient}`,
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
