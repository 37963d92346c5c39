// Which of the members that a step read show in a value that it wrote. A step is code, so this is found by comparing: the
// same text, else a text that holds the other (an address and its domain, JSON text and a name inside it).
import { isObject, type Json } from '../../kernel/json.ts'
import type { Read } from './watch.ts'

/** Shorter texts are equal, or inside others, by chance. */
const shortest = 4
const mostSources = 4

function scalars(value: Json, out: string[] = []): string[] {
  if (Array.isArray(value)) for (const member of value) scalars(member, out)
  else if (isObject(value)) for (const member of Object.values(value)) scalars(member ?? null, out)
  else if (value !== null) out.push(String(value).toLowerCase())
  return out
}

const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What a path calls the member: its last name, with the list element it is in (`Properties[IsAdmin].Value` is `IsAdmin`). */
function ownName(path: string): string {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '' && !/^(?:\d+|value|newvalue|oldvalue)$/i.test(part))
  return letters(parts.slice(-2).join(''))
}

/** The name of a list element, which is read to find the element. */
export function isLabel({ path, value }: Read): boolean {
  return path.includes(`[${value}].`)
}

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** True if `text` contains `part` as whole words. */
function holdsWhole(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + part.length])) return true
  return false
}

const isTelltale = (text: string) => text.length >= shortest && text !== 'true' && text !== 'false'

/** How much a member is called like the field: by two names (`client_id` and `client.id`), by the last one, or not. */
function likeness(field: string, { path }: Read): number {
  const own = ownName(path)
  const [last = '', before = ''] = field.split('.').reverse().map(letters)
  if (own.endsWith(before + last)) return 2
  return own.endsWith(last) ? 1 : 0
}

/** Of members with the same text those that are called most like the field: the others have it by chance. */
function mostAlike(field: string, same: readonly Read[]): Read[] {
  const best = new Map<string, number>()
  const textOf = ({ value }: Read) => String(value).toLowerCase()
  for (const read of same) best.set(textOf(read), Math.max(best.get(textOf(read)) ?? 0, likeness(field, read)))
  return same.filter((read) => likeness(field, read) === best.get(textOf(read)))
}

/** The members behind the value of a field, as far as a comparison can determine them; at most four. */
export function sourcesOf(field: string, value: Json, reads: readonly Read[]): Read[] {
  const made = new Set(scalars(value))
  const name = letters(field.split('.').at(-1) ?? '')
  const candidates = reads.filter((read) => !isLabel(read) && read.path !== `document.${field}`)
  const same = candidates.filter(({ path, value: raw }) => {
    const text = String(raw).toLowerCase()
    return made.has(text) && (isTelltale(text) || ownName(path).includes(name))
  })
  if (same.length > 0) return mostAlike(field, same).slice(0, mostSources)
  const texts = [...made].filter(isTelltale)
  const length = ({ value: raw }: Read) => String(raw).length
  const near = candidates
    .filter(({ value: raw }) => {
      const text = String(raw).toLowerCase()
      return texts.some(
        (other) => holdsWhole(text, other) || (text.length * 2 >= other.length && holdsWhole(other, text)),
      )
    })
    .sort((a, b) => length(a) - length(b))
  // A short word is inside any long text: where a text of its size has it, the long ones are no sources.
  return near.filter((read) => length(read) <= 4 * length(near[0] as Read)).slice(0, mostSources)
}
