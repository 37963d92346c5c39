// The differences between the log of Microsoft Graph and the log of Azure AD Graph, the older directory API.
import type { JsonObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import type { Draft } from '../../../lib/step.ts'
import { toAzureInstant } from './envelope.ts'
import { type GraphCall, readGraphCall, readLegacyGraphCall } from './graph-call.ts'
import { aadGraphShape, graphShape, type Shape } from './shapes.ts'

export interface GraphLog {
  /** The name of the vendor block below `azure`. */
  readonly block: string
  readonly category: string
  readonly operation: string
  /** The API name. `resource` is the app ID of its service principal. */
  readonly api: string
  readonly resource: string
  readonly categories: readonly ('web' | 'api' | 'iam')[]
  /** The names of the members that differ between the two logs. */
  readonly members: Readonly<Record<'method' | 'status' | 'issued' | 'address', string>>
  /** Members (in snake case) that are completely contained in ECS fields. */
  readonly moved: readonly string[]
  readonly renames: Readonly<Record<string, string>>
  readonly shape: Shape
  readonly call: (method: string, address: string) => GraphCall
  readonly adjust?: (properties: JsonObject) => void
  readonly describe?: (draft: Draft) => void
}

// The log does not state the unit of its durations, so there is no event.duration.
export const microsoftGraph: GraphLog = {
  block: 'graphactivitylogs',
  category: 'MicrosoftGraphActivityLogs',
  operation: 'Microsoft Graph Activity',
  api: 'Microsoft Graph',
  resource: '00000003-0000-0000-c000-000000000000',
  categories: ['web', 'api'],
  members: { method: 'requestMethod', status: 'responseStatusCode', issued: 'tokenIssuedAt', address: 'ipAddress' },
  moved: ['ip_address', 'user_agent', 'request_uri'],
  renames: {},
  shape: graphShape,
  call: readGraphCall,
}

/** ` Group.Read.All,` → `Group.Read.All`: the log writes a space before each value and a comma after it. */
function splitList(value: unknown): string[] | undefined {
  if (typeof value !== 'string') return undefined
  return value
    .slice(0, 20_000)
    .split(/[\s,]+/)
    .filter((part) => part !== '')
}

function adjustLegacy(properties: JsonObject): void {
  const issued = toAzureInstant(properties.token_issued_at)
  if (issued !== undefined) properties.token_issued_at = issued
  for (const name of ['roles', 'scopes', 'wids']) {
    const list = splitList(properties[name])
    if (list !== undefined) properties[name] = list
  }
}

const verbs: Readonly<Record<string, string>> = table({
  GET: 'read',
  HEAD: 'read',
  POST: 'execute',
  PATCH: 'update',
  PUT: 'update',
  DELETE: 'delete',
})

/** `GET …/servicePrincipals` → `service-principals-read`: the record has one operation name for all calls. */
function describeLegacyCall({ document }: Draft): void {
  const method = document.http?.request?.method?.toUpperCase()
  const { path = '' } = document.url ?? {}
  document.event.type = ['access', 'info']
  if (method === undefined) return
  const [collection] = readLegacyGraphCall(method, path).method.split('/').slice(1, 2)
  if (method === 'DELETE') document.event.type = ['access', 'deletion']
  else if (method !== 'GET' && method !== 'HEAD') document.event.type = ['access', 'change']
  const name = collection?.replace(/^\$/, '').replace(/([a-z])([A-Z])/g, '$1-$2')
  if (name !== undefined && name !== '') {
    document.event.action = `${name}-${verbs[method] ?? method}`.toLowerCase()
  }
}

export const azureAdGraph: GraphLog = {
  block: 'aadgraphactivitylogs',
  category: 'AzureADGraphActivityLogs',
  operation: 'AAD Graph Activity',
  api: 'Azure AD Graph',
  resource: '00000002-0000-0000-c000-000000000000',
  categories: ['iam', 'web'],
  members: { method: 'httpMethod', status: 'httpStatusCode', issued: 'issuedAt', address: 'callerIpAddress' },
  moved: [
    'caller_ip_address',
    'user_agent',
    'request_uri',
    // Numbers that Microsoft uses to move the record.
    '__udi_required_fields_event_time',
    '__udi_required_fields_region_scope',
    '__udi_required_fields_tenant_id',
    '__udi_required_fields_unique_id',
  ],
  renames: { issued_at: 'token_issued_at' },
  shape: aadGraphShape,
  call: readLegacyGraphCall,
  adjust: adjustLegacy,
  describe: describeLegacyCall,
}
