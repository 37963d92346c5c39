// Makes any number of records from a few samples. Each copy has a different id, so that no copy is a duplicate.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { getPath, splitPath } from '../../mappings/kernel/path.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import type { Decoded, NativeKind } from '../../pipeline/outcome.ts'

/** Decimal digits only: a Google qualifier is a number. */
const idMark = '9007199254740993'
/** Has as many digits as the number of an account. */
const accountMark = '9007199'
const timeMark = '@time@'
const marks = new RegExp(`(${idMark}|${accountMark}|${timeMark})`)

/** The paths at which records name the acting account and the time. */
const places: Readonly<Partial<Record<NativeKind, { readonly accounts: readonly string[]; readonly time: string }>>> = {
  U: { accounts: ['UserId', 'UserKey'], time: 'CreationTime' },
  G: { accounts: ['actor.email', 'actor.profileId'], time: 'id.time' },
  A: { accounts: ['initiatedBy.user.userPrincipalName', 'initiatedBy.user.id'], time: 'activityDateTime' },
  S: { accounts: ['userPrincipalName', 'userId'], time: 'createdDateTime' },
}

/** Returns the record with the mark in place of its id. */
function marked({ kind, record }: Decoded): JsonObject {
  switch (kind) {
    case 'U':
      return { ...record, Id: idMark }
    case 'G':
    case 'B':
      return { ...record, id: { ...(isObject(record.id) ? record.id : {}), uniqueQualifier: idMark } }
    case 'C':
      return { ...record, alertId: idMark }
    case 'L':
      return { ...record, insertId: idMark }
    case 'A':
    case 'S':
    case 'R':
    case 'I':
    case 'D':
      return { ...record, id: idMark }
    case 'M':
    case 'N':
      return { ...record, requestId: idMark }
  }
}

const textAt = (record: JsonObject, path: string): string | undefined => {
  const value = getPath(record, splitPath(path))
  return typeof value === 'string' && value.length > accountMark.length ? value : undefined
}

/** Keeps the end of an address and the beginning of an id. */
const ofAccount = (value: string): string =>
  value.includes('@') ? `${accountMark}.${value}` : value.slice(0, -accountMark.length) + accountMark

function toText(decoded: Decoded, varied: boolean): string {
  let text = JSON.stringify(marked(decoded))
  const { accounts = [], time } = varied ? (places[decoded.kind] ?? {}) : {}
  for (const value of new Set(accounts.flatMap((path) => textAt(decoded.record, path) ?? [])))
    text = text.replaceAll(JSON.stringify(value), JSON.stringify(ofAccount(value)))
  const at = time === undefined ? undefined : textAt(decoded.record, time)
  return at === undefined ? text : text.replace(JSON.stringify(at), JSON.stringify(timeMark))
}

/**
 * Returns the native records in the raw values that `keep` accepts, each as its text split at the marks. Only varied
 * records have marks for an account and a time.
 */
export function toMoulds(texts: Iterable<string>, keep: (decoded: Decoded) => boolean, varied = false): string[][] {
  const moulds: string[][] = []
  for (const text of texts)
    for (const decoded of decode({ delivery: { source: 'bench', offset: '0' }, text }))
      if (decoded.ok && keep(decoded)) moulds.push(toText(decoded, varied).split(marks))
  return moulds
}

/** The time of varied records, unless the caller gives a time. */
const someDay = Date.UTC(2026, 2, 1)

/** Record number `n`: the moulds in turn, the accounts in turn. */
export function freshRecord(moulds: readonly (readonly string[])[], n: number, accounts = 1, at = someDay): string {
  let text = ''
  for (const piece of moulds[n % moulds.length] as readonly string[]) {
    if (piece === idMark) text += String(1_000_000_000_000 + n)
    else if (piece === accountMark) text += String(n % accounts).padStart(accountMark.length, '0')
    else text += piece === timeMark ? `${new Date(at).toISOString().slice(0, 19)}Z` : piece
  }
  return text
}
