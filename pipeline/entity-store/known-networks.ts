// Finds when an application or an account was first seen in a network. Compares providers if the records name them, and
// otherwise address ranges.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { isSystem, networkOf, systemOf } from './network.ts'

/** Checks whether the address belongs to a provider of rented servers, VPN exits or proxies. */
export const isHosted = ({ saas }: EcsDocument): boolean => saas?.source?.hosting === true

interface Networks<F extends string> {
  first(field: F, value: string, time: number): number | undefined
  members(field: F, time: number): readonly string[]
}

/**
 * Returns when the application or the account was first seen at the provider of a record, or otherwise in its network.
 * A network that was seen with other providers proves nothing.
 */
export function knownSince<F extends string>(
  view: Networks<NoInfer<F>>,
  field: F,
  source: EcsDocument['source'],
  at: number,
): number | undefined {
  const system = systemOf(source)
  const network = networkOf(source?.ip)
  const bySystem = system === undefined ? undefined : view.first(field, system, at)
  const byNetwork = network === undefined ? undefined : view.first(field, network, at)
  if (system === undefined || byNetwork === undefined) return bySystem ?? byNetwork
  const isOlder = byNetwork < (bySystem ?? at)
  return isOlder && !view.members(field, bySystem ?? at).some(isSystem) ? byNetwork : bySystem
}
