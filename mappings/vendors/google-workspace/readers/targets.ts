// The targets of Google's events: users, groups, web addresses, periods.
import type { EcsDocument } from '../../../fields/document.ts'
import { splitUserName } from '../../../lib/user-name.ts'

export function writeUserTarget(document: EcsDocument, address: string | undefined): void {
  const parts = splitUserName(address)
  if (parts === undefined || address === undefined) return
  document.user ??= {}
  document.user.target = { ...document.user.target, ...parts, email: address }
}

export function writeGroup(document: EcsDocument, address: string | undefined): void {
  const parts = splitUserName(address)
  if (parts !== undefined) document.group = { ...document.group, ...parts }
}

export function writeTargetGroup(document: EcsDocument): void {
  const { name, domain } = document.group ?? {}
  if (name === undefined) return
  document.user ??= {}
  document.user.target ??= {}
  document.user.target.group = { name, ...(domain !== undefined && { domain }) }
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** `url.full` and its parts, where it is an address with a scheme. */
export function writeUrl(document: EcsDocument, address: string | undefined): void {
  if (address === undefined) return
  document.url ??= {}
  const { url } = document
  url.full ??= address
  url.original = url.full
  const parsed = parseUrl(url.full)
  if (parsed === undefined) return
  url.scheme = parsed.protocol.slice(0, -1)
  if (parsed.hostname !== '') url.domain = parsed.hostname
  if (parsed.port !== '') url.port = Number(parsed.port)
  if (parsed.search.length > 1) url.query = parsed.search.slice(1)
  if (parsed.hash.length > 1) url.fragment = parsed.hash.slice(1)
  if (parsed.pathname === '') return
  url.path = parsed.pathname
  const dot = parsed.pathname.lastIndexOf('.')
  if (dot > parsed.pathname.lastIndexOf('/') && dot < parsed.pathname.length - 1)
    url.extension = parsed.pathname.slice(dot + 1)
}

/** `event.duration` in nanoseconds, when start and end are known and in order. */
export function writeDuration({ event }: EcsDocument): void {
  if (event.start === undefined || event.end === undefined) return
  const nanoseconds = (Date.parse(event.end) - Date.parse(event.start)) * 1e6
  if (nanoseconds >= 0 && Number.isSafeInteger(nanoseconds)) event.duration = nanoseconds
}
