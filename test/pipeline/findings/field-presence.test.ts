import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import { compilePresence } from '../../../pipeline/findings/field-presence.ts'

const name = fc.constantFrom('a', 'b', 'c')
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, '', 0, 'text'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
})).value
const names = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 3 }).map((steps) => steps.join('.')))

it('the search for fields returns the fields with a value in a document', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value), names, (document, fields) => {
      const expected = fields.flatMap((field, i) => (fieldValues(document, field.split('.')).length > 0 ? [i] : []))
      expect([...compilePresence(fields)(document)].sort()).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})
