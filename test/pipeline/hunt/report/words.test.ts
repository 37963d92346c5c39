import { expect, it } from 'vitest'
import { joinedReasons } from '../../../../pipeline/hunt/report/words.ts'

it('reasons that differ only in their beginnings are joined', () => {
  expect(joinedReasons(['openid: Sign-in only', 'a kit', 'mail: Read', 'email: Sign-in only'])).toEqual([
    'openid and email: Sign-in only',
    'a kit',
    'mail: Read',
  ])
})
