import { messageOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { redact } from '../errors/redact.ts'

/** `fine` works; `note` works, but less than it could; `trouble` does not work, or not for long. */
export type Verdict = 'fine' | 'note' | 'trouble'

export interface Judgment {
  readonly verdict: Verdict
  /** The state. May contain text from servers and records. */
  readonly message: string
  /** The next step for the user; empty if none is needed. */
  readonly todo: string
}

export interface Diagnosis extends Judgment {
  /** The checked part: `kafka`, `elasticsearch`, … */
  readonly area: string
}

export const fine = (message: string): Judgment => ({ verdict: 'fine', message, todo: '' })
export const note = (message: string, todo: string): Judgment => ({ verdict: 'note', message, todo })
export const trouble = (message: string, todo: string): Judgment => ({ verdict: 'trouble', message, todo })

/** The maximum number of items that a message lists. */
const mostListed = 5

/** Lists the first items, and the number of the others. */
export function firstOf(items: readonly string[], separator = ', '): string {
  const more = items.length > mostListed ? `, and ${items.length - mostListed} more` : ''
  return items.slice(0, mostListed).join(separator) + more
}

/** The diagnoses of an area; a failed check is itself a diagnosis. */
export async function lookAt(
  area: string,
  look: () => Promise<readonly Judgment[]> | readonly Judgment[],
): Promise<readonly Diagnosis[]> {
  try {
    return (await look()).map((judgment) => ({ area, ...judgment }))
  } catch (error) {
    const { fault, todo } = error instanceof DependencyError ? error : { fault: redact(messageOf(error)), todo: '' }
    return [{ area, ...trouble(fault, todo) }]
  }
}

/** `3 minutes`, `5 hours`, `12 days`. */
export function inWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / (24 * 60)), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
