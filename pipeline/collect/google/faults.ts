// Errors of Google's APIs: {"error": {"code", "message", "errors": [{"reason"}]}}.
// https://developers.google.com/workspace/admin/reports/v1/limits
import { isObject } from '../../../mappings/kernel/json.ts'
import type { Fault, FaultReader } from '../vendor-client.ts'

/** Documented with status 503, sent with 403 and 429 as well. */
const quota: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded'])

export const googleFault: FaultReader = (status, body): Fault => {
  const error = isObject(body) && isObject(body.error) ? body.error : {}
  const [first] = Array.isArray(error.errors) ? error.errors.filter(isObject) : []
  const reason = typeof first?.reason === 'string' ? first.reason : undefined
  const code = reason ?? `status ${status}`
  const message =
    typeof error.message === 'string'
      ? error.message
      : 'an answer without an error of the API; a proxy may have sent it'
  if (status === 401) return { verdict: 'token', code, message }
  if (status === 429 || quota.has(code)) return { verdict: 'throttled', code, message }
  if (status === 503) return { verdict: error.message === undefined ? 'transient' : 'throttled', code, message }
  if (status === 408 || status >= 500) return { verdict: 'transient', code, message }
  return { verdict: status === 403 ? 'permission' : 'refused', code, message }
}
