import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalOperation } from '../../../../../mappings/vendors/microsoft/readers/operation.ts'

it.each([
  ['Consent to application.', 'consent to application'],
  ['Consent to application', 'consent to application'],
  [
    'Update application \u2013 Certificates and secrets management ',
    'update application - certificates and secrets management',
  ],
  [
    'Update application - Certificates and secrets management',
    'update application - certificates and secrets management',
  ],
  ['Update application \u2014 Certificates', 'update application - certificates'],
  ['Update application \u2212 Certificates', 'update application - certificates'],
  ['  Add  member\tto role. ', 'add member to role'],
  ['Create company', 'create company'],
  ['Add application..', 'add application.'],
  ['', ''],
])('the normal form of the operation %j is %j', (operation, normal) => {
  expect(normalOperation(operation)).toBe(normal)
})

it('the normal form of an operation ignores dashes, blanks, case and one final dot', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replaceAll('.', '')
      expect(normalOperation(` ${plain.replaceAll('-', '\u2013')}. `)).toBe(normalOperation(plain))
    }),
  )
})
