// The visual form of a name, so that names that look the same compare equal.
import { boundedCache } from '../kernel/bounded-cache.ts'
import { confusables } from './confusables.ts'

/** Names are compared up to this many UTF-16 units; display names are at most 256 characters with both vendors. */
export const nameLimit = 256

const notLetters = /[^\p{L}\p{N}]+/gu
const betweenWords = /[^\p{L}\p{N}\p{M}\p{Cf}]+/u

function toLatin(text: string): string {
  let out = ''
  for (const letter of text) out += confusables.get(letter) ?? letter
  return out
}

function fold(text: string): string {
  const lower = toLatin(text.slice(0, nameLimit).normalize('NFKD')).toLowerCase().normalize('NFKD')
  return toLatin(lower)
    .replace(notLetters, '')
    .replace(/[1i]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .slice(0, nameLimit)
}

const skeletons = boundedCache<{ readonly skeleton: string }>()

/**
 * Returns the skeleton of a name: without compatibility forms and accents, look-alike letters as Latin letters, `rn` as
 * `m`, `vv` as `w`, 0 as o, 1 and I as l; lower case, letters and digits only. For comparison, never for display.
 */
export function nameSkeleton(text: string): string {
  const cut = text.slice(0, nameLimit)
  return skeletons(cut, () => ({ skeleton: fold(cut) })).skeleton
}

/** The words of a name, at most `limit`; invisible characters stay inside their word. */
export function nameWords(text: string, limit = 24): readonly string[] {
  return text
    .slice(0, nameLimit)
    .split(betweenWords)
    .filter((word) => word !== '')
    .slice(0, limit)
}

/** Returns a name without case, spaces and punctuation: honest spellings of a name may differ in these. */
export function plainName(text: string): string {
  return nameWords(text, nameLimit).join('').normalize('NFC').toLowerCase()
}
