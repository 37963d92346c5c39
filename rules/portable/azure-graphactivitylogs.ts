// Calls of Microsoft Graph as the integration `azure` stores them. The pipeline interprets the URL of a call. A
// portable rule can only compare parts of `url.path`, in the spelling of Microsoft's documentation.
import { words } from '../../mappings/fields/field.ts'
import { isKnownAbused, microsoftClients } from './directory.ts'
import { allOf, anyOf, leaf, losing, missing, type Native, never, noneOf, oneOf, quoted } from './native.ts'
import { permissionNames } from './permissions.ts'
import { programKindAnswer } from './program-kind.ts'
import { type Answer, ask, isAsked, type NativeSource, valuesOf, when } from './question.ts'
import { rankAnswer, tierAnswer } from './tiers.ts'

const properties = 'azure.graphactivitylogs.properties'
const appId = `${properties}.app_id`
const path = 'url.path'
const verb = 'http.request.method'

const bySpelling = 'recognizes calls by the usual spelling of their address'

const inPath = (names: readonly string[]): Native =>
  oneOf(
    path,
    names.map((name) => `*/${name}*`),
  )
const endsWith = (names: readonly string[]): Native =>
  oneOf(
    path,
    names.map((name) => `*/${name}`),
  )

/** Parts of the URL for each kind of data. */
export const graphSegments = {
  mail: ['messages', 'mailFolders', 'sendMail', 'mailboxSettings', 'conversations', 'threads'],
  file: ['drive', 'sites', 'shares'],
  calendar: ['calendar', 'events', 'onlineMeetings'],
  contacts: ['contacts', 'contactFolders', 'people'],
  chat: ['chats', 'teams', 'channels', 'joinedTeams', 'interactionHistory'],
  directory: words('users groups applications servicePrincipals oauth2PermissionGrants devices directoryObjects'),
  admin: ['auditLogs', 'security', 'roleManagement', 'directoryRoles', 'organization'],
  policy: ['policies', 'identity', 'domains'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type Kind = keyof typeof graphSegments

const isKind = (name: string): name is Kind => Object.hasOwn(graphSegments, name)

/** Kinds of data after a user or group in a URL: `/users/{id}/messages` is mail, `/chats/{id}/messages` is a chat. */
const inner: readonly Kind[] = ['mail', 'file', 'calendar', 'contacts', 'chat']

function ofKind(kind: Kind): Native {
  const own = inPath(graphSegments[kind])
  if (kind === 'directory') return allOf([own, noneOf(inPath(inner.flatMap((each) => [...graphSegments[each]])))])
  return kind === 'mail' ? allOf([own, noneOf(inPath(graphSegments.chat))]) : own
}

/** Parts of a URL for which a change is a change of permissions. */
const permissionParts = words(`
  addKey addPassword appRoleAssignedTo appRoleAssignments federatedIdentityCredentials oauth2PermissionGrants owners
  permissions roleAssignments
`)

const sending = ['sendMail', 'send', 'reply', 'replyAll', 'forward']

const reads = leaf(`${verb}: ("GET" or "HEAD")`)

/** The kinds of access that the HTTP method and the end of the URL show; lists and single objects look the same. */
const accesses: Readonly<Record<string, Native>> = {
  list: reads,
  read: reads,
  sync: reads,
  export: reads,
  send: allOf([leaf(`${verb}: "POST"`), endsWith(sending)]),
  permission: allOf([leaf(`${verb}: ("POST" or "PUT" or "PATCH" or "DELETE")`), inPath(permissionParts)]),
  delete: leaf(`${verb}: "DELETE"`),
  write: leaf(`${verb}: ("POST" or "PUT" or "PATCH")`),
}

const isAppOnly = noneOf(leaf('user.id: *'))

/** A program in a browser makes its calls from the device of its user, so its networks are excluded. */
export const appsAlone = 'compares networks of applications that act as themselves only'

const held: Answer = (asked) =>
  asked.kind === 'is' || asked.kind === 'like'
    ? anyOf([leaf(ask(`${properties}.scopes`, asked)), leaf(ask(`${properties}.roles`, asked))])
    : undefined

const tier = (least: 'critical' | 'high' | 'medium'): Native =>
  losing(
    anyOf([
      oneOf(`${properties}.scopes`, permissionNames('delegated', least).map(quoted)),
      oneOf(`${properties}.roles`, permissionNames('application', least).map(quoted)),
    ]),
    'knows only the permissions that are listed with their tier',
  )

const status = 'http.response.status_code'

export const azureGraphactivitylogs: NativeSource = {
  title: 'azure.graphactivitylogs',
  answers: {
    'saas.program.kind': programKindAnswer,
    'event.outcome': when({ success: leaf(`${status} < 400`), failure: leaf(`${status} >= 400`) }),
    'oauth.action': (asked) => {
      if (asked.kind === 'exists') return leaf(`${appId}: *`)
      return valuesOf(asked).includes('app_use') ? leaf(`${appId}: *`) : never
    },
    'oauth.activity.access': (asked) => {
      const values = valuesOf(asked)
      return values.length === 0
        ? undefined
        : losing(anyOf(values.map((value) => accesses[value] ?? missing(`calls of the kind ${value}`))), bySpelling)
    },
    'oauth.activity.kind': (asked) => {
      const kinds = valuesOf(asked).filter(isKind)
      return kinds.length === 0 ? undefined : losing(anyOf(kinds.map(ofKind)), bySpelling)
    },
    // In this field, the pipeline stores the HTTP method and the URL without IDs.
    'oauth.activity.method': (asked) => {
      const part = asked.kind === 'like' ? /^\*(\w+)\*$/.exec(asked.pattern)?.[1] : undefined
      if (part !== undefined) return losing(inPath([part]), bySpelling)
      const of = asked.kind === 'like' ? /^([A-Z]+)(?: |\*)\*?$/.exec(asked.pattern)?.[1] : undefined
      return of === undefined ? undefined : leaf(`${verb}: ${quoted(of)}`)
    },
    'oauth.app.first_party': (asked) => {
      const clients = microsoftClients()
      return isAsked(asked, 'true')
        ? losing(oneOf(appId, clients.map(quoted)), `knows only ${clients.length} of Microsoft's own applications`)
        : undefined
    },
    'oauth.app.id': (asked) => leaf(ask(appId, asked)),
    'oauth.app.known_abused': isKnownAbused(appId),
    'oauth.grant.app_only': when({ true: isAppOnly, false: leaf('user.id: *') }),
    'oauth.grant.scopes': held,
    'oauth.grant.tier': tierAnswer(tier),
    'oauth.grant.tier_rank': rankAnswer(tier),
  },
  stands: {
    'service.id': () => appId,
    'oauth.app.id': () => appId,
    'oauth.account.id': () => 'user.id',
    'organization.id': () => 'azure.tenant_id',
  },
  onServer: losing(isAppOnly, appsAlone),
  reads: {
    'oauth.account.name': 'user.id (the object ID)',
    'oauth.activity.access': verb,
    'oauth.activity.kind': path,
    'oauth.activity.method': `${verb} and ${path}`,
    'oauth.app.id': appId,
    'oauth.grant.scopes': `${properties}.scopes or ${properties}.roles`,
  },
}
