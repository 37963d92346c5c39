import { describe, expect, it } from 'vitest'
import { concernsFrom, lateOf, markLate } from '../../../pipeline/remember/late.ts'

const hour = 3_600_000

describe('a late fact', () => {
  it('concerns documents from its own time on, less what one click takes', () => {
    expect(concernsFrom('accounts', 'status', 10 * hour)).toBe(9 * hour)
  })

  it('concerns documents of all times when it joins ids, or says what is stamped as it is known now', () => {
    expect(concernsFrom('aliases', 'links', 10 * hour)).toBe(0)
    expect(concernsFrom('apps', 'publisher', 10 * hour)).toBe(0)
  })

  it('concerns none when it says that a feed goes on', () => {
    expect(concernsFrom('feeds', 'seen', 10 * hour)).toBeUndefined()
    expect(concernsFrom('feeds', 'first_seen', 10 * hour)).toBe(9 * hour)
  })

  it('widens a mark that is there, which keeps the time it waits since', () => {
    const first = markLate(undefined, 500, 1_000)
    expect(first).toEqual({ from: 500, first_told: 1_000, last_told: 1_000 })
    expect(markLate(first, 700, 2_000)).toEqual({ from: 500, first_told: 1_000, last_told: 2_000 })
    expect(markLate(first, 300, 2_000).from).toBe(300)
  })

  it('is read from a stored entity, and is gone when the mark was taken off', () => {
    const mark = markLate(undefined, 500, 1_000)
    expect(lateOf({ late: { ...mark } })).toEqual(mark)
    expect(lateOf({ late: null })).toBeUndefined()
    expect(lateOf({})).toBeUndefined()
  })
})
