import { expect, it } from 'vitest'
import { sourcesOf } from '../../../../mappings/lib/trace/sources.ts'

const paths = (field: string, value: string, reads: readonly (readonly [path: string, value: string])[]) =>
  sourcesOf(
    field,
    value,
    reads.map(([path, text]) => ({ path, value: text })),
  ).map(({ path }) => path)

it('the source of a value is the member with the name of the field, even if another member has the same text', () => {
  const reads = [
    ['parameters[old_value].multiValue[0]', 'private'],
    ['parameters[old_visibility].value', 'private'],
  ] as const
  expect(paths('drive.old_visibility', 'private', reads)).toEqual(['parameters[old_visibility].value'])
  expect(paths('drive.somewhere', 'private', reads)).toHaveLength(2)
})

it('the source of a value is preferably a member that matches the last two names, else the last name', () => {
  const reads = [
    ['parameters[user_id].value', 'same'],
    ['parameters[client_id].value', 'same'],
  ] as const
  expect(paths('token.client.id', 'same', reads)).toEqual(['parameters[client_id].value'])
})

it('the source of a value is a text that contains the value if no text equals it', () => {
  expect(paths('user.domain', 'northpier.example', [['email', 'jo@northpier.example']])).toEqual(['email'])
})
