import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isoTime } from '../../../pipeline/entity-store/age.ts'

it('isoTime formats a time as Date does, whatever the previous time', () => {
  const time = fc.integer({ min: Date.UTC(1900), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) })
  fc.assert(
    fc.property(fc.array(time), (times) => {
      expect(times.map(isoTime)).toEqual(times.map((at) => new Date(at).toISOString()))
    }),
  )
})
