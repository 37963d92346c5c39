// Identifies an object's wrapper or native record by shape, never by topic or file name. The first matching row wins.
import { isObject, type Json, type JsonObject, listsObject } from '../../mappings/kernel/json.ts'
import type { NativeKind } from '../outcome.ts'
import { isAdminConsoleRow, takeAdminConsoleRow } from './admin-console-csv.ts'
import { failApiError, failPartialAnswer, faultMembers, isApiError } from './api-error.ts'
import {
  isTranslatedRow,
  takeAuditDataRow,
  takeAuditSearchRecord,
  takeLowerCamelAudit,
  takeNativeAudit,
  takeOfficeActivity,
  takeTranslatedRow,
} from './audit-data.ts'
import { isBigQueryResult, isBigQueryRow, takeBigQueryResult, takeBigQueryRow } from './big-query.ts'
import { takeCloudLogEntry } from './cloud-logging.ts'
import { isDefenderRow, takeDefenderRow } from './defender.ts'
import { isRisk, takeDiagnosticRecord, takeRisk, takeSignIn } from './entra.ts'
import { isPortalAuditRow, isPortalSignInRow, takePortalAuditRow, takePortalSignInRow } from './entra-csv.ts'
import { isGmailRow, takeGmailRow } from './gmail-log.ts'
import { takeActivity } from './google.ts'
import { isDirectoryObject, isGraphObject, snapshotMembers, takeDirectoryObject, takeGraphObject } from './inventory.ts'
import {
  isAadGraphRow,
  isGraphRow,
  isRiskRow,
  isSignInRow,
  takeAadGraphRow,
  takeAuditLogsRow,
  takeGraphRow,
  takeRiskRow,
  takeSignInRow,
} from './log-analytics.ts'
import { parseColumn, pick } from './members.ts'
import { isQueryResult, takeQueryResult } from './query-result.ts'
import { isShipped, takeShipped } from './shipped.ts'
import { base64Json, looksLikeJson } from './text.ts'
import type { Place, Row, Walk } from './walk.ts'

const isArray: (value: Json | undefined) => value is Json[] = Array.isArray
const isText = (value: unknown): value is string => typeof value === 'string'
const has = (value: unknown): boolean => value !== undefined && value !== null

/** Passes on the member of a wrapper, whatever its type, without the sibling members. */
function intoMember(name: string) {
  return (value: JsonObject, place: Place, walk: Walk): void => {
    walk.value(value[name], walk.inside(place, `.${name}`))
  }
}

/** Passes on the JSON text of a member. */
function intoText(name: string) {
  return (value: JsonObject, place: Place, walk: Walk): void => {
    walk.text(value[name] as string, walk.inside(place, `.${name}`))
  }
}

const holdsJson =
  (name: string) =>
  ({ [name]: member }: JsonObject): boolean =>
    isText(member) && looksLikeJson(member)

function emitAs(kind: NativeKind) {
  return (value: JsonObject, place: Place, walk: Walk): void => walk.emit(kind, value, place)
}

/** Passes on the elements of a page, and of its other lists of objects: nothing else would report them. */
function elementsOf(name: string, context?: JsonObject) {
  return (value: JsonObject, place: Place, walk: Walk): void => {
    const others = Object.keys(value).filter(
      (other) => other !== name && !faultMembers.includes(other) && listsObject(value[other]),
    )
    for (const list of [name, ...others]) walk.elements(value[list] as Json[], place, `.${list}`, context)
    failPartialAnswer(value, place, walk)
  }
}

/** Passes on the elements of a page that may be part of a snapshot, with the page's snapshot facts. */
function listedIn(name: string) {
  return (value: JsonObject, place: Place, walk: Walk): void => {
    const said = pick(value, snapshotMembers)
    elementsOf(name, Object.keys(said).length === 0 ? undefined : said)(value, place, walk)
  }
}

const isPageMember = (name: string): boolean =>
  name === 'value' ||
  faultMembers.includes(name) ||
  name[0] === '@' ||
  (snapshotMembers as readonly string[]).includes(name)

function originalOf(value: JsonObject): string | undefined {
  const nested = isObject(value.event) ? value.event.original : undefined
  const original = nested ?? value['event.original']
  return isText(original) && looksLikeJson(original) ? original : undefined
}

function isActivityKind(kind: unknown): boolean {
  return isText(kind) && (kind.endsWith('#reports#activity') || kind === 'audit#activity')
}

/** A record has CreationTime; an export row has CreationDate, and its AuditData column may be missing. */
const isRowWithoutRecord = (v: JsonObject): boolean =>
  has(v.CreationDate) && has(v.RecordType) && !has(v.CreationTime) && !isTranslatedRow(v)

const nativeAudit: Row = {
  name: 'unified audit record',
  // Some collectors drop Operation: type and time also identify such a record.
  matches: (v) =>
    ((has(v.Operation) && (has(v.RecordType) || has(v.Workload))) || (has(v.RecordType) && has(v.CreationTime))) &&
    !isTranslatedRow(v) &&
    !isRowWithoutRecord(v),
  take: takeNativeAudit,
}

const nativeActivity: Row = {
  name: 'Google Reports activity',
  matches: (v) => isActivityKind(v.kind) || (isObject(v.id) && isText(v.id.applicationName)),
  take: takeActivity,
}

export const decisionTable: readonly Row[] = [
  {
    name: 'Azure Monitor batch',
    matches: (v) => isArray(v.records) && !has(v.Operation) && !has(v.kind),
    take: elementsOf('records'),
  },
  {
    name: 'Reports API page',
    // The API reports an empty result as a page without items.
    matches: (v) => v.kind === 'admin#reports#activities' && (isArray(v.items) || v.items === undefined),
    take: (value, place, walk) => elementsOf('items')({ items: [], ...value }, place, walk),
  },
  {
    name: 'page without kind',
    matches: (v) => isArray(v.items) && !has(v.id) && !has(v.Operation),
    take: listedIn('items'),
  },
  {
    name: 'Graph page',
    matches: (v) => isArray(v.value) && (has(v['@odata.context']) || Object.keys(v).every(isPageMember)),
    take: listedIn('value'),
  },
  {
    name: 'Directory API page of users',
    matches: (v) => isArray(v.users) && !has(v.id) && !has(v.Operation),
    take: listedIn('users'),
  },
  { name: 'Alert Center page', matches: (v) => isArray(v.alerts), take: elementsOf('alerts') },
  {
    name: 'diagnostic record',
    matches: (v) => isText(v.category) && (isObject(v.properties) || (isText(v.properties) && has(v.time))),
    take: takeDiagnosticRecord,
  },
  {
    name: 'Defender XDR streaming without properties',
    matches: (v) => isText(v.category) && v.category.startsWith('AdvancedHunting-'),
    take: takeDiagnosticRecord,
  },
  {
    name: 'Graph audit search record',
    matches: (v) => isObject(v.auditData) || (isText(v.auditData) && looksLikeJson(v.auditData)),
    take: takeAuditSearchRecord,
  },
  {
    name: 'audit export row',
    matches: (v) => v.AuditData !== undefined || isRowWithoutRecord(v),
    take: takeAuditDataRow,
  },
  {
    name: 'OfficeActivity row',
    matches: (v) => has(v.Operation) && (has(v.OfficeWorkload) || v.Type === 'OfficeActivity'),
    take: takeOfficeActivity,
  },
  {
    name: 'unified audit record in small letters',
    matches: (v) => has(v.recordType) && (has(v.operation) || has(v.Operation)),
    take: takeLowerCamelAudit,
  },
  nativeAudit,
  {
    name: 'directory audit',
    matches: (v) => has(v.activityDisplayName) && has(v.initiatedBy),
    take: emitAs('A'),
  },
  {
    name: 'sign-in',
    matches: (v) => has(v.createdDateTime) && has(v.appId) && (isObject(v.status) || isArray(v.signInEventTypes)),
    take: takeSignIn,
  },
  {
    name: 'Graph activity',
    matches: (v) => isText(v.requestUri) && has(v.responseStatusCode),
    take: emitAs('M'),
  },
  {
    name: 'Azure AD Graph activity',
    matches: (v) => isText(v.requestUri) && has(v.httpStatusCode),
    take: emitAs('N'),
  },
  { name: 'verdict of Entra ID Protection', matches: isRisk, take: takeRisk },
  {
    name: 'Log Analytics AuditLogs row',
    matches: (v) => has(v.OperationName) && has(v.InitiatedBy) && has(v.TargetResources),
    take: takeAuditLogsRow,
  },
  { name: 'Log Analytics sign-in row', matches: isSignInRow, take: takeSignInRow },
  // Must come before Microsoft Graph rows, because those share most of these columns.
  { name: 'Log Analytics Azure AD Graph activity row', matches: isAadGraphRow, take: takeAadGraphRow },
  { name: 'Log Analytics Graph activity row', matches: isGraphRow, take: takeGraphRow },
  { name: 'Log Analytics row of Entra ID Protection', matches: isRiskRow, take: takeRiskRow },
  { name: 'Defender hunting row', matches: isDefenderRow, take: takeDefenderRow },
  nativeActivity,
  {
    name: 'Cloud log entry',
    matches: (v) => (isObject(v.protoPayload) && has(v.logName)) || isObject(v.protopayload_auditlog),
    take: takeCloudLogEntry,
  },
  { name: 'BigQuery activity row', matches: isBigQueryRow, take: takeBigQueryRow },
  { name: 'BigQuery row of Gmail logs', matches: isGmailRow, take: takeGmailRow },
  { name: 'BigQuery result with its schema', matches: isBigQueryResult, take: takeBigQueryResult },
  { name: 'Log Analytics query result', matches: isQueryResult, take: takeQueryResult },
  { name: 'Entra admin center audit row', matches: isPortalAuditRow, take: takePortalAuditRow },
  { name: 'Entra admin center sign-in row', matches: isPortalSignInRow, take: takePortalSignInRow },
  {
    name: 'Google alert',
    matches: (v) => has(v.alertId) && has(v.source) && has(v.data),
    // The data have another shape for each type of alert, so some collectors keep them as text.
    take: (value, place, walk) => walk.emit('C', { ...value, data: parseColumn(value.data) as Json }, place),
  },
  { name: 'Microsoft Graph directory object', matches: isGraphObject, take: takeGraphObject },
  { name: 'Google directory object', matches: isDirectoryObject, take: takeDirectoryObject },
  { name: 'GAM row with an object', matches: holdsJson('JSON'), take: intoText('JSON') },
  {
    name: 'Elastic document with its original',
    matches: (v) => originalOf(v) !== undefined,
    take(value, place, walk) {
      walk.text(originalOf(value) ?? '', walk.inside(place, '.event.original'))
    },
  },
  { name: 'message wrapper', matches: holdsJson('message'), take: intoText('message') },
  {
    name: 'Pub/Sub push body',
    matches: (v) => isObject(v.message) && isText(v.message.data),
    take(value, place, walk) {
      const data = (value.message as JsonObject).data as string
      walk.text(Buffer.from(data, 'base64').toString('utf8'), walk.inside(place, '.message.data'))
    },
  },
  {
    name: 'Pub/Sub message',
    matches: (v) => isText(v.data) && (has(v.messageId) || has(v.message_id) || has(v.publishTime)),
    take(value, place, walk) {
      const data = value.data as string
      const text = looksLikeJson(data) ? data : Buffer.from(data, 'base64').toString('utf8')
      walk.text(text, walk.inside(place, '.data'))
    },
  },
  {
    name: 'Pub/Sub message from Kafka Connect',
    // The message attributes are sibling members.
    matches: (v) => isText(v.message) && base64Json(v.message) !== undefined,
    take(value, place, walk) {
      walk.text(base64Json(value.message as string) ?? '', walk.inside(place, '.message'))
    },
  },
  { name: 'document parsed by a shipper', matches: isShipped, take: takeShipped },
  {
    name: 'LimaCharlie or Splunk event',
    matches: (v) => isObject(v.event) && (has(v.routing) || has(v.sourcetype) || has(v.source)),
    take: intoMember('event'),
  },
  { name: 'Splunk event as text', matches: holdsJson('event'), take: intoText('event') },
  { name: 'Splunk or Cribl _raw', matches: holdsJson('_raw'), take: intoText('_raw') },
  { name: '_raw already parsed', matches: (v) => isObject(v._raw), take: intoMember('_raw') },
  {
    name: 'Splunk result',
    matches: (v) => isObject(v.result) || (isText(v.result) && looksLikeJson(v.result)),
    take: intoMember('result'),
  },
  {
    name: 'Kafka Connect JSON converter',
    matches: (v) => v.schema !== undefined && v.payload !== undefined,
    take(value, place, walk) {
      // A null payload is a tombstone.
      if (value.payload !== null) walk.value(value.payload, walk.inside(place, '.payload'))
    },
  },
  { name: 'json member of a shipper', matches: (v) => isObject(v.json), take: intoMember('json') },
  {
    name: 'Management API notification',
    matches: (v) => has(v.contentUri) && has(v.contentId),
    take: (value, place, walk) => walk.fail('not_ours', 'a webhook notification, not an audit record', value, place),
  },
  { name: 'audit export row with other columns', matches: isTranslatedRow, take: takeTranslatedRow },
  { name: 'Google Admin console row', matches: isAdminConsoleRow, take: takeAdminConsoleRow },
  { name: 'error answer of an API', matches: isApiError, take: failApiError },
]

/** True when no row before the native ones can match; almost every record on a busy topic is native. */
function isBare(v: JsonObject): boolean {
  return (
    v.properties === undefined &&
    v.records === undefined &&
    v.items === undefined &&
    v.value === undefined &&
    v.alerts === undefined &&
    v.users === undefined &&
    v.AuditData === undefined &&
    v.auditData === undefined &&
    v.category === undefined &&
    v.recordType === undefined
  )
}

export function rowOf(value: JsonObject): Row | undefined {
  if (value.Operation !== undefined) {
    if (value.OfficeWorkload === undefined && value.Type === undefined && isBare(value) && nativeAudit.matches(value)) {
      return nativeAudit
    }
  } else if (
    isActivityKind(value.kind) &&
    isBare(value) &&
    value.activityDisplayName === undefined &&
    isArray(value.events)
  ) {
    return nativeActivity
  }
  return decisionTable.find((row) => row.matches(value))
}
