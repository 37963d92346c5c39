// The scratch space of Kibana (https://www.elastic.co/docs/api/doc/kibana/group/endpoint-spaces).
import { type Kibana, refusal } from '../clients/kibana.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { Leftover } from './store.ts'

const pathOf = (space: string) => `/spaces/space/${encodeURIComponent(space)}`

/** Throws a UsageError if the space exists. */
export async function requireNoSpace(kibana: Kibana, space: string): Promise<void> {
  const answer = await kibana.send('GET', pathOf(space))
  if (answer.ok)
    throw new UsageError(
      `space ${space} exists; verify works in a space that it makes and deletes: name a new one with --space`,
    )
  if (answer.status !== 404) throw refusal(kibana, `space ${space} cannot be looked up`, answer)
}

export async function createSpace(kibana: Kibana, space: string): Promise<void> {
  const answer = await kibana.send('POST', '/spaces/space', {
    id: space,
    name: space,
    description: 'Made by consentry verify, which deletes it at its end.',
  })
  if (!answer.ok) throw refusal(kibana, `space ${space} cannot be created`, answer)
}

/** Deletes the space. A space that no longer exists is not an error. */
export async function deleteSpace(kibana: Kibana, space: string): Promise<Leftover[]> {
  const answer = await kibana.send('DELETE', pathOf(space))
  if (answer.ok || answer.status === 404) return []
  return [{ what: `space ${space}`, reason: `${answer.status} ${answer.reason}` }]
}
