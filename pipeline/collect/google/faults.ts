// Errors of Google's APIs: {"error": {"code", "message", "errors": [{"reason"}]}}.
// https://developers.google.com/workspace/admin/reports/v1/limits
// Reasons: https://developers.google.com/youtube/v3/docs/core_errors
// https://developers.google.com/admin-sdk/reseller/v1/support/directory_api_common_errors
// Newer APIs: {"error": {"details": [{"reason"}]}}, https://docs.cloud.google.com/apis/design/errors
import { isObject } from '../../../mappings/kernel/json.ts'
import { table } from '../../../mappings/kernel/table.ts'
import type { Fault, FaultReader } from '../vendor-client.ts'

/**
 * The reasons of a quota, for example `dailyLimitExceeded`. Documented with status 503, sent with 403 and 429 as well.
 * `dailyLimitExceededUnreg` asks for a registration instead.
 */
const quota = /(?:limit|quota)_?exceeded$/i

const apiIsOff = 'enable the API in the Google Cloud project of the service account'
const hints: Readonly<Record<string, string>> = table({
  accessNotConfigured: apiIsOff,
  SERVICE_DISABLED: apiIsOff,
  domainCannotUseApis: 'turn on API access in the Admin console (Security > API controls)',
})

const noApiError = 'the response contains no API error; a proxy may have sent it'

export const googleFault: FaultReader = (status, body): Fault => {
  const error = isObject(body) && isObject(body.error) ? body.error : {}
  const causes = [error.errors, error.details].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
  const reason = causes.map((cause) => cause.reason).find((text) => typeof text === 'string')
  // A proxy or a page about automated requests may answer instead of the API.
  if (status === 403 && error.message === undefined)
    return { verdict: 'transient', code: `status ${status}`, message: noApiError }
  const code = reason ?? `status ${status}`
  const hint = hints[code]
  const message =
    typeof error.message === 'string' ? `${error.message}${hint === undefined ? '' : `; ${hint}`}` : noApiError
  if (status === 401) return { verdict: 'token', code, message }
  if (status === 429 || quota.test(code)) return { verdict: 'throttled', code, message }
  if (status === 503) return { verdict: error.message === undefined ? 'transient' : 'throttled', code, message }
  if (status === 408 || status >= 500) return { verdict: 'transient', code, message }
  return { verdict: status === 403 ? 'permission' : 'refused', code, message }
}
