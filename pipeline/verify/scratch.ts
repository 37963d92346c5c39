// The names of what a verification makes for itself. They hold a random number, so they meet nothing that exists; where a
// name exists anyway, the verification refuses to begin.
import { randomBytes } from 'node:crypto'
import { UsageError } from '../errors/usage-error.ts'

export interface Scratch {
  readonly space: string
  /** The namespace of the data streams, entity indices and templates. */
  readonly namespace: string
}

/** Kibana's own rule for space ids. */
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
