import { expect, it } from 'vitest'
import { delegationsOf } from '../../../pipeline/review/delegations.ts'
import type { ReviewedApp } from '../../../pipeline/review/review.ts'
import { reviewedApp } from './reviewed-app.ts'

const app = (id: string, more: Partial<ReviewedApp> = {}): ReviewedApp => ({
  ...reviewedApp,
  ...{ vendor: 'google', tenant: 'C02exmpl9', id, breadth: 'tenant', names: [], grants: [] },
  ...more,
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

it('domain-wide delegations include a service account with delegated use but without a recorded grant', () => {
  const used = app('112044879936650172483', { actedFor: ['a@b.example'] })
  expect(delegationsOf([used])).toMatchObject([{ state: 'used', actedFor: ['a@b.example'] }])
  expect(delegationsOf([app('112044879936650172483')])).toEqual([])
  expect(delegationsOf([{ ...used, vendor: 'microsoft' }])).toEqual([])
})
