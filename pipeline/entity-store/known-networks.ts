// Finds when an application or an account was first seen in a network. Compares providers if the records name them, and
// otherwise address ranges.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { blockOf, isSystem, networkOf, systemOf } from './network.ts'
import { newMs } from './novelty.ts'
import type { Subject } from './subject.ts'

/** Checks whether the address belongs to a provider of rented servers, VPN exits or proxies. */
export const isHosted = ({ saas }: EcsDocument): boolean => saas?.source?.hosting === true

interface Networks<F extends string> {
  first(field: F, value: string, time: number): number | undefined
  members(field: F, time: number): readonly string[]
  count(field: F, time: number): { readonly count: number; readonly approximate: boolean }
}

/** With more networks than this, blocks prove little, and each record would need a long search. */
const mostNetworks = 200

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
  if (system === undefined) return network === undefined ? undefined : blockSince(view, field, network, at, byNetwork)
  if (byNetwork === undefined) return bySystem
  const isOlder = byNetwork < (bySystem ?? at)
  return isOlder && !view.members(field, bySystem ?? at).some(isSystem) ? byNetwork : bySystem
}

/** Returns since when an application works at the provider, or in the network, of a record: since this record if not before. */
export const inUseSince = (app: Networks<'networks'>, { at, document }: Pick<Subject, 'at' | 'document'>): number =>
  knownSince(app, 'networks', document.source, at) ?? at

/** Two networks of one block that are a day old show that the provider gives addresses from the whole block. */
function blockSince<F extends string>(
  view: Networks<F>,
  field: F,
  network: string,
  at: number,
  own: number | undefined,
): number | undefined {
  if (own !== undefined && at - own >= newMs) return own
  const { count, approximate } = view.count(field, at)
  if (approximate || count > mostNetworks) return own
  const block = blockOf(network)
  const [, other] = view.members(field, at).filter((each) => each.startsWith(block) && each !== network)
  const second = other === undefined ? undefined : view.first(field, other, at)
  const isRoaming = second !== undefined && at - second >= dayMs && second < (own ?? at)
  return isRoaming ? second : own
}
