// Derives the effect of a Microsoft Graph or Azure AD Graph call from method and URL: account, kind of data and access.
import type { OauthGroup } from '../../../fields/document.ts'
import { groupByWord, words } from '../../../fields/field.ts'

type Activity = NonNullable<OauthGroup['activity']>
type Kind = NonNullable<Activity['kind']>
type Access = NonNullable<Activity['access']>

export interface GraphCall {
  readonly kind: Kind
  readonly access?: Access
  /** `GET /users/{id}/messages`: the call without IDs, so that all calls of one kind have the same value. */
  readonly method: string
  /** The user ID or user name after `/users/`. */
  readonly owner?: string
}

/**
 * Known names of URL segments by their lower case. A URL may have any case; queries compare the documented one.
 */
const documented = new Map<string, string>()

function lower(names: string): string {
  for (const name of words(names)) documented.set(name.toLowerCase(), name)
  return names.toLowerCase()
}

const kindBySegment = groupByWord<Kind>({
  mail: lower(
    'messages mailFolders sendMail mailboxSettings inferenceClassification outlook attachments messageRules mailbox conversations threads posts',
  ),
  file: lower('drive drives sites shares lists workbook onenote'),
  calendar: lower(
    'calendar calendars events calendarView calendarGroups getSchedule findMeetingTimes onlineMeetings places',
  ),
  contacts: lower('contacts contactFolders people'),
  chat: lower('chats teams channels joinedTeams teamwork chatMessages interactionHistory'),
  admin: lower(
    'auditLogs security compliance roleManagement directoryRoles directoryRoleTemplates reports deviceManagement identityProtection admin identityGovernance organization tenantDetails',
  ),
  policy: lower(
    'policies identity conditionalAccess domains certificateBasedAuthConfiguration publicKeyInfrastructure deviceManagementScripts deviceHealthScripts deviceShellScripts deviceCustomAttributeShellScripts deviceComplianceScripts initiateOnDemandProactiveRemediation mobileApps deviceConfigurations configurationPolicies groupPolicyConfigurations intents deviceCompliancePolicies deviceEnrollmentConfigurations reusablePolicySettings createInstance',
  ),
  directory: lower(
    'users groups applications servicePrincipals oauth2PermissionGrants appRoleAssignments appRoleAssignedTo devices deviceLocalCredentials recoveryKeys directory directoryObjects contracts administrativeUnits memberOf transitiveMemberOf members owners manager directReports invitations',
  ),
  identity: lower('me authentication'),
})

const setOf = (names: string): ReadonlySet<string> => new Set(words(lower(names)))

/** URL segments for which a change affects permissions. */
const permissionSegments = setOf(
  'permissions createLink invite oauth2PermissionGrants appRoleAssignments appRoleAssignedTo addPassword addKey removePassword removeKey owners members federatedIdentityCredentials roleAssignments roleEligibilityScheduleRequests roleAssignmentScheduleRequests calendarPermissions delegates grant passwordCredentials keyCredentials',
)
/** Commands of Intune that erase the data of a device. */
const eraseSegments = setOf('wipe retire cleanWindowsDevice')
const deleteSegments = setOf('permanentDelete')
/** Calls that export data: Exchange items and the results of an eDiscovery search. */
const exportSegments = setOf('export exportItems exportResult exportReport')
const sendSegments = setOf('sendMail send reply replyAll forward createReplyAndSend sendActivityNotification')
/** Names of POST calls that read data, in addition to the names that `readName` matches. */
const readPosts = groupByWord<Access>({
  list: 'query queries search runhuntingquery getmailtips getschedule findmeetingtimes',
  read: `
    checkmembergroups checkmemberobjects extractsensitivitylabels haspayloadlinks preview translateexchangeids`,
})
/** Names such as `getByIds`, `estimateAccess`, and `validateXml` of the Intune portal. A `verify` or `checkin` changes data. */
const readName = /^(?:get|validate|retrieve|evaluate|estimate|querybyplatform)/
const readPost = (name: string): Access | undefined => readPosts.get(name) ?? (readName.test(name) ? 'read' : undefined)
/** Singular names with a GET that reads one object. */
const singletons: ReadonlySet<string> = new Set(
  words(
    'me drive root photo manager mailboxsettings calendar organization presence outlook settings authorizationpolicy profile',
  ),
)

/** GUIDs, numbers, long texts with digits, and texts with a character that no name contains. */
const idLike = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d+|(?=\D*\d)[\w!=,.-]{24,}|.*[^\w.$-].*)$/is
const version = /^(?:v1\.0|beta)$/i
/** An action of the service: `microsoft.graph.security.exportResult`, or with the alias `graph`. */
const actionPrefix = /^(?:microsoft\.)?graph\.(?:\w+\.)*/
const action = /^(?:microsoft\.)?graph\.[\w.]+$/
const parenthesized = /^([\w.$-]+)\((.*?)\)?$/s
/** A raw path segment. A slash inside parentheses does not end it, as in `getByPath(path='/a/b')`. */
const rawSegment = /(?:\((?:'[^']*'|[^'()])*\)|[^/])+/g
const longestAddress = 8000
const mostSegments = 24

interface Part {
  readonly text: string
  /** The kind of part that the URL syntax shows: a name before parentheses; otherwise the text for a key or a path. */
  readonly is?: 'name' | '{id}' | '{path}'
}

const isKnown = (part: string): boolean => documented.has(part.toLowerCase())

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Clients percent-encode path parameters. Some encode them twice, because Microsoft Graph decodes an encoded slash
 * before it splits the path into segments: https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/4470.
 * An ID may contain a slash: only a text with a known name or with the colon of a path is split.
 */
function decodedSegments(raw: string): string[] {
  const text = decode(decode(raw))
  const parts = raw.includes('/') ? [text] : text.split('/').filter((part) => part !== '')
  return parts.some((part) => isKnown(part) || part.endsWith(':')) ? parts : [text]
}

function segmentsOf(address: string): string[] {
  const query = address.slice(0, longestAddress).split('?', 1)[0] ?? ''
  const scheme = query.indexOf('://')
  const path = scheme < 0 ? query : query.slice(Math.max(query.indexOf('/', scheme + 3), 0))
  const parts = (path.match(rawSegment) ?? []).flatMap(decodedSegments)
  return version.test(parts[0] ?? '') ? parts.slice(1) : parts
}

/**
 * The key in `users('ID')` or `applications(appId='ID')`, which mean `users/ID` and `applications/ID`. Parameters of a
 * function always have names: https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html
 */
function keyOf(name: string, inner: string): string | undefined {
  if (inner === '' || action.test(name)) return undefined
  const [, property, value = ''] = /^(?:(\w+)=)?(.*)$/s.exec(inner) ?? []
  return property === undefined || isKnown(name) ? value.replace(/^'|'$/g, '').replaceAll("''", "'") : undefined
}

function withKey(segment: string): Part[] {
  const [, name, inner = ''] = parenthesized.exec(segment) ?? []
  if (name === undefined) return [{ text: segment }]
  const key = keyOf(name, inner)
  return key === undefined
    ? [{ text: name, is: 'name' }]
    : [
        { text: name, is: 'name' },
        { text: key, is: '{id}' },
      ]
}

/**
 * Colons enclose the path of a file below an item, `root:/Plans/a.docx:/content`; no name of a file contains one:
 * https://learn.microsoft.com/graph/onedrive-addressing-driveitems
 */
function partsOf(segments: readonly string[]): Part[] {
  const parts: Part[] = []
  let isPath = false
  for (const each of segments) {
    // An empty path: `root::/children`.
    const segment = each.replace(/::$/, '')
    const isBound = segment.endsWith(':')
    if (!isPath) parts.push(...withKey(isBound ? segment.slice(0, -1) : segment))
    if (isBound && !isPath) parts.push({ text: '', is: '{path}' })
    if (isBound) isPath = !isPath
  }
  return parts.slice(0, mostSegments)
}

/** An ID follows the name of its collection. A name that is known as a segment is not an ID. */
function isId(part: string, before: string | undefined): boolean {
  if (part.startsWith('$') || action.test(part)) return false
  if (idLike.test(part)) return true
  // The ID of a domain is its name; a site may have the name of its host.
  if ((before === 'sites' || before === 'domains') && part.includes('.')) return true
  return (before === 'users' || before === 'mailfolders') && !kindBySegment.has(part.toLowerCase()) && part !== 'delta'
}

function kindOf(names: readonly string[]): Kind {
  // The outermost name is the least specific: `/users/{id}/messages` is mail, `/groups/{id}/drive` is files.
  const [first, ...rest] = names
  const inner = rest.map((name) => kindBySegment.get(name))
  const outer = first === undefined ? undefined : kindBySegment.get(first)
  if (outer !== undefined && outer !== 'directory' && outer !== 'identity') {
    if (outer === 'admin' && inner.includes('policy')) return 'policy'
    const isCalendarOrMail = inner.find((kind) => kind === 'calendar')
    return outer === 'mail' && isCalendarOrMail !== undefined ? 'calendar' : outer
  }
  const data = inner.find((kind) => kind !== undefined && kind !== 'directory' && kind !== 'identity')
  return data ?? inner.find((kind) => kind === 'directory') ?? outer ?? 'other'
}

function readAccess(names: readonly string[], endsInId: boolean, parameters: string): Access {
  const last = names.at(-1) ?? ''
  if (names.includes('delta') || /[?&](?:\$|%24)?deltatoken=/i.test(parameters)) return 'sync'
  if (exportSegments.has(last)) return 'export'
  if (endsInId || last.startsWith('$') || last === 'content' || singletons.has(last)) return 'read'
  return 'list'
}

function postAccess(names: readonly string[]): Access | undefined {
  const last = names.at(-1) ?? ''
  const read = readPost(last)
  if (last === '$batch' || read !== undefined) return read
  if (names.some((name) => permissionSegments.has(name))) return 'permission'
  const isChat = (names.includes('chats') || names.includes('channels')) && (last === 'messages' || last === 'replies')
  if (sendSegments.has(last) || isChat) return 'send'
  if (deleteSegments.has(last) || (names[0] === 'devicemanagement' && eraseSegments.has(last))) return 'delete'
  return exportSegments.has(last) ? 'export' : 'write'
}

function accessOf(verb: string, names: readonly string[], endsInId: boolean, parameters: string): Access | undefined {
  switch (verb) {
    case 'GET':
    case 'HEAD':
      return readAccess(names, endsInId, parameters)
    case 'POST':
      return postAccess(names)
    case 'PUT':
    case 'PATCH':
      return names.some((name) => permissionSegments.has(name)) ? 'permission' : 'write'
    case 'DELETE':
      return names.some((name) => permissionSegments.has(name)) ? 'permission' : 'delete'
    default:
      return undefined
  }
}

/** `/copilot/users/{id}/interactionHistory`: what a user asked Copilot. */
const isCopilot = (names: readonly string[]): boolean => names.length === 2 && names[0] === 'copilot'

function readCall(verb: string, segments: readonly string[], parameters: string): GraphCall {
  const names: string[] = []
  const shown: string[] = []
  let owner: string | undefined
  let endsInId = false
  for (const { text, is } of partsOf(segments)) {
    const before = names.at(-1)
    endsInId = is === undefined ? !(endsInId && !idLike.test(text)) && isId(text, before) : is !== 'name'
    if (endsInId) {
      if (before === 'users' && (names.length === 1 || isCopilot(names))) owner ??= text
      shown.push(is === '{path}' ? is : '{id}')
      continue
    }
    const name = text.toLowerCase()
    names.push(name.replace(actionPrefix, ''))
    shown.push(name.startsWith('$') ? name : (documented.get(name) ?? text))
  }
  const upper = verb.toUpperCase()
  const access = accessOf(upper, names, endsInId, parameters)
  return {
    kind: kindOf(names),
    method: `${upper} /${shown.join('/')}`,
    ...(access !== undefined && { access }),
    ...(owner !== undefined && { owner: owner.toLowerCase() }),
  }
}

/** Reads a call; an unknown address gives `other`. */
export function readGraphCall(verb: string, address: string): GraphCall {
  return readCall(verb, segmentsOf(address), address.slice(0, longestAddress))
}

/** Azure AD Graph marks presumed personal data in a URL with these tags. */
const personalMark = /<\/?pii>/gi
/** The start of an address: the version of the service, then the tenant as an id, a domain or an alias. */
const legacyVersion = /^v\d+$/i
const tenantAlias = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|myorganization|[^/@]+\.[a-z]{2,})$/i

const ownKinds: ReadonlySet<Kind> = new Set(['admin', 'policy', 'identity'])

/** Reads a call of Azure AD Graph. Its URLs begin with the tenant: `/v2/{tenant}/users`. */
export function readLegacyGraphCall(verb: string, address: string): GraphCall {
  const text = address.slice(0, longestAddress).replace(personalMark, '')
  const [path = '', parameters = ''] = text.split('?', 2)
  const parts = segmentsOf(path)
  if (legacyVersion.test(parts[0] ?? '')) parts.shift()
  if (tenantAlias.test(parts[0] ?? '')) parts.shift()
  const call = readCall(verb, parts, `?${parameters}`)
  // Azure AD Graph provides only directory data. Its contacts are the organization's contacts.
  return { ...call, kind: ownKinds.has(call.kind) ? call.kind : 'directory' }
}
