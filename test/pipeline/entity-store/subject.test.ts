import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { readSubject } from '../../../pipeline/entity-store/subject.ts'
import { eventOf } from './events.ts'

/** Returns the data that the entity store reads from a user's Google sign-in. */
const signIn = (user: NonNullable<EcsDocument['user']>) =>
  readSubject(eventOf('google_workspace.login', 0, { event: { action: 'login_success' }, user }))

it('the account of a Google event has its profile ID', () => {
  const subject = signIn({ email: 'ines@northpier.example', id: '100000000000000000017' })
  expect(subject?.accountAct?.account).toMatchObject({
    address: 'ines@northpier.example',
    id: '100000000000000000017',
  })
})

it('the profile ID of accounts without a visible profile does not join accounts of Google events', () => {
  const subject = signIn({ email: 'ines@northpier.example', id: '105250506097979753968' })
  expect(subject?.accountAct?.account).toEqual({ address: 'ines@northpier.example', idKind: 'profile' })
})
