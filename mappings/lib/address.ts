// Reads network addresses in the formats of audit logs: with port, brackets, host name or IPv4-mapped prefix.
import { isIP, SocketAddress } from 'node:net'
import { boundedCache } from '../kernel/bounded-cache.ts'

export interface Address {
  readonly address?: string
  readonly ip?: string
  readonly port?: number
  readonly domain?: string
}

const mappedPrefix = /^(\[?)::ffff:(?=\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:$|[\]:]))/i
const bracketed = /^\[([^[\]]*)\](?::(\d{1,5}))?$/
const withPort = /^([^:[\]]+):(\d{1,5})$/
const hostThenText = /^\[?([^\s()[\]]+) \(([^()]+)\)\]?$/
const hostName = /^(?=.*[a-z])[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/i
const junk = new Set(['null', 'n/a', 'undefined', 'unknown', 'none'])
const longestAddress = 300

function toPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  return port <= 65_535 ? port : undefined
}

function isHost(text: string): boolean {
  return hostName.test(text) && !junk.has(text.toLowerCase())
}

function hostOrIp(text: string, portText: string | undefined): Address | undefined {
  const port = toPort(portText)
  if (portText !== undefined && port === undefined) return undefined
  const ip = bareIp(text)
  const portMember = port === undefined ? {} : { port }
  if (ip !== undefined) return { address: ip, ip, ...portMember }
  return isHost(text) ? { domain: text, ...portMember } : undefined
}

/** Returns the IP as Elasticsearch's `ip` type: one IPv6 spelling without a zone, and IPv4 if IPv4-mapped. */
function bareIp(text: string): string | undefined {
  const version = isIP(text)
  if (version !== 6) return version === 0 ? undefined : text
  return new SocketAddress({ address: text.replace(/%.*/s, ''), family: 'ipv6' }).address.replace(mappedPrefix, '')
}

/** The address in a text that may have a port, brackets, a host name, or more addresses after it. */
export function toIp(value: unknown): string | undefined {
  return typeof value === 'string' ? parseAddress(value)?.ip : undefined
}

/** Whether a text lists several addresses: proxies append theirs to that of the client. */
export const isAddressList = (text: string): boolean => text.includes(',')

const junkAddress: Address = {}
/** Logs repeat the same hosts. The cached addresses are shared, so callers must copy them. */
const clients = boundedCache<Address>({ keyLength: longestAddress })
const servers = boundedCache<Address>({ keyLength: longestAddress })

/**
 * Returns a client address, or the first address of a list. Returns undefined for invalid text (`<null>`, `-`,
 * `127.0.0.1:undefined`). The caller then keeps the text.
 */
export function parseAddress(text: string): Address | undefined {
  const address = clients(text, readClient)
  return address === junkAddress ? undefined : address
}

const readClient = (text: string): Address => clientIn(text) ?? junkAddress

function clientIn(text: string): Address | undefined {
  if (isAddressList(text)) {
    const first = parseAddress(text.slice(0, text.indexOf(',')))
    return first?.ip === undefined ? undefined : first
  }
  if (text.length > longestAddress) return undefined
  const plain = text.trim().replace(mappedPrefix, '$1')
  const ip = bareIp(plain)
  if (ip !== undefined) return { address: ip, ip }
  const inBrackets = bracketed.exec(plain)
  if (inBrackets !== null && !inBrackets[1]?.includes(' ')) return hostOrIp(inBrackets[1] ?? '', inBrackets[2])
  const ported = withPort.exec(plain)
  if (ported !== null) return hostOrIp(ported[1] ?? '', ported[2])
  const named = hostThenText.exec(plain)
  if (named !== null) {
    const [, domain = '', address = ''] = named
    const namedIp = bareIp(address)
    return namedIp === undefined ? { address, domain } : { address, ip: namedIp, domain }
  }
  return isHost(plain) ? { domain: plain } : undefined
}

/** Reads `HOST (15.20.8534.012)`. The text in parentheses is often a build number, and stays without `ip`. */
export const toServerAddress = (text: string): Address => servers(text, readServer)

function readServer(text: string): Address {
  const plain = text.replaceAll('\r', '').replaceAll('\n', '').trim()
  const named = plain.length > longestAddress ? null : hostThenText.exec(plain)
  if (named === null) return plain === '' ? {} : { address: plain }
  const [, domain = '', address = ''] = named
  const ip = bareIp(address)
  return ip === undefined ? { address, domain } : { address, ip, domain }
}
