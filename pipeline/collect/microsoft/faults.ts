// Errors of Microsoft's APIs: {"error": {"code", "message"}}.
import { isObject } from '../../../mappings/kernel/json.ts'
import type { Fault, FaultReader, VendorRefusal, Verdict } from '../vendor-client.ts'

function errorOf(status: number, body: unknown): { code: string; message: string } {
  const error = isObject(body) && isObject(body.error) ? body.error : {}
  const { code, message } = error
  return {
    code: typeof code === 'string' && code !== '' ? code : `status ${status}`,
    message: typeof message === 'string' ? message : 'the response contains no API error; a proxy may have sent it',
  }
}

function commonVerdict(status: number): Verdict {
  if (status === 401) return 'token'
  if (status === 429) return 'throttled'
  if (status === 408 || status >= 500) return 'transient'
  return 'refused'
}

/** The server failed; AF50005 and AF50006 are not documented. */
const internal: ReadonlySet<string> = new Set(['AF50000', 'AF50005', 'AF50006'])

const noAuditing =
  'unified auditing is off in this tenant: turn it on in Purview (Audit, Start recording), or run Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true in Exchange Online PowerShell; wait up to 60 minutes, then collect again'

/** Throttling comes with status 403: the code decides. */
export const managementFault: FaultReader = (status, body): Fault => {
  const { code, message } = errorOf(status, body)
  if (code === 'AF429') return { verdict: 'throttled', code, message }
  if (code === 'AF10001') return { verdict: 'permission', code, message }
  // Documented response text for a tenant without unified auditing; its code is that of an internal error.
  if (/DataServiceException: Tenant \S+ does not exist/.test(message))
    return { verdict: 'refused', code, message: noAuditing }
  if (internal.has(code)) return { verdict: 'transient', code, message }
  return { verdict: commonVerdict(status), code, message }
}

/** Microsoft also sends this code at random to tenants with a license, so only a repeated code counts. */
export const noPremium = 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'

/** Returns true if the tenant has no license for the log, regardless of permissions. */
export function lacksLicense({ vendorCode, reason }: VendorRefusal): boolean {
  return vendorCode === noPremium || /\bnot licensed\b/i.test(reason)
}

export const graphFault: FaultReader = (status, body): Fault => {
  const { code, message } = errorOf(status, body)
  if (code === noPremium) return { verdict: 'doubtful', code, message }
  if (status === 403) return { verdict: 'permission', code, message }
  return { verdict: commonVerdict(status), code, message }
}
