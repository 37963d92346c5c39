import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { statusAfter } from '../../../pipeline/entity-store/app-status.ts'

type Policy = NonNullable<OauthGroup['policy']>
const trustChange = (policy: Policy) => statusAfter({ action: 'trust_change', policy })

it.each<[string, Policy, string | undefined]>([
  ['blocked for the whole organization', { new: ['blocked'], scope: 'tenant' }, 'disabled'],
  [
    'blocked for the top unit, which has the name of the organization',
    { new: ['blocked'], scope: 'Northpier' },
    'disabled',
  ],
  ['blocked in an event of 2026', { new: ['Blocked'], scope: 'Northpier' }, 'disabled'],
  ['blocked for one organizational unit', { new: ['blocked'], scope: '/Sales' }, undefined],
  ['blocked for a group', { new: ['blocked'], scope: 'sales@northpier.example' }, undefined],
  ['no longer blocked', { old: ['blocked'], new: ['limited'], scope: '/' }, 'enabled'],
  ['trusted and never blocked', { new: ['trusted'], scope: 'tenant' }, undefined],
])('a Google client that is %s has the status that its users see', (_, policy, status) => {
  expect(trustChange(policy)).toBe(status)
})
