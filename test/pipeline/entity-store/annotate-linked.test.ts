import { expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { annotated, entraTenant, eventOf, googleCustomer } from './events.ts'

const environment: Environment = {
  ...emptyEnvironment,
  tenants: [
    { id: entraTenant, vendor: 'microsoft' },
    { id: googleCustomer, vendor: 'google' },
  ],
  identities: [{ microsoft: 'mara.voss@northpier.example', google: 'mara@mail.northpier.example' }],
}

const event = (vendor: 'microsoft' | 'google', time: string, more: Partial<EcsDocument>): EntityEvent =>
  eventOf(vendor === 'google' ? 'google_workspace.admin' : 'o365.audit', `2026-${time}T10:00:00.000Z`, more)

const ended = (vendor: 'microsoft' | 'google', time: string, email: string) =>
  event(vendor, time, {
    event: { action: vendor === 'google' ? 'SUSPEND_USER' : 'Disable account.' },
    user: { target: { email } },
  })

const use = (vendor: 'microsoft' | 'google', time: string, name: string) =>
  event(vendor, time, { oauth: { action: 'app_use', app: { id: 'app' }, account: { name } } })

async function linkedOf(own: Environment, ...events: EntityEvent[]) {
  const { linked, linked_status, linked_status_since } = (await annotated(events, own)).at(-1)?.account ?? {}
  return { linked, linked_status, linked_status_since }
}

const none = { linked: undefined, linked_status: undefined, linked_status_since: undefined }
const mara = 'mara.voss@northpier.example'

it('linked accounts with the other vendor have the same address, or an address from the environment file', async () => {
  expect(await linkedOf(environment, ended('microsoft', '03-01', mara), use('google', '03-05', mara))).toEqual({
    linked: [mara],
    linked_status: 'disabled',
    linked_status_since: '2026-03-01T10:00:00.000Z',
  })
  const mapped = await linkedOf(
    environment,
    ended('google', '03-01', 'mara@mail.northpier.example'),
    use('microsoft', '03-05', mara),
  )
  expect(mapped).toMatchObject({ linked: ['mara@mail.northpier.example'], linked_status: 'suspended' })
})

it('linked accounts with the other vendor have ended only if all have ended, at the time of the last end', async () => {
  const both = [
    ended('google', '03-01', mara),
    ended('google', '03-03', 'mara@mail.northpier.example'),
    use('microsoft', '03-05', mara),
  ]
  expect(await linkedOf(environment, ...both)).toMatchObject({
    linked: ['mara.voss@northpier.example', 'mara@mail.northpier.example'].sort(),
    linked_status: 'suspended',
    linked_status_since: '2026-03-03T10:00:00.000Z',
  })
  const oneWorks = [ended('google', '03-01', mara), use('google', '03-02', 'mara@mail.northpier.example')]
  expect((await linkedOf(environment, ...oneWorks, use('microsoft', '03-05', mara))).linked_status).toBeUndefined()
})

it('an account has no linked accounts without a known account, a tenant name or an earlier record', async () => {
  expect(await linkedOf(environment, use('microsoft', '03-05', mara))).toEqual(none)
  const events = [ended('google', '03-01', mara), use('microsoft', '03-05', mara)]
  expect(await linkedOf(emptyEnvironment, ...events)).toEqual(none)
  expect(await linkedOf(environment, ended('google', '03-09', mara), use('microsoft', '03-05', mara))).toEqual(none)
})
