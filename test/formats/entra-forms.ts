// The forms in which directory audits and sign-ins of Entra and Microsoft Graph activity are delivered.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { carriedByPortalAudit, carriedByPortalSignIn, portalAuditCsv, portalSignInCsv } from './entra-portal-csv.ts'
import { elasticLines, type Form, form, isKind, json, type Lack, lines, type Native } from './form.ts'
import {
  aadGraphActivityRow,
  auditLogsRow,
  type Enveloped,
  graphActivityRow,
  riskRow,
  signInRow,
} from './log-analytics-rows.ts'

const enveloped = (native: Native): native is Enveloped => native.envelope !== undefined
const envelopes = (natives: readonly Native[]): JsonObject[] =>
  natives.filter(enveloped).map(({ envelope }) => envelope)

/** Checks whether a record has one of these kinds and an envelope. */
const of =
  (...kinds: readonly Native['kind'][]) =>
  (native: Native): boolean =>
    isKind(...kinds)(native) && enveloped(native)

/** Converts times to the format of Graph's own API, in which the zone is a letter. */
function withZoneLetter(value: Json): Json {
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+00:00$/, '$1Z')
  if (Array.isArray(value)) return value.map(withZoneLetter)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withZoneLetter(member as Json)]))
}

const graphPage = (resource: string) => (natives: readonly Native[]) =>
  json({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${resource}`,
    '@odata.nextLink': `https://graph.microsoft.com/v1.0/${resource}?$skiptoken=9177f2e3`,
    value: natives.map(({ record }) => withZoneLetter(record)),
  })

function filebeatHub(envelope: JsonObject, index: number): JsonObject {
  return {
    '@timestamp': '2026-03-11T09:20:00.000Z',
    '@metadata': { beat: 'filebeat', type: '_doc', version: '8.17.0' },
    message: json(envelope),
    azure: {
      eventhub: 'insights-logs-auditlogs',
      offset: 4312 + index,
      sequence_number: 77 + index,
      enqueued_time: '2026-03-11T09:19:58.000Z',
      consumer_group: '$Default',
      partition_id: '0',
    },
    agent: { type: 'filebeat', version: '8.17.0' },
    ecs: { version: '8.0.0' },
    tags: ['forwarded'],
  }
}

const rows = (toRow: (native: Enveloped) => JsonObject) => (natives: readonly Native[]) =>
  lines(natives.filter(enveloped).map(toRow))

const agentLack: Lack = {
  fields: ['azure.auditlogs.properties.userAgent', 'saas.program.kind', 'user_agent.*'],
  why: 'the table contains the user agent only in the additional details',
}

/** Directory audits contain the address of a calling user, but not of a calling application. */
const callerLack: Lack = {
  fields: ['client.ip', 'source.address', 'source.ip', 'related.ip'],
  why: 'the address of a calling application is only in the envelope',
}

const agentTypeLack = (where: string): Lack => ({
  fields: ['oauth.app.kind'],
  why: `${where} no \`agentType\` of the target, which shows that an application is an agent`,
})

/** The members of the Azure Monitor envelope around the record. */
const envelopeLack = (dataset: string, members: readonly string[]): Lack => ({
  fields: [...members.map((member) => `azure.${dataset}.${member}`), 'event.duration', 'log.level'],
  why: 'the envelope of the record is missing',
})

const writtenLack = (why: string): Lack => ({ fields: ['event.created'], why })

/** Each row is a list of values in the order of the columns. */
function queryResult(natives: readonly Native[]): string {
  const objects = natives.filter(enveloped).map(auditLogsRow)
  const names = Object.keys(objects[0] ?? {})
  const columns = names.map((name) => ({ name, type: name.endsWith('DateTime') ? 'datetime' : 'string' }))
  return json({
    tables: [{ name: 'PrimaryResult', columns, rows: objects.map((row) => names.map((name) => row[name])) }],
  })
}

export const entraForms: readonly Form[] = [
  form('event-hub-batch', 'Entra diagnostic settings through Event Hubs, one batch of records', enveloped, {
    extension: 'json',
    wrap: (natives) => json({ records: envelopes(natives) }),
  }),
  form('storage-account-lines', 'Entra diagnostic settings in a storage account, one record per line', enveloped, {
    wrap: (natives) => lines(envelopes(natives)).replaceAll('\n', '\r\n'),
  }),
  form('filebeat-azure-eventhub', 'Filebeat `azure-eventhub` input', enveloped, {
    wrap: (natives) => lines(envelopes(natives).map(filebeatHub)),
  }),
  form(
    'graph-directory-audits',
    'Microsoft Graph `auditLogs/directoryAudits`, a page; Extractor-Suite `Get-EntraAuditLogs`',
    isKind('A'),
    {
      extension: 'json',
      lacks: [
        envelopeLack('auditlogs', ['level', 'operation_version', 'result_signature', 'identity']),
        callerLack,
        { fields: ['azure.auditlogs.properties.activity_datetime'], why: 'the zone is `Z`, not `+00:00`' },
      ],
      wrap: graphPage('auditLogs/directoryAudits'),
    },
  ),
  form(
    'graph-sign-ins',
    'Microsoft Graph `auditLogs/signIns`, a page; Extractor-Suite `Get-EntraSignInLogs`',
    isKind('S'),
    {
      extension: 'json',
      lacks: [
        envelopeLack('signinlogs', ['operation_version', 'result_signature', 'result_description', 'identity']),
        writtenLack('there is no envelope with the time of writing'),
        {
          fields: ['azure.signinlogs.properties.created_at', 'azure.signinlogs.properties.authentication_details'],
          why: 'the zone is `Z`, not `+00:00`',
        },
        {
          fields: ['azure.signinlogs.category', 'oauth.app.kind'],
          why: 'without details in `signInEventTypes`, Graph reports a managed identity as a service principal',
        },
      ],
      wrap: graphPage('auditLogs/signIns'),
    },
  ),
  form('entra-portal-audit-csv', 'Entra admin center, audit log downloaded as CSV', carriedByPortalAudit, {
    extension: 'csv',
    only: 'file',
    lacks: [
      {
        fields: ['_id', 'event.id', 'azure.auditlogs.properties.id', 'azure.auditlogs.properties.operation_type'],
        why: 'the file has no such columns: a hunt identifies a record of another export by its time, correlation ID, activity and targets',
      },
      envelopeLack('auditlogs', ['level', 'operation_version', 'result_signature', 'identity']),
      agentTypeLack('the file has'),
    ],
    wrap: portalAuditCsv,
  }),
  form('entra-portal-sign-in-csv', 'Entra admin center, sign-in log downloaded as CSV', carriedByPortalSignIn, {
    extension: 'csv',
    only: 'file',
    lacks: [
      {
        fields: [
          'azure.signinlogs.*',
          'event.created',
          'event.duration',
          'log.level',
          'geo.location.*',
          'source.geo.location.*',
        ],
        why: 'the file has no such columns',
      },
      {
        fields: ['saas.logon.interactive', 'oauth.app.kind', 'message'],
        why: 'interactive and other sign-ins have the same columns, managed identities those of service principals',
      },
    ],
    wrap: portalSignInCsv,
  }),
  form(
    'log-analytics-query-result',
    'Log Analytics query API, a response with `tables`, `columns` and `rows`',
    of('A'),
    { extension: 'json', lacks: [agentLack, callerLack], wrap: queryResult },
  ),
  form('log-analytics-audit-logs', 'Log Analytics table `AuditLogs`', of('A'), {
    lacks: [agentLack, callerLack],
    wrap: rows(auditLogsRow),
  }),
  form(
    'log-analytics-sign-in-logs',
    'Log Analytics tables `SigninLogs`, `AADNonInteractiveUserSignInLogs`, `AADServicePrincipalSignInLogs`, …',
    of('S'),
    {
      lacks: [
        { fields: ['azure.signinlogs.result_description'], why: 'the envelope does not always contain it' },
        { fields: ['azure.signinlogs.properties.tenant_id'], why: 'the column contains the workspace' },
        writtenLack('`TimeGenerated` is the time of the sign-in, not of writing'),
      ],
      wrap: rows(signInRow),
    },
  ),
  form(
    'graph-risk-detections',
    'Microsoft Graph `identityProtection`: `riskDetections`, `riskyUsers`, `servicePrincipalRiskDetections`, `riskyServicePrincipals`',
    isKind('R'),
    {
      extension: 'json',
      lacks: [
        envelopeLack('identityprotection', ['operation_version', 'result_signature']),
        {
          fields: ['@timestamp'],
          why: 'the record contains the time of its update, the envelope the time of its export',
        },
        { fields: ['azure.correlation_id', 'trace.id'], why: 'the record contains the correlation ID of the sign-in' },
        { fields: ['azure.resource.id', 'azure.resource.provider'], why: 'the resource ID is missing' },
      ],
      wrap: graphPage('identityProtection/riskDetections'),
    },
  ),
  form(
    'log-analytics-risk',
    'Log Analytics tables `AADUserRiskEvents`, `AADRiskyUsers`, `AADServicePrincipalRiskEvents`, `AADRiskyServicePrincipals`',
    of('R'),
    {
      lacks: [
        {
          fields: ['azure.identityprotection.operation_version', 'azure.identityprotection.result_signature'],
          why: 'the tables have no such columns',
        },
        { fields: ['azure.correlation_id', 'trace.id'], why: 'the table contains the correlation ID of the sign-in' },
        { fields: ['azure.resource.id', 'azure.resource.provider'], why: 'the tables contain only the workspace' },
        { fields: ['event.duration', 'log.level'], why: 'the tables have no such columns' },
      ],
      wrap: rows(riskRow),
    },
  ),
  form('log-analytics-graph-activity', 'Log Analytics table `MicrosoftGraphActivityLogs`', of('M'), {
    lacks: [{ fields: ['azure.correlation_id', 'trace.id', 'log.level'], why: 'the table has no such columns' }],
    wrap: rows(graphActivityRow),
  }),
  form('log-analytics-aad-graph-activity', 'Log Analytics table `AADGraphActivityLogs`', of('N'), {
    lacks: [
      {
        fields: [
          'azure.aadgraphactivitylogs.properties.direct_access_source',
          'azure.aadgraphactivitylogs.properties.env_cloud_role',
        ],
        why: 'the table has no such columns',
      },
      {
        fields: ['azure.resource.id', 'azure.resource.provider'],
        why: 'the table has the resource ID only in lower case; the document gets its usual spelling',
      },
      { fields: ['log.level'], why: 'the table has a level, the diagnostic log has none' },
    ],
    wrap: rows(aadGraphActivityRow),
  }),
  form('log-analytics-export-rule', 'Log Analytics data export rule, rows in a batch', of('A'), {
    extension: 'json',
    lacks: [agentLack, callerLack],
    wrap: (natives) => json({ records: natives.filter(enveloped).map(auditLogsRow) }),
  }),
  form(
    'elastic-azure-parsed',
    'Elastic `azure.auditlogs`, `azure.signinlogs` and `azure.identity_protection` documents without the original',
    of('A', 'S', 'R'),
    {
      lacks: [agentTypeLack('the document has'), writtenLack('the pipeline drops the time of the envelope')],
      wrap: elasticLines,
    },
  ),
]
