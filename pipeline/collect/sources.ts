// The log sources for the given credentials. Log sources of one lane share a vendor limit and run in sequence. Lanes
// run in parallel.
import { minuteMs } from '../../mappings/kernel/durations.ts'
import type { Runtime } from '../clients/retry.ts'
import { alertSource } from './google/alerts.ts'
import { googleFault } from './google/faults.ts'
import { googleInventory } from './google/inventory.ts'
import { reportApplications, reportSource } from './google/reports.ts'
import { googleTokens, scopes } from './google/tokens.ts'
import type { LogSource } from './log-source.ts'
import { graphFault, managementFault } from './microsoft/faults.ts'
import { graphLogSource, graphLogs, riskLogs } from './microsoft/graph-logs.ts'
import { microsoftInventory } from './microsoft/inventory.ts'
import { contentTypes, ManagementApi, managementSource } from './microsoft/management.ts'
import { microsoftTokens } from './microsoft/tokens.ts'
import { type DocumentedLimit, RateLimit } from './rate-limit.ts'
import type { CollectSettings, GoogleSettings, MicrosoftSettings } from './settings.ts'
import { VendorClient, type VendorClientOptions } from './vendor-client.ts'

export const limits = {
  management: {
    api: 'Office 365 Management Activity API',
    requests: 2000,
    periodMs: minuteMs,
    held: 1500,
    source: 'https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference',
  },
  graphLogs: {
    api: 'Microsoft Graph, audit and sign-in logs',
    requests: 5,
    periodMs: 10_000,
    held: 4,
    source: 'https://learn.microsoft.com/graph/throttling-limits#identity-and-access-reports-service-limits',
  },
  graphRisks: {
    api: 'Microsoft Graph, Identity Protection',
    // One request per second. At the documented rate, variable network delays would make requests arrive too fast.
    requests: 2,
    periodMs: 2000,
    held: 1,
    source:
      'https://learn.microsoft.com/graph/throttling-limits#identity-protection-and-conditional-access-service-limits',
  },
  graphDirectory: {
    api: 'Microsoft Graph, directory',
    // Resource units of a small tenant. Each list request costs at most two units.
    requests: 3500,
    periodMs: 10_000,
    held: 100,
    source: 'https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits',
  },
  reports: {
    api: 'Google Reports API',
    requests: 2400,
    periodMs: minuteMs,
    held: 1800,
    source: 'https://developers.google.com/workspace/admin/reports/v1/limits',
  },
  alerts: {
    api: 'Google Alert Center API',
    // No limit is documented. A window of 30 days takes a few pages.
    periodMs: minuteMs,
    held: 60,
  },
  directory: {
    api: 'Google Directory API',
    requests: 2400,
    periodMs: minuteMs,
    held: 1800,
    source: 'https://developers.google.com/workspace/admin/directory/v1/limits',
  },
} as const satisfies Readonly<Record<string, DocumentedLimit>>

export interface SourceOptions {
  /** Whether an absent subscription of the Management Activity API is started. */
  readonly subscribes: boolean
  readonly runtime: Runtime
  readonly signal?: AbortSignal | undefined
  /** Attempts for an unreachable vendor (default: the attempts of a collection). */
  readonly attempts?: number
  readonly onRetry?: VendorClientOptions['onRetry']
}

export function accessMicrosoft(settings: MicrosoftSettings, options: SourceOptions) {
  const { runtime } = options
  const { management, graph } = settings.endpoints
  const tokens = (resource: string) => microsoftTokens(settings, resource, options)
  const graphTokens = tokens(graph)
  const managementTokens = tokens(management ?? graph)
  const of = { management: new RateLimit(limits.management, runtime), logs: new RateLimit(limits.graphLogs, runtime) }
  const directory = new RateLimit(limits.graphDirectory, runtime)
  const risks = new RateLimit(limits.graphRisks, runtime)
  const graphClient = (limit: RateLimit) =>
    new VendorClient({
      ...options,
      name: 'Microsoft Graph',
      base: graph,
      tokens: graphTokens,
      limit,
      faultOf: graphFault,
    })
  return {
    clients: {
      managementTokens,
      graphTokens,
      graphLogs: graphClient(of.logs),
      graphDirectory: graphClient(directory),
      graphRisks: graphClient(risks),
      // Absent where the cloud has no such API.
      ...(management !== undefined && {
        management: new VendorClient({
          ...options,
          name: 'Management Activity API',
          base: management,
          tokens: managementTokens,
          limit: of.management,
          faultOf: managementFault,
        }),
      }),
    },
    limits: [...(management === undefined ? [] : [of.management]), of.logs, risks, directory],
  }
}

export function accessGoogle(settings: GoogleSettings, options: SourceOptions) {
  const { runtime } = options
  const reports = new RateLimit(limits.reports, runtime)
  const alerts = new RateLimit(limits.alerts, runtime)
  const directory = new RateLimit(limits.directory, runtime)
  const client = (scope: string, limit: RateLimit, name = 'Google Admin SDK', base = settings.url) =>
    new VendorClient({
      ...options,
      name,
      base,
      tokens: googleTokens(settings, scope, options),
      limit,
      faultOf: googleFault,
    })
  return {
    clients: {
      reports: client(scopes.reports, reports),
      users: client(scopes.users, directory),
      tokens: client(scopes.tokens, directory),
      alerts: client(scopes.alerts, alerts, 'Google Alert Center API', settings.alertsUrl),
    },
    limits: [reports, alerts, directory],
  }
}

/** In the order of their partitions in the state topic of `collect --loop`: add new lanes at the end. */
export const laneNames = [
  ...['m365', 'entra-logs', 'entra-directory', 'google-reports', 'google-directory'],
  ...['entra-risks', 'google-alerts'],
] as const

export interface Lane {
  readonly name: (typeof laneNames)[number]
  readonly sources: readonly LogSource[]
}

export interface Sources {
  readonly lanes: readonly Lane[]
  readonly limits: readonly RateLimit[]
  readonly organizations: Readonly<Partial<Record<LogSource['vendor'], string>>>
}

export function makeSources({ microsoft, google }: CollectSettings, options: SourceOptions): Sources {
  const lanes: Lane[] = []
  const add = (name: Lane['name'], sources: readonly LogSource[]) => lanes.push({ name, sources })
  const used: RateLimit[] = []
  if (microsoft !== undefined) {
    const { tenant } = microsoft
    const { clients, limits: counted } = accessMicrosoft(microsoft, options)
    const { management, graphLogs: logs, graphRisks, graphDirectory } = clients
    if (management !== undefined) {
      const api = new ManagementApi(management, tenant)
      const { subscribes } = options
      add(
        'm365',
        contentTypes.map((type) => managementSource(api, type, subscribes)),
      )
    }
    add(
      'entra-logs',
      graphLogs.map((log) => graphLogSource(logs, log, tenant)),
    )
    add(
      'entra-risks',
      riskLogs.map((log) => graphLogSource(graphRisks, log, tenant)),
    )
    add('entra-directory', [microsoftInventory(graphDirectory, tenant)])
    used.push(...counted)
  }
  if (google !== undefined) {
    const { clients, limits: counted } = accessGoogle(google, options)
    const api = { client: clients.reports, customer: google.customer, answers: false }
    add(
      'google-reports',
      reportApplications.map((application) => reportSource(api, application)),
    )
    add('google-alerts', [alertSource(clients.alerts, google.customer)])
    add('google-directory', [googleInventory(clients.users, clients.tokens, google.customer)])
    used.push(...counted)
  }
  const organizations = {
    ...(microsoft !== undefined && { microsoft: microsoft.tenant }),
    ...(google !== undefined && {
      google: google.customer === 'my_customer' ? domainOf(google.admin) : google.customer,
    }),
  }
  return { lanes, limits: used, organizations }
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1).toLowerCase()
