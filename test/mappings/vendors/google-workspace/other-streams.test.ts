import { expect, it } from 'vitest'
import { mapEvent } from './map-sample.ts'

it.each(['folder', 'shared_drive'])('a %s in a Drive document is a directory', (value) => {
  expect(mapEvent('drive', 'create', [{ name: 'doc_type', value }]).file?.type).toBe('dir')
})

const account = 'invoice-sync@northpier-sync.iam.gserviceaccount.com'

it('an act of a service account on its own roles is marked as an act on itself', () => {
  const parameters = [
    { name: 'ROLE_NAME', value: '_SEED_ADMIN_ROLE' },
    { name: 'USER_EMAIL', value: account },
  ]
  const assigned = (email: string) => mapEvent('admin', 'ASSIGN_ROLE', parameters, { actor: { email } }).oauth
  expect(assigned(account)?.actor_app).toEqual({ name: account, self: true })
  expect(assigned('other@p.iam.gserviceaccount.com')?.actor_app?.self).toBe(false)
  expect(assigned('mara@northpier.example')?.actor_app).toBeUndefined()
})
