// Identifies an object's wrapper or native record by shape, never by topic or file name. The first matching row wins.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import type { NativeKind } from '../outcome.ts'
import { isAdminConsoleRow, takeAdminConsoleRow } from './admin-console-csv.ts'
import { failApiError, failPartialAnswer, isApiError } from './api-error.ts'
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
const holdsObject = (value: Json | undefined): boolean => isArray(value) && value.some(isObject)
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
    const others = Object.keys(value).filter((other) => other !== name && holdsObject(value[other]))
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
  name === 'value' || name === 'error' || name[0] === '@' || (snapshotMembers as readonly string[]).includes(name)

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
  row: '10',
  name: 'unified audit record',
  // Some collectors drop Operation: type and time also identify such a record.
  matches: (v) =>
    ((has(v.Operation) && (has(v.RecordType) || has(v.Workload))) || (has(v.RecordType) && has(v.CreationTime))) &&
    !isTranslatedRow(v) &&
    !isRowWithoutRecord(v),
  take: takeNativeAudit,
}

const nativeActivity: Row = {
  row: '13',
  name: 'Google Reports activity',
  matches: (v) => isActivityKind(v.kind) || (isObject(v.id) && isText(v.id.applicationName)),
  take: takeActivity,
}

export const decisionTable: readonly Row[] = [
  {
    row: '2',
    name: 'Azure Monitor batch',
    matches: (v) => isArray(v.records) && !has(v.Operation) && !has(v.kind),
    take: elementsOf('records'),
  },
  {
    row: '3',
    name: 'Reports API page',
    // The API reports an empty result as a page without items.
    matches: (v) => v.kind === 'admin#reports#activities' && (isArray(v.items) || v.items === undefined),
    take: (value, place, walk) => elementsOf('items')({ items: [], ...value }, place, walk),
  },
  {
    row: '3a',
    name: 'page without kind',
    matches: (v) => isArray(v.items) && !has(v.id) && !has(v.Operation),
    take: listedIn('items'),
  },
  {
    row: '4',
    name: 'Graph page',
    matches: (v) => isArray(v.value) && (has(v['@odata.context']) || Object.keys(v).every(isPageMember)),
    take: listedIn('value'),
  },
  {
    row: '4a',
    name: 'Directory API page of users',
    matches: (v) => isArray(v.users) && !has(v.id) && !has(v.Operation),
    take: listedIn('users'),
  },
  { row: '5', name: 'Alert Center page', matches: (v) => isArray(v.alerts), take: elementsOf('alerts') },
  {
    row: '6',
    name: 'diagnostic record',
    matches: (v) => isText(v.category) && (isObject(v.properties) || (isText(v.properties) && has(v.time))),
    take: takeDiagnosticRecord,
  },
  {
    row: '7',
    name: 'Defender XDR streaming without properties',
    matches: (v) => isText(v.category) && v.category.startsWith('AdvancedHunting-'),
    take: takeDiagnosticRecord,
  },
  {
    row: '8',
    name: 'Graph audit search record',
    matches: (v) => isObject(v.auditData) || (isText(v.auditData) && looksLikeJson(v.auditData)),
    take: takeAuditSearchRecord,
  },
  {
    row: '9',
    name: 'audit export row',
    matches: (v) => v.AuditData !== undefined || isRowWithoutRecord(v),
    take: takeAuditDataRow,
  },
  {
    row: '10a',
    name: 'OfficeActivity row',
    matches: (v) => has(v.Operation) && (has(v.OfficeWorkload) || v.Type === 'OfficeActivity'),
    take: takeOfficeActivity,
  },
  {
    row: '10b',
    name: 'unified audit record in small letters',
    matches: (v) => has(v.recordType) && (has(v.operation) || has(v.Operation)),
    take: takeLowerCamelAudit,
  },
  nativeAudit,
  {
    row: '11',
    name: 'directory audit',
    matches: (v) => has(v.activityDisplayName) && has(v.initiatedBy),
    take: emitAs('A'),
  },
  {
    row: '11a',
    name: 'sign-in',
    matches: (v) => has(v.createdDateTime) && has(v.appId) && (isObject(v.status) || isArray(v.signInEventTypes)),
    take: takeSignIn,
  },
  {
    row: '11b',
    name: 'Graph activity',
    matches: (v) => isText(v.requestUri) && has(v.responseStatusCode),
    take: emitAs('M'),
  },
  {
    row: '11d',
    name: 'Azure AD Graph activity',
    matches: (v) => isText(v.requestUri) && has(v.httpStatusCode),
    take: emitAs('N'),
  },
  { row: '11c', name: 'verdict of Entra ID Protection', matches: isRisk, take: takeRisk },
  {
    row: '12',
    name: 'Log Analytics AuditLogs row',
    matches: (v) => has(v.OperationName) && has(v.InitiatedBy) && has(v.TargetResources),
    take: takeAuditLogsRow,
  },
  { row: '12a', name: 'Log Analytics sign-in row', matches: isSignInRow, take: takeSignInRow },
  // Must come before Microsoft Graph rows, because those share most of these columns.
  { row: '12e', name: 'Log Analytics Azure AD Graph activity row', matches: isAadGraphRow, take: takeAadGraphRow },
  { row: '12b', name: 'Log Analytics Graph activity row', matches: isGraphRow, take: takeGraphRow },
  { row: '12d', name: 'Log Analytics row of Entra ID Protection', matches: isRiskRow, take: takeRiskRow },
  { row: '12c', name: 'Defender hunting row', matches: isDefenderRow, take: takeDefenderRow },
  nativeActivity,
  {
    row: '14',
    name: 'Cloud log entry',
    matches: (v) => (isObject(v.protoPayload) && has(v.logName)) || isObject(v.protopayload_auditlog),
    take: takeCloudLogEntry,
  },
  { row: '14a', name: 'BigQuery activity row', matches: isBigQueryRow, take: takeBigQueryRow },
  { row: '14b', name: 'BigQuery row of Gmail logs', matches: isGmailRow, take: takeGmailRow },
  { row: '14c', name: 'BigQuery result with its schema', matches: isBigQueryResult, take: takeBigQueryResult },
  { row: '14d', name: 'Log Analytics query result', matches: isQueryResult, take: takeQueryResult },
  { row: '14e', name: 'Entra admin center audit row', matches: isPortalAuditRow, take: takePortalAuditRow },
  { row: '14f', name: 'Entra admin center sign-in row', matches: isPortalSignInRow, take: takePortalSignInRow },
  {
    row: '15',
    name: 'Google alert',
    matches: (v) => has(v.alertId) && has(v.source) && has(v.data),
    // The data have another shape for each type of alert, so some collectors keep them as text.
    take: (value, place, walk) => walk.emit('C', { ...value, data: parseColumn(value.data) as Json }, place),
  },
  { row: '15a', name: 'Microsoft Graph directory object', matches: isGraphObject, take: takeGraphObject },
  { row: '15b', name: 'Google directory object', matches: isDirectoryObject, take: takeDirectoryObject },
  { row: '15c', name: 'GAM row with an object', matches: holdsJson('JSON'), take: intoText('JSON') },
  {
    row: '16',
    name: 'Elastic document with its original',
    matches: (v) => originalOf(v) !== undefined,
    take(value, place, walk) {
      walk.text(originalOf(value) ?? '', walk.inside(place, '.event.original'))
    },
  },
  { row: '17', name: 'message wrapper', matches: holdsJson('message'), take: intoText('message') },
  {
    row: '17a',
    name: 'Pub/Sub push body',
    matches: (v) => isObject(v.message) && isText(v.message.data),
    take(value, place, walk) {
      const data = (value.message as JsonObject).data as string
      walk.text(Buffer.from(data, 'base64').toString('utf8'), walk.inside(place, '.message.data'))
    },
  },
  {
    row: '17b',
    name: 'Pub/Sub message',
    matches: (v) => isText(v.data) && (has(v.messageId) || has(v.message_id) || has(v.publishTime)),
    take(value, place, walk) {
      const data = value.data as string
      const text = looksLikeJson(data) ? data : Buffer.from(data, 'base64').toString('utf8')
      walk.text(text, walk.inside(place, '.data'))
    },
  },
  {
    row: '17c',
    name: 'Pub/Sub message from Kafka Connect',
    // The message attributes are sibling members.
    matches: (v) => isText(v.message) && base64Json(v.message) !== undefined,
    take(value, place, walk) {
      walk.text(base64Json(value.message as string) ?? '', walk.inside(place, '.message'))
    },
  },
  { row: '18', name: 'document parsed by a shipper', matches: isShipped, take: takeShipped },
  {
    row: '19',
    name: 'LimaCharlie or Splunk event',
    matches: (v) => isObject(v.event) && (has(v.routing) || has(v.sourcetype) || has(v.source)),
    take: intoMember('event'),
  },
  { row: '19a', name: 'Splunk event as text', matches: holdsJson('event'), take: intoText('event') },
  { row: '20', name: 'Splunk or Cribl _raw', matches: holdsJson('_raw'), take: intoText('_raw') },
  { row: '20a', name: '_raw already parsed', matches: (v) => isObject(v._raw), take: intoMember('_raw') },
  {
    row: '20b',
    name: 'Splunk result',
    matches: (v) => isObject(v.result) || (isText(v.result) && looksLikeJson(v.result)),
    take: intoMember('result'),
  },
  {
    row: '21',
    name: 'Kafka Connect JSON converter',
    matches: (v) => v.schema !== undefined && v.payload !== undefined,
    take(value, place, walk) {
      // A null payload is a tombstone.
      if (value.payload !== null) walk.value(value.payload, walk.inside(place, '.payload'))
    },
  },
  { row: '22', name: 'json member of a shipper', matches: (v) => isObject(v.json), take: intoMember('json') },
  {
    row: '23',
    name: 'Management API notification',
    matches: (v) => has(v.contentUri) && has(v.contentId),
    take: (value, place, walk) => walk.fail('not_ours', 'a webhook notification, not an audit record', value, place),
  },
  { row: '24', name: 'audit export row with other columns', matches: isTranslatedRow, take: takeTranslatedRow },
  { row: '24a', name: 'Google Admin console row', matches: isAdminConsoleRow, take: takeAdminConsoleRow },
  { row: '25', name: 'error answer of an API', matches: isApiError, take: failApiError },
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
