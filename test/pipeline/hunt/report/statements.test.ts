import { expect, it } from 'vitest'
import { grouped } from '../../../../pipeline/hunt/report/statements.ts'

it('equal statements about many applications become one sentence, and other statements stay separate', () => {
  const equal = Array.from({ length: 9 }, (_, i) => ({ about: `App ${i}`, what: 'The tokens may have been stolen.' }))
  const other = { about: 'App 3', what: 'It was used after it was disabled.' }
  expect(grouped([...equal, other], 'application', ': ')).toEqual([
    'App 0, App 1, App 2 and 6 more applications: The tokens may have been stolen.',
    'App 3: It was used after it was disabled.',
  ])
})
