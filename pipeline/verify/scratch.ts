// The names of the objects that a verification creates. They contain a random number, so they do not collide with
// existing objects. If a name exists anyway, the verification does not start.
import { randomBytes } from 'node:crypto'
import { alertsIndex } from '../../rules/lib/datasets.ts'
import { type Kibana, refusal } from '../clients/kibana.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { Leftover } from './store.ts'

/** The scratch space of Kibana (https://www.elastic.co/docs/api/doc/kibana/group/endpoint-spaces). */
const pathOf = (space: string) => `/spaces/space/${encodeURIComponent(space)}`

/** Throws a UsageError if the space exists. */
export async function requireNoSpace(kibana: Kibana, space: string): Promise<void> {
  const answer = await kibana.send('GET', pathOf(space))
  if (answer.ok)
    throw new UsageError(
      `space ${space} exists; verify creates and deletes its own space: specify the name of a new space with --space`,
    )
  if (answer.status !== 404) throw refusal(kibana, `space ${space} cannot be looked up`, answer)
}

export async function createSpace(kibana: Kibana, space: string): Promise<void> {
  const answer = await kibana.send('POST', '/spaces/space', {
    id: space,
    name: space,
    description: 'Created by consentry verify, which deletes it at the end.',
  })
  if (!answer.ok) throw refusal(kibana, `space ${space} cannot be created`, answer)
}

/** Deletes the space. A space that no longer exists is not an error. */
export async function deleteSpace(kibana: Kibana, space: string): Promise<Leftover[]> {
  const answer = await kibana.send('DELETE', pathOf(space))
  if (answer.ok || answer.status === 404) return []
  return [{ what: `space ${space}`, reason: `${answer.status} ${answer.reason}` }]
}

export interface Scratch {
  readonly space: string
  /** The namespace of the data streams, entity indices and templates. */
  readonly namespace: string
}

/** The format that Kibana requires for space IDs. */
const spaceId = /^[a-z0-9_-]+$/

/** New names. `space` is the name that the user chose. */
export function makeScratch(space?: string): Scratch {
  if (space === 'default')
    throw new UsageError('--space default: verify creates its own space; specify the name of a new space')
  if (space !== undefined && !spaceId.test(space))
    throw new UsageError(`--space ${space}: use only lowercase letters, digits, hyphens and underscores`)
  const id = randomBytes(4).toString('hex')
  return { space: space ?? `consentry-verify-${id}`, namespace: `verify_${id}` }
}

/** The template that Kibana makes for the indices with the alerts of a space. */
export const alertsTemplate = (space: string) => `${alertsIndex(space)}-index-template`
