// Everything under `related`.
import { isObject } from '../../../kernel/json.ts'
import { toIp } from '../../../lib/address.ts'
import { Distinct } from '../../../lib/distinct.ts'
import { put } from '../../../lib/put.ts'
import { isPlaceholder } from '../../../lib/user-name.ts'
import type { AuditDraft } from './audit-record.ts'
import { teamMembers } from './users.ts'

function add(distinct: Distinct<string>, value: unknown): void {
  if (Array.isArray(value)) for (const member of value) add(distinct, member)
  else if (typeof value === 'string' && !isPlaceholder(value)) distinct.add(value)
}

/** Returns the distinct texts in the values and in lists among them. */
function textsAmong(values: readonly unknown[]): string[] | undefined {
  const distinct = new Distinct<string>()
  for (const value of values) if (value !== undefined) add(distinct, value)
  return distinct.list.length > 0 ? distinct.list : undefined
}

export function readRelated(draft: AuditDraft): void {
  const { document, record, vendor } = draft
  const { user, source, server, file, oauth } = document
  const target = user?.target
  const users = textsAmong([
    record.Members === undefined ? undefined : teamMembers(draft),
    user?.name,
    target?.name,
    file?.owner,
    record.Parameters !== undefined && isObject(vendor.Parameters) ? vendor.Parameters.User : undefined,
    user?.id,
    target?.id,
    target?.email,
    user?.email,
    document.related?.user,
    oauth?.account?.name,
    oauth?.grant?.principal?.name,
    oauth?.owner?.name,
  ])
  const addresses = [source?.ip, server?.ip, document.related?.ip, toIp(record.SenderIp), toIp(record.SenderIP)]
  const ip = textsAmong(addresses)
  const hash = file?.hash && textsAmong([file.hash.md5, file.hash.sha1, file.hash.sha256, file.hash.sha512])
  if ((users ?? ip ?? hash) === undefined) return
  document.related ??= {}
  const { related } = document
  put(related, 'user', users)
  put(related, 'ip', ip)
  put(related, 'hash', hash)
}
