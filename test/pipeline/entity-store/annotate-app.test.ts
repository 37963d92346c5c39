import { expect, it } from 'vitest'
import type { apps } from '../../../mappings/entities/types.ts'
import { appStatus } from '../../../pipeline/entity-store/annotate-app.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { View } from '../../../pipeline/entity-store/view.ts'

const said = (at: number, value: string) => ({ at, value, event: `e${at}` })
const foundAt = (time: number, entity: { status?: object[]; listed?: object[] }) =>
  appStatus(new View<typeof apps>([{ entity: JSON.parse(JSON.stringify(entity)) }]), time)
const statusAt = (...args: Parameters<typeof foundAt>) => foundAt(...args)?.value

it('the status of an application is the latest status from the log or from an inventory', () => {
  const entity = { status: [said(3, 'deleted'), said(1, 'disabled')], listed: [said(2, 'enabled')] }
  expect([1, 2, 3, 4].map((time) => statusAt(time, entity))).toEqual([undefined, 'disabled', 'enabled', 'deleted'])
  expect(foundAt(9, { status: [said(5, 'deleted'), ...entity.status], listed: entity.listed })?.at).toBe(3)
})

it('the status of an application is unknown if another version stored an unknown value', () => {
  expect(statusAt(2, { status: [said(1, 'paused')] })).toBeUndefined()
})

it('a consent has the hours since another account first consented to the application, for a month', async () => {
  const consent = (hours: number, email: string): EntityEvent => ({
    dataset: 'o365.audit',
    id: `${hours}-${email}`,
    document: {
      '@timestamp': new Date(Date.parse('2026-03-01T03:00:00Z') + hours * 3_600_000).toISOString(),
      event: { action: 'Consent to application.', dataset: 'o365.audit', module: 'o365', outcome: 'success' },
      organization: { id: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901' },
      user: { email },
      oauth: {
        action: 'consent',
        app: { id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', first_party: false },
        account: { name: email },
        grant: { breadth: 'user', scopes: ['Files.Read.All'] },
      },
    },
  })
  const hoursOf = async (...events: readonly EntityEvent[]) =>
    (await makeUpdateEntities(new InMemoryStore())(events)).at(-1)?.document.oauth?.app?.granted_hours
  const [mara, lena] = ['mara.voss@northpier.example', 'lena.ostrow@northpier.example']
  expect(await hoursOf(consent(0, mara), consent(29 * 24, lena))).toBe(29 * 24)
  expect(await hoursOf(consent(0, mara), consent(30, mara))).toBeUndefined()
  expect(await hoursOf(consent(0, mara), consent(30 * 24 + 1, lena))).toBeUndefined()
})
