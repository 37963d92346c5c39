// Pseudo-random choices that depend only on names: the same content renders the same month.
import { createHash } from 'node:crypto'

function hash(...names: readonly string[]): Buffer {
  return createHash('sha256').update(names.join('\0')).digest()
}

/** A number from 0 up to 1, 1 excluded. */
export function fraction(...names: readonly string[]): number {
  return hash(...names).readUInt32BE() / 2 ** 32
}

/** A whole number from 0 up to a limit, the limit excluded. */
export function whole(limit: number, ...names: readonly string[]): number {
  return Math.floor(fraction(...names) * limit)
}

/** An id in the form of a random UUID. */
export function guid(...names: readonly string[]): string {
  const hex = hash(...names).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Returns decimal digits that do not begin with zero. */
export function digits(count: number, ...names: readonly string[]): string {
  const text = BigInt(`0x${hash(...names).toString('hex')}`).toString()
  return `1${text.slice(0, count - 1)}`
}

/** Hexadecimal digits in capitals. */
export function hexadecimal(count: number, ...names: readonly string[]): string {
  return hash(...names)
    .toString('hex')
    .slice(0, count)
    .toUpperCase()
}
