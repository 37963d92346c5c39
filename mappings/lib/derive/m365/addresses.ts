// Client and server addresses.
import { parseAddress, toServerAddress } from '../../address.ts'
import { put } from '../../put.ts'
import type { Draft } from '../step.ts'
import { recordType, textOf } from './record.ts'

const clientMembers = ['ClientIPAddress', 'ClientIP', 'ActorIpAddress'] as const

function readClient({ record, vendor, document }: Draft): void {
  const member = clientMembers.find((name) => textOf(record[name]) !== undefined)
  if (member === undefined) return
  const address = parseAddress(textOf(record[member]) as string)
  if (address === undefined) {
    vendor.ClientIP = textOf(record[member])
    vendor.ClientIPInvalid = true
    return
  }
  delete vendor[member]
  document.client = { ...document.client, ...address }
  if (address.ip === undefined) return
  document.source ??= {}
  document.source.ip = address.ip
  put(document.source, 'port', address.port)
  document.network = { ...document.network, type: address.ip.includes(':') ? 'ipv6' : 'ipv4' }
}

function readServer({ record, document }: Draft): void {
  const text = textOf(record.OriginatingServer)
  if (text === undefined) return
  const server = toServerAddress(text)
  const { address, domain, ip } = server
  document.server = { ...document.server, ...(address && { address }), ...(domain && { domain }), ...(ip && { ip }) }
  if (ip !== undefined) document.destination = { ...document.destination, ip }
}

export function readAddresses(draft: Draft): void {
  readClient(draft)
  const type = recordType(draft.record)
  if (type === 1 || type === 2 || type === 3) readServer(draft)
}
