// The forms in which Google's Reports activities, alerts and Cloud audit logs are delivered.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { bigQueryCells, bigQueryPage } from './big-query-cells.ts'
import { bigQueryRow } from './big-query-row.ts'
import {
  csv,
  eachLine,
  elasticLines,
  type Form,
  form,
  inPage,
  isKind,
  isOdd,
  json,
  type Lack,
  lines,
  type Native,
  objects,
  recordLines,
  without,
} from './form.ts'

const activities = isKind('G')
const alerts = isKind('C')
const cloudEntries = isKind('L')
const gmailLogs = isKind('B')

const idOf = ({ record }: Native): JsonObject => record.id as JsonObject
const eventsOf = ({ record }: Native): JsonObject[] => objects(record.events)

/** The services that share their activities with Google Cloud. */
const services: Readonly<Record<string, string>> = {
  admin: 'admin.googleapis.com',
  login: 'login.googleapis.com',
  token: 'oauth2.googleapis.com',
  groups_enterprise: 'cloudidentity.googleapis.com',
}
/** Whether an activity can be shared with Google Cloud. Only the Reports API names the application that acted. */
const isShared = (native: Native): boolean =>
  activities(native) &&
  String(idOf(native).applicationName) in services &&
  !Object.hasOwn(native.record.actor as JsonObject, 'applicationInfo')

/** Parameters with a label and a type; repeated strings and messages have other names than in the Reports API. */
function cloudParameters(parameters: Json | undefined): Json[] {
  return objects(parameters).map(({ name, multiValue, messageValue, multiMessageValue, ...others }) => {
    const out: JsonObject = { label: 'LABEL_OPTIONAL', name: name ?? null, type: 'TYPE_STRING', ...others }
    if (multiValue !== undefined) Object.assign(out, { label: 'LABEL_REPEATED', multiStrValue: multiValue })
    if (isObject(messageValue)) out.messageValue = { parameter: cloudParameters(messageValue.parameter) }
    if (Array.isArray(multiMessageValue)) {
      const messages = objects(multiMessageValue).map(({ parameter }) => ({ parameter: cloudParameters(parameter) }))
      Object.assign(out, { label: 'LABEL_REPEATED', multiMessageValue: messages })
    }
    return out
  })
}

function logEntry(native: Native): JsonObject {
  const { record } = native
  const { time, uniqueQualifier, applicationName } = idOf(native)
  const service = services[String(applicationName)] ?? ''
  const method = `google.${service.split('.')[0]}.${String(eventsOf(native)[0]?.name)}`
  const actor = isObject(record.actor) ? record.actor : {}
  return {
    insertId: '-nahbepd2l3x',
    logName: 'organizations/123456789012/logs/cloudaudit.googleapis.com%2Factivity',
    resource: { type: 'audited_resource', labels: { service, method } },
    timestamp: time ?? null,
    receiveTimestamp: time ?? null,
    severity: 'NOTICE',
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      serviceName: service,
      methodName: method,
      resourceName: 'organizations/123456789012',
      authenticationInfo: actor.email === undefined ? {} : { principalEmail: actor.email },
      requestMetadata: { ...(record.ipAddress !== undefined && { callerIp: record.ipAddress }), requestAttributes: {} },
      metadata: {
        '@type': 'type.googleapis.com/ccc_hosted_reporting.ActivityProto',
        activityId: { timeUsec: `${Date.parse(String(time))}000`, uniqQualifier: uniqueQualifier ?? null },
        event: eventsOf(native).map((event, index) => ({
          eventId: `aa11bb2${index}`,
          eventName: event.name ?? null,
          eventType: event.type ?? null,
          parameter: cloudParameters(event.parameters),
        })),
      },
    },
  }
}

/** Renders a row of the BigQuery sink, which names the payload after its type and writes its metadata as text. */
function sinkRow(native: Native): JsonObject {
  const { protoPayload, ...entry } = logEntry(native)
  const { metadata, ...payload } = protoPayload as JsonObject
  return { ...entry, protopayload_auditlog: { ...payload, metadataJson: json(metadata) } }
}

/** Renders an audit log row of the sink: adds requests and responses as text, and changes to policies and roles under their type. */
function auditSinkRow({ protoPayload, ...entry }: JsonObject): JsonObject {
  const { request, response, serviceData, ...payload } = protoPayload as JsonObject
  const { '@type': _, ...rest } = isObject(serviceData) ? serviceData : {}
  return {
    ...entry,
    protopayload_auditlog: {
      ...payload,
      ...(request !== undefined && { requestJson: json(request) }),
      ...(response !== undefined && { responseJson: json(response) }),
      servicedata_v1_iam: rest.policyDelta === undefined ? null : rest,
      servicedata_v1_iam_admin: rest.permissionDelta === undefined ? null : rest,
    },
  }
}

const attributesOf = (native: Native): JsonObject => ({ 'logging.googleapis.com/timestamp': String(idOf(native).time) })

function pubSubMessage(native: Native, index: number): JsonObject {
  return {
    attributes: attributesOf(native),
    data: Buffer.from(json(logEntry(native))).toString('base64'),
    messageId: String(11223344556677 + index),
    publishTime: '2026-03-11T09:14:30.000Z',
  }
}

/** Splits an activity as Filebeat and Agent do: one document per event, with the event as an object in the activity. */
function splitActivities(native: Native): JsonObject[] {
  return eventsOf(native).map((event) => ({ ...native.record, events: event }))
}

function agentDocument(activity: JsonObject): JsonObject {
  const application = String((activity.id as JsonObject).applicationName)
  return {
    '@timestamp': '2026-03-11T09:20:00.000Z',
    event: { dataset: `google_workspace.${application}`, module: 'google_workspace', original: json(activity) },
    data_stream: { type: 'logs', dataset: `google_workspace.${application}`, namespace: 'default' },
    agent: { type: 'filebeat', version: '8.17.0' },
    tags: ['preserve_original_event', 'forwarded'],
  }
}

/** Checks for Gmail. The log rows of this application have another layout than its activities. */
const isOfGmail = (native: Native): boolean => idOf(native).applicationName === 'gmail'

/** Checks whether an application acted for the actor; some forms have no field for it. */
const isByApplication = ({ record }: Native): boolean =>
  isObject(record.actor) && record.actor.applicationInfo !== undefined

const actorLack: Lack = {
  fields: [
    ...['source.user.id', 'user.id', 'related.user', 'oauth.account.id', 'oauth.grant.principal.id'],
    'google_workspace.actor.type',
  ],
  why: 'the log contains only the address of the actor',
}
const reportsLack: Lack = {
  fields: ['google_workspace.kind', 'google_workspace.etag', 'google_workspace.organization.domain'],
  why: 'members of the Reports API',
}
const networkLack: Lack = { fields: ['source.geo.*', 'source.as.*'], why: 'the log contains no network information' }
const orderLack: Lack = { fields: ['oauth.act.id'], why: 'the position of the event in its activity is missing' }
const lackOfCloud = [
  { ...actorLack, fields: [...actorLack.fields, 'user.target.id'] },
  { ...reportsLack, fields: reportsLack.fields.filter((name) => !name.endsWith('.kind')) },
  networkLack,
]

const cloud = (name: string, title: string, toValue: Parameters<typeof eachLine>[0]): Form =>
  form(name, title, isShared, { lacks: lackOfCloud, wrap: eachLine(toValue) })

const pushBody = (message: object): object => ({ message, subscription: 'projects/p/subscriptions/siem' })

const oauthParameters = ['client_id', 'app_name', 'client_type', 'api_name', 'method_name', 'product_bucket']
const oauthHeader = [
  ...['Event', 'Date (GMT+02:00)', 'User', 'IP address', 'Client ID', 'Application name', 'Client type', 'API name'],
  ...['Method', 'Product', 'Scope', 'Number of response bytes'],
]

function oauthRow(native: Native): unknown[] {
  const { record } = native
  const [event] = eventsOf(native)
  const parameter = (name: string) => objects(event?.parameters).find((one) => one.name === name)
  const date = new Date(Date.parse(String(idOf(native).time)) + 2 * 3_600_000).toISOString().replace('Z', '')
  return [
    String(event?.name).replace(/^./, (letter) => letter.toUpperCase()),
    date,
    isObject(record.actor) && record.actor.email,
    ...[record.ipAddress, ...oauthParameters.map((name) => parameter(name)?.value)],
    objects([parameter('scope') ?? null])
      .flatMap(({ multiValue }) => multiValue)
      .join(' '),
    parameter('num_response_bytes')?.intValue,
  ]
}

export const googleForms: readonly Form[] = [
  form('reports-api-page', 'Admin SDK Reports API, a page of activities', activities, {
    extension: 'json',
    wrap: inPage((items) => ({
      kind: 'admin#reports#activities',
      etag: '"A1b2C3d4/eTag"',
      nextPageToken: 'A:1773220467000000:3158574920331207418:151000000090:C02exmpl9',
      items,
    })),
  }),
  form('reports-api-activities', 'Admin SDK Reports API, one activity per message or line', activities, {
    wrap: recordLines,
  }),
  form('reports-api-list', 'Admin SDK Reports API, a list of activities (ALFA)', activities, {
    extension: 'json',
    wrap: inPage((records) => records),
  }),
  form(
    'google-workspace-agent',
    'Filebeat or Elastic Agent `google_workspace`, with the original: one document per event',
    activities,
    { lacks: [orderLack], wrap: (natives) => lines(natives.flatMap(splitActivities).map(agentDocument)) },
  ),
  form('google-workspace-httpjson', 'Filebeat `google_workspace` before its ingest pipeline (`json`)', activities, {
    lacks: [orderLack],
    wrap: (natives) =>
      lines(natives.flatMap(splitActivities).map((activity) => ({ json: activity, input: { type: 'httpjson' } }))),
  }),
  form(
    'google-workspace-parsed',
    'Elastic `google_workspace.*` documents without the original',
    (native) => activities(native) && !isOdd(native),
    {
      lacks: [
        orderLack,
        { fields: ['_id'], why: 'the parameters differ, so a record from both log sources is stored twice' },
        {
          fields: [
            'google_workspace.admin_other.*',
            'google_workspace.activity.*',
            'google_workspace.activity_other.*',
          ],
          why: 'the pipeline moved the value out of a nested parameter',
        },
        {
          fields: ['google_workspace.gmail_reports.ip_address', 'user.id'],
          why: 'the address may be the value of a parameter',
        },
      ],
      wrap: elasticLines,
    },
  ),
  form(
    'panther-activities',
    'Panther `GSuite.ActivityEvent`',
    // Parameters become members, so only one parameter of each name remains.
    (native) => activities(native) && eventsOf(native).length === 1,
    {
      wrap: eachLine((native) => {
        const [event] = eventsOf(native)
        const id = idOf(native)
        const time = String(id.time).replace('T', ' ').replace('Z', '000000')
        return {
          ...without(native.record, 'events'),
          id: { ...id, time },
          ...event,
          p_log_type: 'GSuite.ActivityEvent',
        }
      }),
    },
  ),
  cloud('cloud-logging-entry', 'Google Cloud Logging, a log entry', logEntry),
  cloud('cloud-logging-big-query-sink', 'Google Cloud Logging, a row of its BigQuery sink', sinkRow),
  cloud('pub-sub-push', 'Google Cloud Logging through Pub/Sub, a push body', (native, i) =>
    pushBody(pubSubMessage(native, i)),
  ),
  cloud('pub-sub-message', 'Google Cloud Logging through Pub/Sub, a pulled message', pubSubMessage),
  cloud(
    'pub-sub-kafka-connect',
    'Google Cloud Logging through Pub/Sub and Kafka Connect, a message with its attributes',
    (native, i) => ({ ...attributesOf(native), message: pubSubMessage(native, i).data }),
  ),
  cloud(
    'pub-sub-kafka-connect-schema',
    'Google Cloud Logging through Pub/Sub and Kafka Connect, JSON converter with schemas',
    (native, i) => ({ schema: { type: 'bytes', optional: false }, payload: pubSubMessage(native, i).data }),
  ),
  form('cloud-audit-entry', 'Google Cloud audit logs, a log entry', cloudEntries, { wrap: recordLines }),
  form('cloud-audit-pub-sub-push', 'Google Cloud audit logs through Pub/Sub, a push body', cloudEntries, {
    wrap: eachLine(({ text }, i) =>
      pushBody({ data: Buffer.from(text).toString('base64'), messageId: String(22113344556677 + i) }),
    ),
  }),
  form('cloud-audit-big-query-sink', 'Google Cloud audit logs, a row of the BigQuery sink', cloudEntries, {
    wrap: eachLine(({ record }) => auditSinkRow(record)),
  }),
  form(
    'big-query-export',
    'Workspace logs in BigQuery, a row of the table `activity`',
    (native) => activities(native) && !isOdd(native) && !isByApplication(native) && !isOfGmail(native),
    {
      lacks: [
        {
          ...actorLack,
          fields: [
            ...[...actorLack.fields, 'google_workspace.actor.key', 'google_workspace.actor.caller_type'],
            ...['google_workspace.chrome.actor.*', 'user.name', 'user.target.id'],
          ],
        },
        {
          ...reportsLack,
          fields: [
            ...[...reportsLack.fields, 'google_workspace.*.kind', 'google_workspace.*.etag'],
            ...['google_workspace.*.owner_domain', 'host.domain', 'related.hosts'],
          ],
        },
        {
          fields: ['google_workspace.activity.*', 'google_workspace.activity_other.*'],
          why: 'unknown integer parameters are text',
        },
        networkLack,
        orderLack,
        { fields: ['_id'], why: 'columns differ from parameters, so a record from both log sources is stored twice' },
      ],
      wrap: (natives) =>
        lines(natives.flatMap((native) => eventsOf(native).map((event) => bigQueryRow(native.record, event)))),
    },
  ),
  form(
    'admin-console-oauth-csv',
    'Google Admin console, OAuth log events exported as CSV, with a time zone (`Date (GMT+02:00)`, `Date (GMT-3)`); the column names follow support.google.com/a/answer/6124308, and were not compared with a real file',
    (native) =>
      activities(native) && !isOdd(native) && idOf(native).applicationName === 'token' && eventsOf(native).length === 1,
    {
      extension: 'csv',
      only: 'file',
      lacks: [
        {
          ...actorLack,
          fields: [
            ...actorLack.fields,
            ...['oauth.account.name', 'oauth.grant.principal.name', 'oauth.grant.self', 'oauth.grant.reason'],
            ...['app_request_info', 'rejection_type', 'requester_email'].map(
              (name) => `google_workspace.token.${name}`,
            ),
          ],
        },
        reportsLack,
        networkLack,
        {
          fields: ['google_workspace.token.scope.data', 'oauth.grant.resource.name', 'oauth.grant.scopes_removed'],
          why: 'the file has no column for scope data',
        },
        {
          fields: ['_id', 'event.id', 'oauth.act.id', 'oauth.act.bundle'],
          why: 'rows have no ID: equal rows count once. A hunt drops a row if another export contains a call with the same account, client, method, address and second; elsewhere, such a record counts twice',
        },
      ],
      wrap: (natives) => csv(oauthHeader, natives.map(oauthRow)),
    },
  ),
  form(
    'big-query-gmail-logs',
    'Gmail logs in BigQuery: a row of the table `activity`, a row of a table `daily_…`',
    gmailLogs,
    { wrap: recordLines },
  ),
  form(
    'big-query-gmail-result',
    'Gmail logs in BigQuery, a page of its REST API',
    (native) => gmailLogs(native) && native.record.time_usec !== undefined,
    { extension: 'json', wrap: inPage(bigQueryPage) },
  ),
  form('big-query-gmail-row', 'Gmail logs in BigQuery, one row with its schema', gmailLogs, {
    wrap: eachLine(({ record }) => bigQueryCells(record)),
  }),
  form('big-query-gmail-parsed', 'Elastic `google_workspace.gmail` documents without the original', gmailLogs, {
    lacks: [
      { fields: ['google_workspace.event.type'], why: 'the documents contain the log without the row' },
      { fields: ['_id'], why: 'converted columns differ, so both log sources together store a record twice' },
    ],
    wrap: elasticLines,
  }),
  form('alert-center-page', 'Alert Center API, a page of alerts', alerts, {
    extension: 'json',
    wrap: inPage((records) => ({ alerts: records, nextPageToken: 'AbC' })),
  }),
  form('alert-center-alerts', 'Alert Center API, one alert per message or line', alerts, { wrap: recordLines }),
]
