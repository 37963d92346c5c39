import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { microsoftDirectoryRoles } from '../../../mappings/knowledge/load.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import type { Event } from '../../../pipeline/outcome.ts'
import { reviewApps } from '../../../pipeline/review/review.ts'
import { product } from '../../support/product.ts'

/** Returns the events of a sample in which these texts are replaced. */
function recorded(sample: string, replace: Readonly<Record<string, string>> = {}): Event[] {
  let text = sampleText(product.evidence, sample)
  for (const [old, fresh] of Object.entries(replace)) {
    expect(text).toContain(old)
    text = text.replaceAll(old, fresh)
  }
  return decode({ delivery: { source: sample, offset: '0' }, text }).flatMap((one) =>
    one.ok ? product.chain.process(one).flatMap((outcome) => (outcome.ok ? outcome : [])) : [],
  )
}

/** Stores all events in this order. Returns the `oauth` group of the last event. */
async function lastOf(...events: Event[][]): Promise<OauthGroup> {
  const updateEntities = makeUpdateEntities(new InMemoryStore(), emptyEnvironment)
  let last: OauthGroup = {}
  for (const batch of events) last = (await updateEntities(batch)).at(-1)?.document.oauth ?? {}
  return last
}

const snapshot = '2026-04-20T05:00:00Z'
const before = { [snapshot]: '2026-03-01T05:00:00Z' }
const consent = () => recorded('m365/consent-user-mail')
const unverified = recorded('entra/inventory-service-principal-unverified')

it('the owner of an application from an inventory applies at any time', async () => {
  expect((await lastOf(unverified, consent())).app).toMatchObject({
    verified: false,
    owner_tenant: 'b7a1c3d5-2e4f-4a6b-8c9d-0e1f2a3b4c5d',
    own_tenant: false,
  })
  const ledgerline = { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '7d5c3b1a-9f8e-4d6c-b5a4-3c2d1e0f9a8b' }
  const verified = await lastOf(
    recorded('entra/inventory-service-principal-verified'),
    recorded('m365/consent-user-mail', ledgerline),
  )
  expect(verified.app).toMatchObject({ verified: true, publisher: 'Ledgerline Software GmbH' })
  expect((await lastOf(consent())).app?.verified).toBeUndefined()
})

it('the age of an application from an inventory is its creation time in Graph, not the time of the snapshot', async () => {
  const older = recorded('entra/inventory-service-principal-unverified', {
    '2026-03-11T09:14:26Z': '2025-03-11T09:14:26Z',
  })
  expect((await lastOf(older, consent())).app).toMatchObject({
    age_days: 365,
    first_seen: '2025-03-11T09:14:26.000Z',
  })
  expect((await lastOf(unverified, consent())).app?.age_days).toBeUndefined()
})

it('a grant that is older than the log is known from the time of the inventory snapshot', async () => {
  const read = () => recorded('entra/graph-user-lists-mail')
  const grant = 'entra/inventory-permission-grant-user'
  const service = recorded('entra/inventory-service-principal-unverified', before)
  expect((await lastOf(service, recorded(grant, before), read())).grant).toMatchObject({
    known: true,
    first_seen: '2026-03-01T05:00:00.000Z',
  })
  expect((await lastOf(unverified, recorded(grant), read())).grant?.known).toBe(false)
})

it('the time of an assignment in an inventory is the time of its grant', async () => {
  const use = await lastOf(
    recorded('entra/inventory-service-principal-own-key'),
    recorded('entra/inventory-app-role-mail'),
    recorded('entra/graph-app-reads-mailbox', graphApp('3f6b0f0e-6a55-4c1e-9b1d-7d2a5e8c4410')),
  )
  expect(use.grant).toMatchObject({ known: true, first_seen: '2023-01-16T12:04:51.187Z' })
})

it('an inventory does not restore a grant that was revoked later, and restores a grant that was revoked earlier', async () => {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, emptyEnvironment)
  const grant = recorded('entra/inventory-permission-grant-user')
  const removed = recorded('entra/audit-delegated-grant-removed')
  const standing = (now: string) =>
    reviewApps(store, emptyEnvironment, Date.parse(now)).flatMap(({ grants }) =>
      grants.map(({ revoked }) => revoked === undefined),
    )
  await updateEntities([...consent(), ...recorded('entra/audit-delegated-grant-added'), ...removed])
  expect(standing('2026-04-19T00:00:00Z')).toEqual([false])
  await updateEntities(grant)
  expect(standing('2026-04-21T00:00:00Z')).toEqual([true])
  expect(standing('2026-04-19T00:00:00Z')).toEqual([false])
})

it('an account that inventories list as disabled is disabled from the first snapshot', async () => {
  const days = Array.from({ length: 40 }, (_, day) => new Date(Date.parse('2026-01-10T05:00:00Z') + day * 86_400_000))
  const daily = days.flatMap((day) => recorded('entra/inventory-user-disabled', { [snapshot]: day.toISOString() }))
  const { account } = await lastOf(daily, recorded('entra/graph-user-lists-mail'))
  expect(account).toMatchObject({ status: 'disabled', status_since: '2026-01-10T05:00:00.000Z', kind: 'member' })
})

it('an inventory keeps the end of an account from the log, and detects a reactivation without a record', async () => {
  const disabled = recorded('m365/account-disabled')
  const since = disabled[0]?.document['@timestamp']
  const after = new Date(Date.parse(since ?? '') + 86_400_000).toISOString()
  const later = recorded('m365/consent-user-mail', { '2026-': '2027-' })
  const still = recorded('entra/inventory-user-disabled', { [snapshot]: after })
  expect((await lastOf(disabled, still, later)).account).toMatchObject({ status: 'disabled', status_since: since })
  const again = recorded('entra/inventory-user-active', { [snapshot]: after })
  expect((await lastOf(disabled, again, later)).account).toMatchObject({ status: 'active' })
})

it('an inventory links the addresses of an account', async () => {
  const alias = recorded('entra/inventory-user-disabled', before)
  const read = recorded('m365/consent-user-mail', { 'mara.voss@northpier.example': 'mvoss@northpier.example' })
  expect((await lastOf(alias, read)).account).toMatchObject({ status: 'disabled' })
})

it('a Google super administrator is privileged while the last inventory snapshot lists the account', async () => {
  const ivo = { 'lena.ostrow': 'ivo.brandt', '118204417730926514083': '104417730926514083118' }
  const authorize = () => recorded('google-workspace/token-authorize-mail', ivo)
  const admin = recorded('google-workspace/inventory-super-administrator', before)
  expect((await lastOf(admin, authorize())).account).toMatchObject({ privileged: true, roles: ['_SEED_ADMIN_ROLE'] })
  const demoted = recorded('google-workspace/inventory-super-administrator', {
    [snapshot]: '2026-03-02T05:00:00Z',
    '"isAdmin": true': '"isAdmin": false',
  })
  expect((await lastOf(admin, demoted, authorize())).account?.privileged).toBeUndefined()
})

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'
const listedRole = (template: string, at: string) =>
  recorded('entra/inventory-role-assignment-user', { '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3': template, [snapshot]: at })

it('an account with many roles in one inventory snapshot holds the most privileged one', async () => {
  const templates = microsoftDirectoryRoles().map(({ templateId }) => templateId)
  const roles = templates.slice(0, 20).flatMap((template) => listedRole(template, '2026-03-01T05:00:00Z'))
  const highest = listedRole(globalAdministrator, '2026-03-01T05:00:00Z')
  expect((await lastOf(highest, roles, consent())).account).toMatchObject({ privileged: true, tier: 'critical' })
})

it('a role from an inventory applies until a later list of roles or users omits it', async () => {
  const users = (at: string) => recorded('entra/inventory-user-disabled', { [snapshot]: at })
  const role = listedRole(globalAdministrator, '2026-03-01T05:00:00Z')
  const other = listedRole('88d8e3e3-8f55-4a1e-953a-9b9898b8876b', '2026-03-02T05:00:00Z')
  const isPrivileged = async (...lists: Event[][]) => (await lastOf(role, ...lists, consent())).account?.privileged
  expect(await isPrivileged()).toBe(true)
  expect(await isPrivileged(users('2026-03-01T05:00:07Z'))).toBe(true)
  expect(await isPrivileged(users('2026-02-28T05:00:00Z'))).toBe(true)
  expect(await isPrivileged(users('2026-03-02T05:00:00Z'))).toBeUndefined()
  expect(await isPrivileged(other)).toBeUndefined()
})

it('the documents of an inventory have no annotations', async () => {
  const [document] = unverified
  expect((await lastOf(unverified)).entity_store).toBeUndefined()
  expect(document?.document.oauth?.action).toBeUndefined()
})

it('an inventory lists a holder once if the log contains the address and the inventory contains the ID', () => {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, emptyEnvironment)
  return updateEntities([
    ...recorded('google-workspace/token-authorize-mail'),
    ...recorded('google-workspace/inventory-token-mail'),
    ...recorded('google-workspace/inventory-user-present'),
  ]).then(() => {
    const [app] = reviewApps(store, emptyEnvironment, Date.parse('2026-05-01T00:00:00Z'))
    expect(app).toMatchObject({ users: 1, grants: [{ principal: 'lena.ostrow@northpier.example' }] })
    expect(app?.grants).toHaveLength(1)
  })
})

/** Replaces the application in the record of the call. */
function graphApp(id: string): Record<string, string> {
  const text = sampleText(product.evidence, 'entra/graph-app-reads-mailbox')
  const appId = /"appId": "([^"]+)"/.exec(text)?.[1] ?? ''
  return { [appId]: id }
}
