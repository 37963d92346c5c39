// The identity of an act on an application or grant: the same from every log source that reports the act.
import { hash } from 'node:crypto'

/** The parts of the identity: only members that every log source contains. */
export interface ActParts {
  readonly vendor: 'microsoft' | 'google'
  /** Tenant or customer id. */
  readonly tenant: string | undefined
  /** Correlation id, else the record id. */
  readonly correlation: string | undefined
  /** `oauth.action`. */
  readonly action: string
  /** Client app ID or service principal object ID. */
  readonly app: string | undefined
  readonly target: string | undefined
  /**
   * The value that distinguishes siblings: app role, principal, key ID, owner ID, sorted scopes, the ordinal of the
   * event.
   */
  readonly discriminator?: readonly string[]
}

/**
 * `oauth.act.id`. An absent part counts as empty; the case of IDs and scopes does not matter. Microsoft
 * correlation IDs are unique without the tenant, which the CSV export of the Entra admin center lacks.
 */
export function actId(parts: ActParts): string {
  const { vendor, tenant = '', correlation = '', action, app, target, discriminator = [] } = parts
  const isUnique = vendor === 'microsoft' && correlation !== ''
  let key = `${vendor}\0${isUnique ? '' : tenant}\0${correlation}\0${action}\0${app ?? ''}\0${target ?? ''}`
  for (const member of discriminator) key += `\0${member}`
  return hash('sha256', key.toLowerCase(), 'base64url')
}
