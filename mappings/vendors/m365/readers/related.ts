// Everything under `related`.

import { isObject } from '../../../kernel/json.ts'
import { toIp } from '../../../lib/address.ts'
import { Distinct } from '../../../lib/distinct.ts'
import { isPlaceholder } from '../../../lib/user-name.ts'
import type { AuditDraft } from './audit-record.ts'
import { teamMembers } from './users.ts'

class Values {
  readonly #distinct = new Distinct<string>()

  get list(): string[] {
    return this.#distinct.list
  }

  add(value: unknown): void {
    if (Array.isArray(value)) for (const member of value) this.add(member)
    else if (typeof value === 'string' && !isPlaceholder(value)) this.#distinct.add(value)
  }
}

function relatedUsers(draft: AuditDraft): string[] {
  const { document, vendor, record } = draft
  const { user } = document
  const users = new Values()
  if (record.Members !== undefined) users.add(teamMembers(draft))
  users.add(user?.name)
  users.add(user?.target?.name)
  users.add(document.file?.owner)
  if (record.Parameters !== undefined && isObject(vendor.Parameters)) users.add(vendor.Parameters.User)
  users.add(user?.id)
  users.add(user?.target?.id)
  users.add(user?.target?.email)
  users.add(user?.email)
  users.add(document.related?.user)
  users.add(document.oauth?.account?.name)
  users.add(document.oauth?.grant?.principal?.name)
  users.add(document.oauth?.owner?.name)
  return users.list
}

function relatedHosts({ document }: AuditDraft): string[] {
  const hosts = new Values()
  hosts.add(document.host?.name ?? document.organization?.name)
  hosts.add(document.user?.domain)
  hosts.add(document.user?.target?.domain)
  hosts.add(document.source?.domain)
  hosts.add(document.destination?.domain)
  hosts.add(document.url?.domain)
  hosts.add(document.server?.domain)
  hosts.add(document.client?.domain)
  return hosts.list
}

function relatedAddresses({ document, record }: AuditDraft): string[] {
  const addresses = new Values()
  addresses.add(document.client?.ip)
  addresses.add(document.server?.ip)
  addresses.add(document.related?.ip)
  addresses.add(toIp(record.SenderIp))
  addresses.add(toIp(record.SenderIP))
  return addresses.list
}

function relatedHashes({ document }: AuditDraft): string[] {
  const hashes = new Values()
  const hash = document.file?.hash
  if (hash === undefined) return hashes.list
  hashes.add(hash.md5)
  hashes.add(hash.sha1)
  hashes.add(hash.sha256)
  hashes.add(hash.sha512)
  return hashes.list
}

export function readRelated(draft: AuditDraft): void {
  const user = relatedUsers(draft)
  const hosts = relatedHosts(draft)
  const ip = relatedAddresses(draft)
  const hash = relatedHashes(draft)
  if (user.length + hosts.length + ip.length + hash.length === 0) return
  draft.document.related ??= {}
  const { related } = draft.document
  if (user.length > 0) related.user = user
  if (hosts.length > 0) related.hosts = hosts
  if (ip.length > 0) related.ip = ip
  if (hash.length > 0) related.hash = hash
}
