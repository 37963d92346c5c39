import { type Address, isAddressList, parseAddress, toServerAddress } from '../../../lib/address.ts'
import { put } from '../../../lib/put.ts'
import { namedValue } from '../../microsoft/readers/name-values.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType } from './record.ts'

const clientMembers = ['ClientIPAddress', 'ClientIP', 'ActorIpAddress'] as const

/** Reads the address from the members that other workloads use. The address also stays in its member. */
function otherAddress({ record }: AuditDraft): Address | undefined {
  const text = textOf(record.UserIp) ?? textOf(namedValue(record.PropertyCollection, 'enduser.ip_address'))
  return text === undefined ? undefined : parseAddress(text)
}

/** Returns the first valid address of the members. If no member contains a valid address, keeps the first text. */
function clientAddress(draft: AuditDraft): Address | undefined {
  const { record, vendor } = draft
  let junk: string | undefined
  for (const member of clientMembers) {
    const text = textOf(record[member])
    if (text === undefined) continue
    const address = parseAddress(text)
    if (address !== undefined) {
      if (!isAddressList(text)) vendor[member] = undefined
      return address
    }
    junk ??= text
  }
  if (junk !== undefined) {
    vendor.ClientIP = junk
    vendor.ClientIPInvalid = true
  }
  return otherAddress(draft)
}

function readClient(draft: AuditDraft): void {
  const { document } = draft
  const address = clientAddress(draft)
  if (address === undefined) return
  if (address.ip === undefined || address.domain !== undefined) document.client = { ...address }
  if (address.ip === undefined) return
  document.source ??= {}
  document.source.ip = address.ip
  put(document.source, 'port', address.port)
}

function readServer({ record, document }: AuditDraft): void {
  const text = textOf(record.OriginatingServer)
  if (text === undefined) return
  const server = toServerAddress(text)
  document.server = { ...server }
  if (server.ip === undefined) return
  document.destination ??= {}
  document.destination.ip = server.ip
}

export function readAddresses(draft: AuditDraft): void {
  readClient(draft)
  const type = recordType(draft.record)
  if (type === 1 || type === 2 || type === 3) readServer(draft)
}
