import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { delegationsOf } from '../../../pipeline/review/delegations.ts'
import { inventoryOfRecords } from '../../../pipeline/review/load.ts'
import { type ReviewedApp, reviewApps } from '../../../pipeline/review/review.ts'
import { product, rawValues } from '../../support/product.ts'
import { reviewedApp } from './reviewed-app.ts'

const app = (id: string, more: Partial<ReviewedApp> = {}): ReviewedApp => ({
  ...{ ...reviewedApp, vendor: 'google', tenant: 'C02exmpl9', id, grants: [], ...more },
})
const grant = { principal: '*', kinds: ['domain_delegation'], scopes: ['https://mail.google.com/'] }
const granted = '2026-03-12T15:00:00.000Z'

it('domain-wide delegations are derived from grants and removals, with active delegations first', () => {
  const apps = [
    app('112044879936650172481', { grants: [{ ...grant, granted, revoked: '2026-03-13T15:00:00.000Z' }] }),
    app('112044879936650172482', { grants: [{ ...grant, granted, grantedBy: 'joost.hale@northpier.example' }] }),
    app('512223344556-client.apps.googleusercontent.com', {
      grants: [{ principal: 'a@b.example', kinds: ['delegated'], scopes: [], granted }],
      actedFor: ['a@b.example'],
    }),
  ]
  expect(delegationsOf(apps)).toMatchObject([
    { id: '112044879936650172482', state: 'active', grantedBy: 'joost.hale@northpier.example', scopes: grant.scopes },
    { id: '112044879936650172481', state: 'revoked' },
  ])
})

it('domain-wide delegations include a removal without an earlier grant, which proves an older delegation', async () => {
  const parameters = [
    { name: 'API_CLIENT_NAME', value: '104567890123456789099' },
    { name: 'API_SCOPES', multiValue: ['https://www.googleapis.com/auth/calendar'] },
  ]
  const record = {
    kind: 'admin#reports#activity',
    id: { time: '2026-01-07T00:00:00.000Z', uniqueQualifier: '4', applicationName: 'admin', customerId: 'C02exmpl9' },
    actor: { email: 'joost.hale@northpier.example', profileId: '10' },
    events: [{ type: 'DOMAIN_SETTINGS', name: 'REMOVE_API_CLIENT_ACCESS', parameters }],
  }
  const { store, lastEvent } = await inventoryOfRecords(rawValues([JSON.stringify(record)]), product.chain)
  const [delegation] = delegationsOf(reviewApps(store, emptyEnvironment, lastEvent + 1))
  expect(delegation).toMatchObject({ state: 'revoked', revoked: record.id.time })
  expect(delegation?.granted).toBeUndefined()
})

it('a delegation that the last record grants again is active', async () => {
  const client = '112044879936650172483'
  const grant = (name: string, day: string, qualifier: string) =>
    JSON.stringify({
      kind: 'admin#reports#activity',
      id: {
        time: `2026-04-${day}T08:00:00.000Z`,
        uniqueQualifier: qualifier,
        applicationName: 'admin',
        customerId: 'C02exmpl9',
      },
      actor: { email: 'joost.hale@northpier.example', profileId: '10' },
      events: [
        {
          type: 'DOMAIN_SETTINGS',
          name,
          parameters: [
            { name: 'API_CLIENT_NAME', value: client },
            { name: 'API_SCOPES', multiValue: ['https://mail.google.com/'] },
          ],
        },
      ],
    })
  const records = [
    grant('AUTHORIZE_API_CLIENT_ACCESS', '01', '1'),
    grant('REMOVE_API_CLIENT_ACCESS', '10', '2'),
    grant('AUTHORIZE_API_CLIENT_ACCESS', '20', '3'),
  ]
  const { store, lastEvent } = await inventoryOfRecords(rawValues(records), product.chain)
  const apps = reviewApps(store, emptyEnvironment, lastEvent + 1)
  expect(delegationsOf(apps)).toMatchObject([{ id: client, state: 'active', granted: '2026-04-20T08:00:00.000Z' }])
  expect(apps[0]?.history.filter(({ what }) => what.startsWith('revoked'))).toHaveLength(1)
})

it('domain-wide delegations include a service account with delegated use but without a recorded grant', () => {
  const used = app('112044879936650172483', { actedFor: ['a@b.example'], lastUsed: '2026-03-12T15:05:00.000Z' })
  expect(delegationsOf([used])).toMatchObject([
    { state: 'used', actedFor: ['a@b.example'], lastUsed: '2026-03-12T15:00Z' },
  ])
  expect(delegationsOf([app('112044879936650172483')])).toEqual([])
  expect(delegationsOf([{ ...used, vendor: 'microsoft' }])).toEqual([])
})

const delegationEvent = (name: string, time: string, scope: string): string =>
  JSON.stringify({
    kind: 'admin#reports#activity',
    id: { time, uniqueQualifier: time.slice(8, 10), applicationName: 'admin', customerId: 'C02exmpl9' },
    actor: { email: 'joost.hale@northpier.example', profileId: '10' },
    events: [
      {
        type: 'DOMAIN_SETTINGS',
        name,
        parameters: [
          { name: 'API_CLIENT_NAME', value: '112044879936650172484' },
          { name: 'API_SCOPES', multiValue: [`https://www.googleapis.com/auth/${scope}`] },
        ],
      },
    ],
  })

it('a delegation that was revoked and granted again has only the scopes of the new grant, in any order of records', async () => {
  const records = [
    delegationEvent('AUTHORIZE_API_CLIENT_ACCESS', '2026-04-01T08:00:00.000Z', 'drive'),
    delegationEvent('REMOVE_API_CLIENT_ACCESS', '2026-04-05T08:00:00.000Z', 'drive'),
    delegationEvent('AUTHORIZE_API_CLIENT_ACCESS', '2026-04-20T08:00:00.000Z', 'calendar.readonly'),
  ]
  const [first, second, third] = records as [string, string, string]
  for (const order of [records, [third, second, first], [second, first, third], [third, first, second]]) {
    const { store, lastEvent } = await inventoryOfRecords(rawValues(order), product.chain)
    const apps = reviewApps(store, emptyEnvironment, lastEvent + 1)
    const [delegation] = delegationsOf(apps)
    expect(delegation?.scopes).toEqual(['https://www.googleapis.com/auth/calendar.readonly'])
    expect(delegation?.tier).not.toBe('critical')
    expect(apps[0]?.tier).toBe(delegation?.tier)
  }
  const { store, lastEvent } = await inventoryOfRecords(rawValues([first, second]), product.chain)
  expect(delegationsOf(reviewApps(store, emptyEnvironment, lastEvent + 1))).toMatchObject([
    { state: 'revoked', scopes: ['https://www.googleapis.com/auth/drive'], tier: 'critical' },
  ])
})
