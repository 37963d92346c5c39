// Error responses of Microsoft Graph, the Management API, Log Analytics and Google, which may contain some of the records.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { pick } from './members.ts'
import type { Place, Walk } from './walk.ts'

export function isApiError(v: JsonObject): boolean {
  return isObject(v.error ?? v['odata.error']) || (typeof v.Message === 'string' && Object.keys(v).length === 1)
}

const takesWords = (word: unknown): boolean => typeof word === 'string' || Number.isFinite(word)

function wordsOf(value: JsonObject): string {
  const error = value.error ?? value['odata.error']
  const { code, message } = isObject(error) ? error : { code: undefined, message: value.Message }
  return [code, isObject(message) ? message.value : message].filter(takesWords).join(': ').slice(0, 300)
}

export function failApiError(value: JsonObject, place: Place, walk: Walk): void {
  walk.fail('api_error', `an API error response, not records: ${wordsOf(value)}`, value, place)
}

/** The members of a page that show that records are missing: an error, or a list of them. */
export const faultMembers: readonly string[] = ['error', 'errors', 'warnings']

/**
 * Reports a response with some of the records and an error. Log Analytics returns one if a query fails in part.
 * Source: https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format
 */
export function failPartialAnswer(value: JsonObject, place: Place, walk: Walk): void {
  for (const name of faultMembers) {
    const { [name]: fault } = value
    const error = Array.isArray(fault) ? fault.find(isObject) : fault
    if (!isObject(error)) continue
    const message = `the response is incomplete: ${wordsOf({ error })}`
    walk.fail('api_error', message, pick(value, [name]), walk.inside(place, `.${name}`))
  }
}
