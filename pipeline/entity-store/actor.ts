// The actor of an act, in the forms in which the entity store keeps it.
import { accountKeyId, appKeyId, type Subject } from './subject.ts'

/** Returns the actor that added a credential: the application, or the account address, which both directory logs contain. */
export function credentialAdder({ actor, actorApp }: Subject): string | undefined {
  return actor?.address ?? actorApp?.id ?? actor?.id
}

/** The account name of an acting application: the beginning of its address in the unified audit log. */
export const programPrefix = 'serviceprincipal_'

/** Returns the ID of the application that acted; undefined if an account acted. */
export const programIn = (by: string): string | undefined =>
  by.startsWith(programPrefix) ? by.slice(programPrefix.length) : undefined

/** Returns the account that acted, as a member of a set of accounts. */
export const actorOf = ({ actor }: Subject): string | undefined =>
  actor === undefined ? undefined : accountKeyId(actor)

/** Returns the application that acted, in the form of an account. Only the unified audit log names it as the user. */
export const programOfActor = ({ actorApp }: Subject): string | undefined =>
  actorApp === undefined ? undefined : `${programPrefix}${appKeyId(actorApp)}`
