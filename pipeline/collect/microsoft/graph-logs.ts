// Entra's audit and sign-in logs, and Entra ID Protection's detections and risk states, from Microsoft Graph.
// https://learn.microsoft.com/graph/api/directoryaudit-list, https://learn.microsoft.com/graph/api/signin-list,
// https://learn.microsoft.com/graph/api/resources/identityprotection-overview
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import { isObject } from '../../../mappings/kernel/json.ts'
import { graphList, nextLink } from '../answers.ts'
import { type LogSource, NotAvailable, presentState, toSecond, type Window } from '../log-source.ts'
import { microsoftPermissions, type Permission } from '../permissions.ts'
import { recordTexts } from '../record-texts.ts'
import { type VendorClient, VendorRefusal } from '../vendor-client.ts'
import { lacksLicense, noPremium } from './faults.ts'

/** 30 days with a premium license, seven days without. Graph does not list expired records. */
const retentionMs = 30 * dayMs
const pageSize = 1000
const presentPageSize = 500

export interface GraphLog {
  readonly id: string
  /** The category of the same log in diagnostic settings. Its envelope, which names the tenant, wraps the records. */
  readonly category: string
  /** The operation in this envelope, for detections, because their records contain no operation. */
  readonly operation?: string
  readonly permission: Permission
  readonly path: string
  readonly time: string
  readonly filter?: string
  /** `ranges`: filters, but no page size and no order. `present`: a current state without a history. */
  readonly lists?: 'ranges' | 'present'
  /** The license that a tenant needs for the log; absent if every tenant has the log. */
  readonly license?: string
}

const { logs, userRisks, riskyUsers, applicationRisks } = microsoftPermissions

/**
 * One query cannot read several kinds of sign-ins. The v1.0 API has only interactive sign-ins, and its records do not
 * contain their kind.
 */
const signIns = (id: string, category: string, kind: string): GraphLog => ({
  id: `entra-signins-${id}`,
  category,
  permission: logs,
  path: '/beta/auditLogs/signIns',
  time: 'createdDateTime',
  filter: `signInEventTypes/any(t: t eq '${kind}')`,
})

export const graphLogs: readonly GraphLog[] = [
  {
    id: 'entra-audit',
    category: 'AuditLogs',
    permission: logs,
    path: '/v1.0/auditLogs/directoryAudits',
    time: 'activityDateTime',
  },
  {
    id: 'entra-signins-interactive',
    category: 'SignInLogs',
    permission: logs,
    path: '/v1.0/auditLogs/signIns',
    time: 'createdDateTime',
  },
  signIns('noninteractive', 'NonInteractiveUserSignInLogs', 'nonInteractiveUser'),
  signIns('serviceprincipal', 'ServicePrincipalSignInLogs', 'servicePrincipal'),
  signIns('managedidentity', 'ManagedIdentitySignInLogs', 'managedIdentity'),
]

/** The detections of Entra ID Protection, and the resulting risk states. */
export const riskLogs: readonly GraphLog[] = [
  {
    id: 'entra-risk-users',
    category: 'UserRiskEvents',
    operation: 'User Risk Detection',
    permission: userRisks,
    path: '/v1.0/identityProtection/riskDetections',
    time: 'detectedDateTime',
    lists: 'ranges',
    license: 'Entra ID P2',
  },
  {
    id: 'entra-risk-applications',
    category: 'ServicePrincipalRiskEvents',
    operation: 'Service principal risk detection',
    permission: applicationRisks,
    path: '/v1.0/identityProtection/servicePrincipalRiskDetections',
    time: 'detectedDateTime',
    lists: 'ranges',
    license: 'Entra Workload ID Premium',
  },
  {
    id: 'entra-risky-users',
    category: 'RiskyUsers',
    operation: 'Risky user',
    permission: riskyUsers,
    path: '/v1.0/identityProtection/riskyUsers',
    time: 'riskLastUpdatedDateTime',
    lists: 'present',
    license: 'Entra ID P2',
  },
  {
    id: 'entra-risky-applications',
    category: 'RiskyServicePrincipals',
    operation: 'Risky Service Principal',
    permission: applicationRisks,
    path: '/v1.0/identityProtection/riskyServicePrincipals',
    time: 'riskLastUpdatedDateTime',
    lists: 'present',
    license: 'Entra Workload ID Premium',
  },
]

/** Returns the address of the first page of a log. Graph refuses an unescaped space or quote in a filter. */
export function firstPage(
  base: string,
  { path, time, filter, lists }: GraphLog,
  { from, to }: Window,
  top = pageSize,
): string {
  if (lists === 'present') return `${base}${path}?$top=${Math.min(top, presentPageSize)}`
  const range = `${time} ge ${toSecond(from)} and ${time} le ${toSecond(to)}`
  const whole = filter === undefined ? range : `${range} and (${filter})`
  const order = lists === 'ranges' ? '' : `&$orderby=${encodeURIComponent(`${time} asc`)}&$top=${top}`
  return `${base}${path}?$filter=${encodeURIComponent(whole)}${order}`
}

/** This header adds two more agent types to sign-ins. */
const headers = { prefer: 'include-unknown-enum-members' }

export function graphLogSource(client: VendorClient, log: GraphLog, tenant: string): LogSource {
  return {
    id: log.id,
    vendor: 'microsoft',
    clock: client,
    ...(log.lists === 'present'
      ? presentState
      : { retentionMs, refusesOlder: false, windowMs: dayMs, overlapMs: 3 * hourMs }),
    collect: async (window, out) => {
      try {
        const first = { url: firstPage(client.base, log, window), headers, read: graphList }
        for await (const { text, value } of client.pages(first, nextLink))
          await out.write(recordTexts(text).map((record, at) => enveloped(record, value[at], log, tenant)))
      } catch (error) {
        throw notAvailable(error, log) ?? error
      }
    },
  }
}

/** Skips a log if the tenant lacks the license, or the application the permission for an additional log. */
function notAvailable(error: unknown, { license }: GraphLog): NotAvailable | undefined {
  if (!(error instanceof VendorRefusal)) return undefined
  if (license === undefined)
    return error.vendorCode === noPremium
      ? new NotAvailable('the sign-in log needs Entra ID P1 or P2', error, true)
      : undefined
  if (error.code !== 'vendor_permission') return undefined
  return new NotAvailable(
    `needs ${license} and its permission, \`consentry collect --check\` names it: ${error.reason}`,
    error,
    lacksLicense(error),
  )
}

/** Returns the record in the form of the diagnostic log: with the tenant, and with the kind of a sign-in. */
function enveloped(text: string, record: unknown, { category, operation, time }: GraphLog, tenant: string): string {
  const members = isObject(record) ? record : {}
  const envelope: Record<string, unknown> = { time: members[time], tenantId: tenant, category }
  if (category === 'AuditLogs') envelope.operationName = members.activityDisplayName
  else if (operation !== undefined) envelope.operationName = operation
  else {
    const code = isObject(members.status) ? members.status.errorCode : undefined
    Object.assign(envelope, { operationName: 'Sign-in activity', callerIpAddress: members.ipAddress })
    if (code !== undefined && code !== null) envelope.resultType = String(code)
  }
  return `${JSON.stringify(envelope).slice(0, -1)},"properties":${text}}`
}
