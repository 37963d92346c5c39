// Readers for the documented lists in the answers of both vendors. A proxy, or a vendor with a failure, may answer with
// other content and status 200; such an answer is not an empty list.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import type { Page, VendorClient } from './vendor-client.ts'

/** Reads an answer; returns undefined if the answer does not have the documented form. */
export type Reader<T> = (answer: unknown) => T | undefined

/** The members that refer to the next page: a text, or absent after the last page. */
const links = ['@odata.nextLink', 'nextPageToken']

/** False for an answer that no list may have: with an error next to its records, or with an unreadable link. */
export const isDocumented = (answer: unknown): boolean =>
  !isObject(answer) ||
  (!Object.hasOwn(answer, 'error') &&
    links.every((name) => answer[name] === undefined || typeof answer[name] === 'string'))

export const arrayAnswer: Reader<readonly unknown[]> = (answer) => (Array.isArray(answer) ? answer : undefined)

/** Reads a Microsoft Graph list. Graph includes the list member even if the list is empty. */
export const graphList: Reader<readonly unknown[]> = (answer) =>
  isObject(answer) ? arrayAnswer(answer.value) : undefined

/** Members of Google's answers besides the list. */
const around = new Set(['kind', 'etag', 'nextPageToken'])

/** Google omits an empty list: such an answer has no other content. */
export const googleList =
  (member: 'items' | 'users' | 'alerts'): Reader<readonly unknown[]> =>
  (answer) => {
    if (!isObject(answer)) return undefined
    if (answer[member] !== undefined) return arrayAnswer(answer[member])
    return Object.keys(answer).every((name) => around.has(name)) ? [] : undefined
  }

/** Reads a list in which every item is an object with these text members. Without them, the object is unusable. */
export const objectsIn =
  (list: Reader<readonly unknown[]>, ...texts: readonly string[]): Reader<readonly JsonObject[]> =>
  (answer) => {
    const all = list(answer)
    const isRead = (item: unknown) => isObject(item) && texts.every((name) => typeof item[name] === 'string')
    return all?.every(isRead) ? (all as readonly JsonObject[]) : undefined
  }

interface Answered {
  readonly answer: unknown
}

function textOf(answer: unknown, name: string): string | undefined {
  const text = isObject(answer) ? answer[name] : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}

export const nextLink = ({ answer }: Answered) => textOf(answer, '@odata.nextLink')

/** The pages of a Google list. `url` is the address of the first page. */
export function googlePages<T extends readonly unknown[]>(
  client: VendorClient,
  read: Reader<T>,
  url: string,
): AsyncGenerator<Page<T>> {
  return client.pages({ url, read }, ({ answer }) => {
    const token = textOf(answer, 'nextPageToken')
    if (token === undefined) return undefined
    const next = new URL(url)
    next.searchParams.set('pageToken', token)
    return next.href
  })
}
