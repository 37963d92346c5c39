// The guests that a Conditional Access policy names.
// https://learn.microsoft.com/graph/api/resources/conditionalaccessguestsorexternalusers
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { without } from '../../../kernel/without.ts'
import { listedTexts, textOf } from './values.ts'

/** Microsoft knows six types. A longer list is no record of the service. */
const mostTypes = 20

const separator = ' of '

/** The types of guests, with each organization that the policy lists. A guest of the own organization has no other one. */
export function guestsIn({ guestOrExternalUserTypes, externalTenants }: JsonObject): string[] {
  const types = listedTexts(guestOrExternalUserTypes)
    .filter((type) => type !== 'none')
    .slice(0, mostTypes)
  if (!isObject(externalTenants) || textOf(externalTenants.membershipKind) !== 'enumerated') return types
  const tenants = listedTexts(externalTenants.members)
  return types.flatMap((type) =>
    type === 'internalGuest' ? [type] : tenants.map((tenant) => `${type}${separator}${tenant}`),
  )
}

/** The values that the other list lacks. Guests of all organizations include those of one organization. */
export function notCovered(values: readonly string[], others: readonly string[]): string[] {
  const types = new Set(others)
  return without(values, others).filter((value) => !types.has(value.split(separator, 1)[0] ?? value))
}
