import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { readSubject } from '../../../pipeline/entity-store/subject.ts'

/** Returns the data that the entity store reads from a user's Google sign-in. */
function signIn(user: EcsDocument['user']) {
  const document = {
    '@timestamp': '2026-05-04T06:00:00.000Z',
    event: { action: 'login_success', module: 'google_workspace', kind: 'event' },
    organization: { id: 'C02exmpl9' },
    user,
  } as unknown as EcsDocument
  return readSubject({ dataset: 'google_workspace.login', document, id: 'e1' })
}

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
