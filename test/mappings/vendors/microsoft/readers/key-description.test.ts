import { expect, it } from 'vitest'
import { parseKeys } from '../../../../../mappings/vendors/microsoft/readers/key-description.ts'

const id = '6d4e12f7-63d4-5026-98e8-10079628fef2'

it('a key description can contain names with commas, equals signs and brackets', () => {
  expect(
    parseKeys([
      `[KeyIdentifier=${id.toUpperCase()},KeyType=Password,KeyUsage=Verify,DisplayName=a]b, c=d]`,
      `[KeyIdentifier=${id},KeyType=AsymmetricX509Cert,KeyUsage=Verify,DisplayName=CN=x, O=y]`,
      `[KeyIdentifier=${id},KeyType=Symmetric,KeyUsage=Sign,DisplayName=]`,
    ]),
  ).toEqual([
    { id, kind: 'secret', name: 'a]b, c=d' },
    { id, kind: 'certificate', name: 'CN=x, O=y' },
    { id, kind: 'key' },
  ])
})

it('a key ID in a display name is not a key', () => {
  expect(parseKeys([`[DisplayName=KeyIdentifier=${id}]`, '', 7, null])).toEqual([])
})
