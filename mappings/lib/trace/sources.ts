// Finds the members that a step read and whose values appear in a value that it wrote: equal texts first, then texts
// that contain the other text (an address and its domain, JSON text and a name in it).
import { isObject, type Json } from '../../kernel/json.ts'
import type { Read } from './watch.ts'

/** Shorter texts match by coincidence. */
const shortest = 4
const mostSources = 4

function scalars(value: Json, out: string[] = []): string[] {
  if (Array.isArray(value)) for (const member of value) scalars(member, out)
  else if (isObject(value)) for (const member of Object.values(value)) scalars(member ?? null, out)
  else if (value !== null) out.push(String(value).toLowerCase())
  return out
}

const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Returns a member's last name and the list element that contains it (`Properties[IsAdmin].Value` is `IsAdmin`). */
function ownName(path: string): string {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '' && !/^(?:\d+|value|newvalue|oldvalue)$/i.test(part))
  return letters(parts.slice(-2).join(''))
}

/** Returns true for a read of the name of a list element. Steps read such a name only to find the element. */
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

/** Returns the name similarity: 2 for two equal names (`client_id`, `client.id`), 1 for an equal last name, else 0. */
function likeness(field: string, { path }: Read): number {
  const own = ownName(path)
  const [last = '', before = ''] = field.split('.').reverse().map(letters)
  if (own.endsWith(before + last)) return 2
  return own.endsWith(last) ? 1 : 0
}

/** Of members with the same text, returns those with the most similar name. The others are equal by coincidence. */
function mostAlike(field: string, same: readonly Read[]): Read[] {
  const best = new Map<string, number>()
  const textOf = ({ value }: Read) => String(value).toLowerCase()
  for (const read of same) best.set(textOf(read), Math.max(best.get(textOf(read)) ?? 0, likeness(field, read)))
  return same.filter((read) => likeness(field, read) === best.get(textOf(read)))
}

/** Returns the source members of a field's value, as far as a comparison can find them: at most four. */
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
  // A long text can contain a short word by coincidence. It is not a source if a text of similar size has the word.
  return near.filter((read) => length(read) <= 4 * length(near[0] as Read)).slice(0, mostSources)
}
