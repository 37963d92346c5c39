import { expect, it } from 'vitest'
import type { apps } from '../../../mappings/entities/types.ts'
import { appStatus } from '../../../pipeline/entity-store/app-status.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { View } from '../../../pipeline/entity-store/view.ts'
import { annotated, day, eventOf } from './events.ts'

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
  const consent = (hours: number, email: string): EntityEvent =>
    eventOf('o365.audit', hours, {
      user: { email },
      oauth: {
        action: 'consent',
        app: { id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', first_party: false },
        account: { name: email },
        grant: { breadth: 'user', scopes: ['Files.Read.All'] },
      },
    })
  const hoursOf = async (...events: readonly EntityEvent[]) => (await annotated(events)).at(-1)?.app?.granted_hours
  const [mara, lena] = ['mara.voss@northpier.example', 'lena.ostrow@northpier.example']
  expect(await hoursOf(consent(0, mara), consent(29 * 24, lena))).toBe(29 * 24)
  expect(await hoursOf(consent(0, mara), consent(30, mara))).toBeUndefined()
  expect(await hoursOf(consent(0, mara), consent(30 * 24 + 1, lena))).toBeUndefined()
})

it('an object ID with a right in Exchange creates no application, but receives the name of a known application', async () => {
  const right = (days: number): EntityEvent =>
    eventOf('o365.audit', days * day, {
      event: { action: 'Add-MailboxPermission', provider: 'Exchange' },
      oauth: { action: 'app_role_grant', app: { object_id: 'object' }, grant: { breadth: 'user' } },
    })
  const known = eventOf('o365.audit', day, { oauth: { action: 'sp_add', app: { id: 'client', object_id: 'object' } } })
  const apps = (await annotated([right(0), right(0.5), known, right(2)])).map(({ app }) => app)
  expect(apps[1]).not.toHaveProperty('first_seen')
  expect(apps[3]).toMatchObject({ id: 'client', age_days: 1 })
})

it('the program of an application without a user has an age for a week, if its programs have been known for two weeks', async () => {
  const ageOf = async (...uses: readonly [days: number, program: string, appOnly?: boolean][]) => {
    const events = uses.map(([days, original, appOnly = true]) => {
      const use = eventOf('azure.graphactivitylogs', days * 24, {
        oauth: {
          action: 'app_use',
          app: { id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', first_party: false },
          grant: { app_only: appOnly },
          activity: { kind: 'file', access: 'read' },
        },
      })
      use.document.user_agent = { original }
      return use
    })
    return (await annotated(events)).at(-1)?.activity?.program_age_hours
  }
  expect(await ageOf([0, 'indexer/3.4'], [14, 'httpx/0.28'])).toBe(0)
  expect(await ageOf([0, 'indexer/3.4'], [13, 'httpx/0.28'])).toBeUndefined()
  expect(await ageOf([0, 'indexer/3.4'], [14, 'indexer/3.5'])).toBeUndefined()
  expect(await ageOf([0, 'indexer/3.4'], [14, 'httpx/0.28'], [15, 'httpx/0.29'])).toBe(24)
  expect(await ageOf([0, 'indexer/3.4'], [14, 'httpx/0.28'], [21, 'httpx/0.29'])).toBeUndefined()
  expect(await ageOf([0, 'indexer/3.4', false], [14, 'httpx/0.28'])).toBeUndefined()
  expect(await ageOf([0, 'indexer/3.4'], [14, 'httpx/0.28', false])).toBeUndefined()
})

it('a consent is marked in the first week of an application that sent messages or shared files', async () => {
  const act = (days: number, oauth: NonNullable<EntityEvent['document']['oauth']>) =>
    eventOf('o365.audit', days * day, { oauth: { ...oauth, app: { id: 'client', first_party: false } } })
  const use = (days: number, access: 'send' | 'read') =>
    act(days, { action: 'app_use', activity: { kind: 'mail', access }, account: { name: 'ada@northpier.example' } })
  const marked = async (...uses: readonly EntityEvent[]) => {
    const consent = (days: number) => act(days, { action: 'consent', grant: { breadth: 'user' } })
    const found = await annotated([...uses, consent(21), consent(29)])
    return found.slice(-2).map(({ app }) => app?.spreading)
  }
  expect(await marked(use(20, 'read'), use(20.5, 'send'))).toEqual([true, undefined])
  expect(await marked(use(20, 'read'))).toEqual([undefined, undefined])
  expect(await marked(use(13, 'read'), use(20.5, 'send'))).toEqual([undefined, undefined])
})

const controls = (hours: number, oauth: NonNullable<EntityEvent['document']['oauth']>) =>
  eventOf('google_workspace.token', hours, { oauth: { ...oauth, app: { id: 'client' } } })
const refusal = (hours: number, tier: 'high' | 'medium' = 'high') =>
  controls(hours, { action: 'token_deny', grant: { tier } })
const trust = (hours: number) =>
  controls(hours, { action: 'trust_change', policy: { direction: 'loosened', new: ['trusted'] } })
const consent = (hours: number) => controls(hours, { action: 'consent', grant: { breadth: 'user' } })

it('a trust within a day after a refusal of high or critical access is marked, and allows the application', async () => {
  const marked = async (hours: number, tier: 'high' | 'medium') => {
    const [, trusted, consented] = await annotated([refusal(48 - hours, tier), trust(48), consent(50)])
    return [trusted?.app?.refused, consented?.app?.allowed]
  }
  expect(await marked(3, 'high')).toEqual([true, true])
  expect(await marked(24, 'high')).toEqual([undefined, true])
  expect(await marked(3, 'medium')).toEqual([undefined, true])
})

it('many refusals displace no decision of the administrators', async () => {
  const refusals = Array.from({ length: 40 }, (_, i) => refusal(900 + i))
  expect((await annotated([trust(0), ...refusals, consent(1000)])).at(-1)?.app?.allowed).toBe(true)
})

it('a refusal after the trust in the same hour does not count, also if one batch contains both', async () => {
  const [trusted, , consented] = await annotated([trust(48.2), refusal(48.8), consent(50)])
  expect([trusted?.app?.refused, consented?.app?.allowed]).toEqual([undefined, true])
})
