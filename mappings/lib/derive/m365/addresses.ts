// Client and server addresses.
import { type Address, parseAddress, toServerAddress } from '../../address.ts'
import { put } from '../../put.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType, textOf } from './record.ts'

const clientMembers = ['ClientIPAddress', 'ClientIP', 'ActorIpAddress'] as const

function readClient({ record, vendor, document }: AuditDraft): void {
  let member: (typeof clientMembers)[number] = 'ClientIPAddress'
  let text: string | undefined
  for (member of clientMembers) {
    text = textOf(record[member])
    if (text !== undefined) break
  }
  if (text === undefined) return
  const address = knownAddress(text)
  if (address === undefined) {
    vendor.ClientIP = text
    vendor.ClientIPInvalid = true
    return
  }
  vendor[member] = undefined
  document.client ??= {}
  putAddress(document.client, address)
  if (address.ip === undefined) return
  document.source ??= {}
  document.source.ip = address.ip
  put(document.source, 'port', address.port)
  document.network ??= {}
  document.network.type = address.ip.includes(':') ? 'ipv6' : 'ipv4'
}

function putAddress(target: { -readonly [M in keyof Address]: Address[M] }, { address, ip, port, domain }: Address) {
  put(target, 'address', address)
  put(target, 'ip', ip)
  put(target, 'port', port)
  put(target, 'domain', domain)
}

/** Clients come again and again, so what their texts say is kept. Callers copy it. */
const known = new Map<string, Address | undefined>()
const knownLimit = 4096

function knownAddress(text: string): Address | undefined {
  const kept = known.get(text)
  if (kept !== undefined) return kept
  const address = parseAddress(text)
  if (known.size >= knownLimit) known.clear()
  if (text.length < 100) known.set(text, address)
  return address
}

function readServer({ record, document }: AuditDraft): void {
  const text = textOf(record.OriginatingServer)
  if (text === undefined) return
  const server = toServerAddress(text)
  document.server ??= {}
  putAddress(document.server, server)
  if (server.ip === undefined) return
  document.destination ??= {}
  document.destination.ip = server.ip
}

export function readAddresses(draft: AuditDraft): void {
  readClient(draft)
  const type = recordType(draft.record)
  if (type === 1 || type === 2 || type === 3) readServer(draft)
}
