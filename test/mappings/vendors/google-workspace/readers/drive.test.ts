import { expect, it } from 'vitest'
import { mapEvent } from '../map-sample.ts'

function sharing(name: string, parameters: Record<string, string>) {
  const list = Object.entries(parameters).map(([parameter, value]) =>
    parameter === 'new_value' ? { name: parameter, multiValue: [value] } : { name: parameter, value },
  )
  return mapEvent('drive', name, list, { ownerDomain: 'northpier.example' }).saas?.sharing?.external
}

const user = 'change_user_access'
const link = 'change_document_visibility'
const members = 'shared_drive_membership_change'
const colleague = { target_user: 'lena@NorthPier.example', new_value: 'can_view' }
const sister = { target_user: 'lena@northpier-labs.example', new_value: 'can_view' }
const outsider = { target_user: 'buyer@partner.example', new_value: 'can_view' }
const anyone = { target_domain: 'all', new_value: 'people_with_link' }

it.each([
  [user, { ...outsider, visibility: 'shared_externally' }],
  [user, { ...outsider, visibility: 'people_within_domain_with_link', visibility_change: 'external' }],
  [user, { ...outsider, visibility: 'people_with_link', visibility_change: 'none' }],
  [members, { ...outsider, membership_change_type: 'add_to_shared_drive' }],
  [link, { ...anyone, visibility: 'people_with_link', visibility_change: 'external' }],
  [link, { ...anyone, target_domain: 'partner.example', visibility: 'people_within_domain_with_link' }],
])('access of an external party to a file in Drive is external: %s %j', (name, parameters) => {
  expect(sharing(name, parameters)).toBe(true)
})

it.each([
  [user, { ...colleague, visibility: 'shared_externally' }],
  [user, { ...colleague, visibility: 'people_with_link' }],
  [user, { ...sister, visibility: 'shared_internally' }],
  [user, { ...sister, visibility: 'people_within_domain_with_link', visibility_change: 'internal' }],
  [link, { target_domain: 'all', new_value: 'people_within_domain_with_link', visibility: 'public_in_the_domain' }],
])('access of a colleague to a file in Drive is not external: %s %j', (name, parameters) => {
  expect(sharing(name, parameters)).toBe(false)
})

it.each([
  [user, { ...outsider, new_value: 'none', visibility: 'shared_externally' }],
  [members, { ...outsider, membership_change_type: 'remove_from_shared_drive', visibility: 'shared_externally' }],
  [link, { target_domain: 'all', new_value: 'private', visibility: 'private', visibility_change: 'internal' }],
  [link, { target_domain: 'all', new_value: 'private', visibility: 'shared_externally' }],
  ['change_document_access_scope', { target_domain: 'all', new_value: 'none', visibility: 'shared_externally' }],
  ['change_acl_editors', { visibility: 'shared_externally', new_value: 'owners' }],
  ['approval_requested', { visibility: 'people_with_link' }],
])(
  'a change to a file in Drive that gives nobody access is neither external nor internal: %s %j',
  (name, parameters) => {
    expect(sharing(name, parameters)).toBeUndefined()
  },
)
