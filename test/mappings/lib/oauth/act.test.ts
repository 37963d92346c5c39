import { expect, it } from 'vitest'
import { actId } from '../../../../mappings/lib/oauth/act.ts'

const act = {
  vendor: 'microsoft',
  tenant: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901',
  correlation: 'c1',
  action: 'app_role_grant',
  app: 'a1',
  target: 't1',
} as const

it('the ID of an act is the base64url of a SHA-256', () => {
  expect(actId(act)).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

it('the ID of an act is the same regardless of case', () => {
  expect(actId({ ...act, app: 'A1', discriminator: ['Mail.Read'] })).toBe(
    actId({ ...act, discriminator: ['mail.read'] }),
  )
})

it('the ID of an act depends on each part', () => {
  const ids = [
    actId(act),
    actId({ ...act, correlation: 'c2' }),
    actId({ ...act, correlation: undefined }),
    actId({ ...act, correlation: undefined, tenant: 'x' }),
    actId({ ...act, action: 'app_role_revoke' }),
    actId({ ...act, app: 'a2' }),
    actId({ ...act, target: 't2' }),
    actId({ ...act, discriminator: ['r1'] }),
    actId({ ...act, discriminator: ['r1', ''] }),
    actId({ ...act, vendor: 'google' }),
    actId({ ...act, vendor: 'google', tenant: 'x' }),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})

it('a Microsoft act with a correlation ID has the same ID in an export without the tenant', () => {
  expect(actId({ ...act, tenant: undefined })).toBe(actId(act))
})
