// Which facts need a long history of a log source, and which matches are certain without one.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import type { FieldCatalog } from './query/catalog.ts'
import { fieldReader } from './query/field-reader.ts'
import type { Node } from './query/kql/ast.ts'
import { certainly } from './query/kql/certain.ts'

const fields: FieldTable = oauthFields

export const needsHistory = (name: string): boolean => fields[name]?.needsHistory !== undefined

export const hasHistory = (document: EcsDocument): boolean => document.oauth?.entity_store?.baseline_ready !== false

/** Facts about the history of one application. */
const ofApplication = /^oauth\.(?:app|grant|credential|activity)\./

/** Those that also depend on the networks of people, or on other applications. */
const ofOthers: ReadonlySet<string> = new Set<keyof typeof oauthFields>([
  'oauth.activity.network_age_hours',
  'oauth.activity.networks_new',
  'oauth.activity.server_of',
  'oauth.activity.two_places',
  'oauth.app.twin_ended',
  'oauth.app.twin_of',
  'oauth.grant.from_new_network',
  'oauth.grant.outlived_containment',
])

/**
 * Whether a log source that begins at `begin` contains everything since the application was registered. A new service
 * principal does not prove this, because an application that was removed and added again keeps its client ID.
 */
function isComplete(document: EcsDocument, begin: number): boolean {
  const hours = document.oauth?.app?.registered_hours
  return hours !== undefined && Date.parse(document['@timestamp'] ?? '') - hours * hourMs >= begin
}

/** The log of its acts does not show where an application works: its uses do, for two weeks before a network counts as new. */
const isOfActingApp = (field: string, { oauth }: EcsDocument): boolean =>
  field === 'oauth.act.network_age_hours' && oauth?.actor_app !== undefined

/** A query's test for a document with a short history: an earlier record cannot change the match. */
export type IsCertain = (document: EcsDocument, begin: number) => boolean

export function certainMatch(parse: () => Node, catalog: FieldCatalog): IsCertain {
  const isUnknown = (field: string, document: EcsDocument, begin: number): boolean =>
    needsHistory(field) &&
    !isOfActingApp(field, document) &&
    !(ofApplication.test(field) && !ofOthers.has(field) && isComplete(document, begin)) &&
    (fields[field]?.needsHistory === true || fieldReader(field).values(document).length > 0)
  let test: IsCertain | undefined
  // Parsed and compiled on its first use: most rules never match a document with a short history.
  return (document, begin) => {
    test ??= certainly(parse(), catalog, isUnknown)
    return test(document, begin)
  }
}
