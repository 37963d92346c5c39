import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { Keys, keyInWords } from '../../../../pipeline/hunt/report/keys.ts'
import { joinTrails, Trail } from '../../../../pipeline/hunt/report/trail.ts'

const id = '8ce4b16b-22b5-8894-aa86-c421e8759df3'
const record = (hour: number, oauth: object, more: object = {}): EcsDocument =>
  ({ '@timestamp': `2026-03-12T0${hour}:00:00.000Z`, event: {}, oauth, ...more }) as EcsDocument

const added = record(
  1,
  { action: 'credential_add', credential: { id: id.toUpperCase(), kind: 'secret', name: 'backup', added: 1 } },
  { user: { email: 'mara@a.example' }, source: { ip: '198.51.100.7' } },
)
const use = (hour: number, address: string, more: object = {}) =>
  record(hour, { action: 'app_sign_in', credential: { id } }, { source: { ip: address }, ...more })
const reported = record(5, { credential: { ids: [id, 'other'] } })

function rowsOf(...documents: readonly EcsDocument[]) {
  const keys = new Keys()
  for (const document of documents) keys.see(document)
  return keys.rows()
}

it('the report connects an added or reported key with its first use: when, by which account, from which address', () => {
  const [row, other] = rowsOf(added, use(3, '203.0.113.9'), use(2, '203.0.113.8'), reported)
  expect(row && keyInWords(row)).toBe(
    `The secret "backup" ${id}, added at 2026-03-12T01:00:00Z by mara@a.example from 198.51.100.7 and reported by Entra ID Protection at 2026-03-12T05:00:00Z, was used 2 times, first at 2026-03-12T02:00:00Z from 203.0.113.8.`,
  )
  expect(other).toMatchObject({ id: 'other', uses: 0 })
  expect(other && keyInWords(other)).toBeUndefined()
})

it('the report lists no key that only sign-ins or inventories name, and counts no failed use', () => {
  expect(rowsOf(use(2, '203.0.113.8'), record(3, { credential: { id: 'x' } }, { event: { kind: 'asset' } }))).toEqual(
    [],
  )
  expect(rowsOf(added, use(2, '203.0.113.8', { event: { outcome: 'failure' } }))).toMatchObject([{ uses: 0 }])
})

it('the report connects a key with its use if the records name the application by different IDs', () => {
  const [one, other] = [new Trail(), new Trail()]
  one.see(added)
  other.see(use(2, '203.0.113.8'))
  expect(joinTrails([one, other])?.keys.rows()).toMatchObject([{ uses: 1, added: { by: 'mara@a.example' } }])
})
