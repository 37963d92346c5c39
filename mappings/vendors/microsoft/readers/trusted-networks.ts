// Networks whose sign-ins need no second factor: named locations that Conditional Access trusts.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { without } from '../../../kernel/without.ts'
import type { Changes } from './changes.ts'
import { type Policy, policyChange } from './policy-change.ts'
import { parseJson, textOf } from './values.ts'

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** Parses only texts that begin with a brace: a failed parse takes a quarter of the processing time of a record. */
const objectIn = (value: Json): Json | undefined =>
  typeof value === 'string' && value.trimStart().startsWith('{') ? parseJson(value) : value

/**
 * Returns the trusted address ranges in one side of a property. The directory writes a policy as text, in a newer form with all
 * ranges in one compressed text (https://github.com/dirkjanm/ROADtools), and Conditional Access writes the location of Microsoft
 * Graph (https://misconfigured.io/dotd/dotd-20250129).
 */
function trustedRanges(values: readonly Json[]): string[] {
  return values
    .map(objectIn)
    .filter(isObject)
    .map(({ KnownNetworkPolicies: known, ...own }): JsonObject => (isObject(known) ? known : own))
    .filter(
      ({ Categories: marks, isTrusted }) => isTrusted === true || listOf(marks).some((mark) => mark === 'trusted'),
    )
    .flatMap(({ CidrIpRanges: ranges, CompressedCidrIpRanges: compressed, ipRanges }) => [
      ...listOf(ranges),
      compressed,
      ...listOf(ipRanges).map((range) => (isObject(range) ? range.cidrAddress : range)),
    ])
    .flatMap((range) => textOf(range) ?? [])
}

/** Reads a change of the trusted networks; undefined if none is added or removed. */
export function trustedNetworkChange(changes: Changes): Policy | undefined {
  for (const name of changes.names()) {
    const before = trustedRanges(changes.beforeList(name))
    const after = trustedRanges(changes.afterList(name))
    const isWider = without(after, before).length > 0
    if (isWider || without(before, after).length > 0)
      return policyChange('trusted networks', isWider ? 'loosened' : 'tightened', before, after)
  }
  return undefined
}
