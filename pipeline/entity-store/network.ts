// The networks of an address: a host may change its address within a network without a move.
import { type Environment, perEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { boundedCache } from '../../mappings/kernel/bounded-cache.ts'
import { networksTest } from '../../mappings/kernel/ip-network.ts'

const v4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/

const oneNetwork = boundedCache<string>()

/** The /24 of an IPv4 address, the /48 of an IPv6 address; undefined for anything else. */
export function networkOf(address: string | undefined): string | undefined {
  if (address === undefined || address.length > 45) return undefined
  return oneNetwork(address, (text) => findNetwork(text) ?? '') || undefined
}

function findNetwork(address: string): string | undefined {
  const prefix = v4.exec(address)?.[1]
  if (prefix !== undefined) return `${prefix}.0/24`
  return findGroups(address, 3)
}

/** The network of one machine: the IPv4 address, or the /64 of an IPv6 address. */
export function machineOf(address: string | undefined): string | undefined {
  if (address === undefined || address.length > 45) return undefined
  return v4.test(address) ? address : findGroups(address, 4)
}

/** The block of addresses, of one provider as a rule, that contains a network: a /16 of IPv4, a /32 of IPv6. Its networks begin with this text. */
export function blockOf(network: string): string {
  const separator = network.includes('.') ? '.' : ':'
  return network.slice(0, network.indexOf(separator, network.indexOf(separator) + 1) + 1)
}

/** Returns the network that the first groups of an IPv6 address form. */
function findGroups(address: string, count: number): string | undefined {
  if (!address.includes(':')) return undefined
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length
    while (groups.length + after < 8) groups.push('0')
  }
  if (groups.length < count) return undefined
  return `${groups
    .slice(0, count)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/${count * 16}`
}

const systemPrefix = 'AS'

/** The autonomous system of the address of a record, if the record or an address database contains it. */
export function systemOf(source: EcsDocument['source']): string | undefined {
  return source?.as?.number === undefined ? undefined : `${systemPrefix}${source.as.number}`
}

export function isSystem(network: string): boolean {
  return network.startsWith(systemPrefix)
}

/** Returns both the system and the network: a provider has many networks, and not every log contains the provider. */
export function networksOf(source: EcsDocument['source']): readonly string[] {
  return [systemOf(source), networkOf(source?.ip)].filter((network) => network !== undefined)
}

const testOf = perEnvironment(({ networks }) => networksTest(networks))

export function isOwnAddress(address: string | undefined, environment: Environment): boolean {
  return address !== undefined && environment.networks.length > 0 && testOf(environment)(address)
}
