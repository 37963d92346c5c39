import { expect, it } from 'vitest'
import { delegationsOf } from '../../../pipeline/review/delegations.ts'
import type { ReviewedApp } from '../../../pipeline/review/review.ts'
import { reviewedApp, reviewRecords } from './reviewed-app.ts'

const app = (id: string, more: Partial<ReviewedApp> = {}): ReviewedApp => ({
  ...reviewedApp,
  vendor: 'google',
  tenant: 'C02exmpl9',
  id,
  grants: [],
  ...more,
})
const client = '112044879936650172483'
const mail = 'https://mail.google.com/'
const calendar = 'https://www.googleapis.com/auth/calendar.readonly'
const grant = { principal: '*', kinds: ['domain_delegation'], scopes: [mail] }
const granted = '2026-03-12T15:00:00.000Z'
const timeOf = (day: string) => `2026-04-${day}T08:00:00.000Z`

/** A record of an act on a delegation: the grant or the removal of a scope at 08:00 of a day in April. */
const act = (name: 'AUTHORIZE' | 'REMOVE', day: string, scope: string): string =>
  JSON.stringify({
    kind: 'admin#reports#activity',
    id: { time: timeOf(day), uniqueQualifier: day, applicationName: 'admin', customerId: 'C02exmpl9' },
    actor: { email: 'joost.hale@northpier.example', profileId: '10' },
    events: [
      {
        type: 'DOMAIN_SETTINGS',
        name: `${name}_API_CLIENT_ACCESS`,
        parameters: [
          { name: 'API_CLIENT_NAME', value: client },
          { name: 'API_SCOPES', multiValue: [scope] },
        ],
      },
    ],
  })

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
  const [delegation] = delegationsOf(await reviewRecords([act('REMOVE', '07', calendar)]))
  expect(delegation).toMatchObject({ state: 'revoked', revoked: timeOf('07') })
  expect(delegation?.granted).toBeUndefined()
})

it('a delegation that the last record grants again is active', async () => {
  const apps = await reviewRecords([
    act('AUTHORIZE', '01', mail),
    act('REMOVE', '10', mail),
    act('AUTHORIZE', '20', mail),
  ])
  expect(delegationsOf(apps)).toMatchObject([
    { id: client, state: 'active', granted: timeOf('20') },
    { id: client, state: 'revoked', granted: timeOf('01'), revoked: timeOf('10') },
  ])
  expect(apps[0]?.history.filter(({ what }) => what.startsWith('revoked'))).toHaveLength(1)
})

it('each recorded grant and revocation has its own line with its own permissions, in the history and among the delegations', async () => {
  const apps = await reviewRecords([
    act('REMOVE', '01', mail),
    act('AUTHORIZE', '02', mail),
    act('REMOVE', '03', mail),
    act('AUTHORIZE', '20', calendar),
  ])
  expect(delegationsOf(apps)).toMatchObject([
    { state: 'active', granted: timeOf('20'), scopes: [calendar] },
    { state: 'revoked', granted: timeOf('02'), revoked: timeOf('03'), scopes: [mail], tier: 'critical' },
    { state: 'revoked', revoked: timeOf('01'), scopes: [mail] },
  ])
  const history = apps[0]?.history.map(({ at, what, detail }) => [at, what, detail])
  expect(history?.filter(([, what]) => what?.endsWith('for the whole tenant'))).toEqual([
    [timeOf('01'), 'revoked for the whole tenant', mail],
    [timeOf('02'), 'granted again for the whole tenant', mail],
    [timeOf('03'), 'revoked for the whole tenant', mail],
    [timeOf('20'), 'granted again for the whole tenant', calendar],
  ])
})

it('domain-wide delegations include a service account with delegated use but without a recorded grant', () => {
  const used = app(client, { actedFor: ['a@b.example'], usedDelegation: true, lastUsed: '2026-03-12T15:05:00.000Z' })
  expect(delegationsOf([used])).toMatchObject([
    { state: 'used', actedFor: ['a@b.example'], lastUsed: '2026-03-12T15:00Z' },
  ])
  expect(delegationsOf([app(client)])).toEqual([])
})

it('a delegation that was revoked and granted again has only the scopes of the new grant, in any order of records', async () => {
  const [first, second, third] = [
    act('AUTHORIZE', '01', mail),
    act('REMOVE', '05', mail),
    act('AUTHORIZE', '20', calendar),
  ] as const
  for (const order of [
    [first, second, third],
    [third, second, first],
    [second, first, third],
    [third, first, second],
  ]) {
    const apps = await reviewRecords(order)
    const [delegation] = delegationsOf(apps)
    expect(delegation?.scopes).toEqual([calendar])
    expect(delegation?.tier).not.toBe('critical')
    expect(apps[0]?.tier).toBe(delegation?.tier)
  }
  expect(delegationsOf(await reviewRecords([first, second]))).toMatchObject([
    { state: 'revoked', scopes: [mail], tier: 'critical' },
  ])
})
