import { expect, it } from 'vitest'
import { logonClass } from '../../../../mappings/lib/oauth/logon-class.ts'

it.each([
  [50064, 'bad_password'],
  [50126, 'bad_password'],
  [53003, 'blocked_by_policy'],
  [53004, 'risk'],
  [53011, 'risk'],
  [530034, 'risk'],
])('the sign-in error %s has the class %s', (code, name) => {
  expect(logonClass(code)).toBe(name)
})
