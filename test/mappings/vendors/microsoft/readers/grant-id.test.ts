import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeGrantId } from '../../../../../mappings/vendors/microsoft/readers/grant-id.ts'

/** Returns the bytes of a GUID in the order of .NET: the first three groups are reversed. */
function bytesOf(guid: string): Buffer {
  const groups = guid.split('-').map((group) => Buffer.from(group, 'hex'))
  return Buffer.concat(groups.map((group, i) => (i < 3 ? Buffer.from(group).reverse() : group)))
}

const encode = (...guids: string[]) => Buffer.concat(guids.map(bytesOf)).toString('base64url')

const guid = fc.uuid()

it('a grant ID is decoded to its parts', () => {
  fc.assert(
    fc.property(guid, guid, guid, (client, resource, principal) => {
      expect(decodeGrantId(encode(client, resource))).toEqual({ client, resource })
      expect(decodeGrantId(encode(client, resource, principal))).toEqual({ client, resource, principal })
    }),
  )
})

it('an all-zero part of a grant ID is omitted', () => {
  expect(decodeGrantId('AAAAAAAAAAAAAAAAAAAAAGl6i5xHWDVGokEwLx4NnItuL3wL1FEZTIoOk_LWp-UU')).toEqual({
    resource: '9c8b7a69-5847-4635-a241-302f1e0d9c8b',
    principal: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
  })
})

it('any other text is not a grant ID', () => {
  for (const text of ['', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}!`]) {
    expect(decodeGrantId(text)).toBeUndefined()
  }
})
