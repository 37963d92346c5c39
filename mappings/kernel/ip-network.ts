// Addresses and networks with the comparison of Elasticsearch's `ip` fields: IPv4 equals its IPv4-mapped IPv6 form.
import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net'
import { GenerationCache } from './bounded-cache.ts'

/** Adds the network (or the single address) in a text. Returns false when the text contains none. */
function addNetwork(list: BlockList, text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  // A zone (`fe80::1%eth0`) identifies a network interface of one machine. Logs do not contain zones.
  const version = address.includes('%') ? 0 : isIP(address)
  const longest = version === 4 ? 32 : 128
  const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
  if (version === 0 || more !== undefined || !(prefix <= longest)) return false
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6')
  return true
}

/** A log repeats its addresses. */
function testOf(list: BlockList): (address: string) => boolean {
  const known = new GenerationCache<boolean>(1_000)
  return (address) => {
    const before = known.get(address)
    if (before !== undefined) return before
    const family = isIP(address)
    if (family === 0) return false
    const held = list.check(address, family === 4 ? 'ipv4' : 'ipv6')
    known.set(address, held)
    return held
  }
}

/** Whether an address is in the network (or is the single address) in a text; undefined when the text contains none. */
export function networkTest(text: string): ((address: string) => boolean) | undefined {
  const list = new BlockList()
  return addNetwork(list, text) ? testOf(list) : undefined
}

/** Whether an address is in one of several networks. Ignores texts that contain no network. */
export function networksTest(texts: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const text of texts) addNetwork(list, text)
  return testOf(list)
}

/** Checks for an IPv4 address or network in IPv6 form, in any spelling. */
export function isMapped(text: string): boolean {
  const [address = ''] = text.split('/')
  if (isIP(address) !== 6) return false
  return new SocketAddress({ address: address.replace(/%.*/s, ''), family: 'ipv6' }).address.startsWith('::ffff:')
}

/** A network of IPv4 addresses in IPv6 form, which Elasticsearch refuses. */
export const isMappedNetwork = (text: string): boolean => text.includes('/') && isMapped(text)

/** Checks for an IPv6 network that contains the IPv6 form of every IPv4 address. */
export const containsMapped = (text: string): boolean =>
  text.includes(':') && !isMapped(text) && networkTest(text)?.('0.0.0.0') === true

/** Checks the host of a URL. A host name such as `127.attacker.example` is not a loopback address. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
