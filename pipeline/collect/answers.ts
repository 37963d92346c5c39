// The documented lists in the answers of both vendors. A proxy, or a vendor in trouble, may answer anything else with status 200:
// that is no empty list.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'

/** Reads an answer; undefined where it is not the documented one. */
export type Reader<T> = (answer: unknown) => T | undefined

export const arrayAnswer: Reader<readonly unknown[]> = (answer) => (Array.isArray(answer) ? answer : undefined)

/** Microsoft Graph also names a list that is empty. */
export const graphList: Reader<readonly unknown[]> = (answer) =>
  isObject(answer) ? arrayAnswer(answer.value) : undefined

/** Members of Google's answers, apart from their list. */
const around = new Set(['kind', 'etag', 'nextPageToken'])

/** Google omits a list that is empty: the answer then has no other content. */
export const googleList =
  (member: 'items' | 'users' | 'alerts'): Reader<readonly unknown[]> =>
  (answer) => {
    if (!isObject(answer)) return undefined
    if (answer[member] !== undefined) return arrayAnswer(answer[member])
    return Object.keys(answer).every((name) => around.has(name)) ? [] : undefined
  }

/** A list that has only objects with certain texts: without them, nothing could be read about the object. */
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

/** The address of the page after one of Google, which names a token. */
export const nextByToken =
  (addressOf: (token: string) => string) =>
  ({ answer }: Answered) => {
    const token = textOf(answer, 'nextPageToken')
    return token === undefined ? undefined : addressOf(token)
  }
