// Which facts need a long history of a log source, and which matches are certain without one.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import type { DatasetName } from './datasets.ts'
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

type Log = Partial<Record<string, DatasetName>>

/** A log of rare acts can begin with an attack. The networks of people come from the log of their sign-ins. */
const signInsOf: Log = { 'azure.auditlogs': 'azure.signinlogs', 'google_workspace.admin': 'google_workspace.login' }

/** The log with the uses of the applications: it shows whether a delegation was in use. */
const usesOf: Log = { 'google_workspace.admin': 'google_workspace.token' }

/** The dataset of a document, and the begins of all datasets in epoch milliseconds. */
interface Logs {
  readonly dataset: string
  readonly begin: (dataset: string) => number
}

/** Whether another log was two weeks old at the time of a document: the age from which a network counts as new. */
function isOld(other: Log, { '@timestamp': at }: EcsDocument, { dataset, begin }: Logs): boolean {
  const log = other[dataset]
  return log !== undefined && Date.parse(at ?? '') - begin(log) >= 14 * dayMs
}

/**
 * Whether a log source contains everything since the application was registered, or the log of uses does not contain the
 * application. A new service principal does not prove this, because an application that was removed and added again
 * keeps its client ID.
 */
function isComplete(document: EcsDocument, logs: Logs): boolean {
  const { registered_hours: hours, first_seen: seen } = document.oauth?.app ?? {}
  if (hours === undefined) return seen === undefined && isOld(usesOf, document, logs)
  return Date.parse(document['@timestamp'] ?? '') - hours * hourMs >= logs.begin(logs.dataset)
}

/** Whether other logs show where the actor works: the uses of an application for two weeks, or the sign-ins of a person. */
const isPlaced = (field: string, document: EcsDocument, logs: Logs): boolean =>
  field === 'oauth.act.network_age_hours' &&
  (document.oauth?.actor_app !== undefined || isOld(signInsOf, document, logs))

/** A query's test for a document with a short history: an earlier record cannot change the match. */
export type IsCertain = (document: EcsDocument, logs: Logs) => boolean

export function certainMatch(parse: () => Node, catalog: FieldCatalog): IsCertain {
  const isUnknown = (field: string, document: EcsDocument, logs: Logs): boolean =>
    needsHistory(field) &&
    !isPlaced(field, document, logs) &&
    !(ofApplication.test(field) && !ofOthers.has(field) && isComplete(document, logs)) &&
    (fields[field]?.needsHistory === true || fieldReader(field).values(document).length > 0)
  let test: IsCertain | undefined
  // Parsed and compiled on its first use: most rules never match a document with a short history.
  return (document, logs) => {
    test ??= certainly(parse(), catalog, isUnknown)
    return test(document, logs)
  }
}
