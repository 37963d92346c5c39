// The names of the objects that a verification creates. They contain a random number, so they do not collide with
// existing objects. If a name exists anyway, the verification does not start.
import { randomBytes } from 'node:crypto'
import { UsageError } from '../errors/usage-error.ts'

export interface Scratch {
  readonly space: string
  /** The namespace of the data streams, entity indices and templates. */
  readonly namespace: string
}

/** The format that Kibana requires for space IDs. */
const spaceId = /^[a-z0-9_-]+$/

/** New names. `space` is the name that the user chose. */
export function makeScratch(space?: string): Scratch {
  if (space === 'default') throw new UsageError('--space default: verify needs a space of its own; name a new one')
  if (space !== undefined && !spaceId.test(space))
    throw new UsageError(`--space ${space}: a space ID has lower-case letters, digits, hyphens and underscores`)
  const id = randomBytes(4).toString('hex')
  return { space: space ?? `consentry-verify-${id}`, namespace: `verify_${id}` }
}

/** The alias of the alerts of a space, and the template that Kibana makes for its indices. */
export const alertsAlias = (space: string) => `.alerts-security.alerts-${space}`
export const alertsTemplate = (space: string) => `${alertsAlias(space)}-index-template`
