import type { Mutate } from './mutation.ts'
import { rewrite, startOf } from './mutation.ts'

const instant = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|\+00:00)?(?=\\?")/g

/** Moves each time in a text with `move`. The layout and the fractions of seconds stay the same. */
export function moveTimes(text: string, move: (time: number) => number): string {
  return text.replace(instant, (whole, seconds: string, fraction = '', zone = '') => {
    const time = Date.parse(`${seconds}Z`)
    const moved = move(time)
    return moved === time ? whole : `${new Date(moved).toISOString().slice(0, 19)}${fraction}${zone}`
  })
}

/** Stretches the time after the first hostile record by `factor`. */
export const stretch =
  (factor: number): Mutate =>
  (attack) => {
    const start = Math.floor(startOf(attack) / 1000) * 1000
    return rewrite(attack, (text) =>
      moveTimes(text, (time) => (time <= start ? time : start + (time - start) * factor)),
    )
  }
