// Files that an application opened to people outside the organization. A link that anyone can open outlives the grant of
// the application, and visitors without an account leave no name.
import { entityKey } from '../../mappings/entities/key.ts'
import { approvalsById } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { words } from '../../mappings/fields/field.ts'
import { dayMs, monthMs } from '../../mappings/kernel/durations.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import type { Annotating, Annotations } from './annotations.ts'
import { aliasId, appId } from './entity-ids.ts'
import { appIdentities, appView } from './identities.ts'
import { networkOf } from './network.ts'
import { learningMs } from './novelty.ts'
import type { Act, DeltaWriter } from './store.ts'
import { type AppIds, appKeyId, type Subject } from './subject.ts'
import { waysOf } from './use.ts'

const opening = 'file permission outside'
/** A visit looks for links to this many folders above the file. */
const mostFolders = 8

/** Events in which a visitor reads a file: both vendors also record visits of pages, searches and uploads. */
const reads: ReadonlySet<string | undefined> = new Set(
  words(`
    FileAccessed FileAccessedExtended FileDownloaded FilePreviewed FileSyncDownloadedFull FileSyncDownloadedPartial
    download preview print view
  `),
)

/** The ID of a file in Drive, or its address in SharePoint, which differs between records only in case. */
function fileOf({ google_workspace: google, url }: EcsDocument): string | undefined {
  const id = google === undefined ? url?.original?.toLowerCase() : getPath(google, ['drive', 'file', 'id'])
  return typeof id === 'string' && id !== '' ? id.slice(0, 512) : undefined
}

const siteOf = /^https?:\/\/[^/]+(?:\/(?:sites|teams|personal)\/[^/]+)?/

/** Where a file is: the site in SharePoint, the owner in Drive. Places are few, and each lists its applications. */
function placeOf({ google_workspace: google }: EcsDocument, file: string): string {
  const place = google === undefined ? siteOf.exec(file)?.[0] : getPath(google, ['drive', 'file', 'owner', 'email'])
  return typeof place === 'string' ? place.slice(0, 512) : ''
}

/** The file and the folders above it, which may be open too. Only SharePoint records contain the path. */
function opened(file: string): readonly string[] {
  const files = [file]
  for (let end = file.lastIndexOf('/'); end > 'https://'.length && files.length <= mostFolders; ) {
    files.push(file.slice(0, end))
    end = file.lastIndexOf('/', end - 1)
  }
  return files
}

/** Visits are not recorded: strangers may visit any number of files that no application opened. */
export function observeOpenLink(subject: Subject, app: AppIds, deltas: DeltaWriter): void {
  const { vendor, tenant, at, document } = subject
  const file = waysOf(subject).at(-1) === opening ? fileOf(document) : undefined
  if (file === undefined) return
  const id = appKeyId(app)
  deltas.observe('apps', appId(subject, id), 'opened_files', { value: file, first: at })
  const link = { value: id, first: at }
  deltas.observe('aliases', aliasId(vendor, tenant, 'place', placeOf(document, file)), 'links', link)
}

/** Whether a visitor without an account read a file. SharePoint has two names for such visitors, and Drive has an empty address. */
export function isVisit({ document: { event, source, user }, oauth }: Subject): boolean {
  if (oauth?.action !== undefined || event.outcome === 'failure' || !reads.has(event.action)) return false
  if (event.dataset === 'google_workspace.drive') return source?.user?.email === ''
  return event.dataset === 'o365.audit' && (user?.id === 'anonymous' || user?.id?.startsWith('urn:spo:anon') === true)
}

/**
 * Annotates the visit of a file with the application that opened the file, if the application opened its first file
 * in the month before. A product that has opened files for longer sends documents to customers every day.
 */
export function annotateVisit(annotating: Annotating, logged: number | undefined): void {
  const { annotations, subject, lookup, environment } = annotating
  const { vendor, tenant, at, document } = subject
  const file = isVisit(subject) ? fileOf(document) : undefined
  if (file === undefined || logged === undefined) return
  const place = lookup.get('aliases', aliasId(vendor, tenant, 'place', placeOf(document, file)).key)
  for (const { value: id } of place?.links?.ordered() ?? []) {
    const ids = appIdentities(lookup, subject, { id })
    const view = appView(lookup, subject, ids)
    const begun = view.first('accesses', opening, at)
    if (begun === undefined || begun < logged + learningMs || at - begun >= monthMs) continue
    if (!opened(file).some((each) => view.first('opened_files', each, at) !== undefined)) continue
    if (ids.some((one) => approvalsById(environment).has(vendor === 'google' ? one.toLowerCase() : one))) continue
    annotations.act.link_by = id
    annotations.openedSince = begun
    annotations.app.id = id
    const name = view.members('names', at).at(-1)
    if (name !== undefined) annotations.app.name = name
    return
  }
}

/**
 * The claims that decide whether a visit counts. A customer reads the one document that was sent to them, often twice: the
 * first file of a network does not count, and each further file counts once a day. The claim of the first file has the time of
 * the application's first opened file, so that all months find it in the same index.
 */
export function visitClaims(subject: Subject, { act, openedSince }: Annotations): readonly Act[] {
  const { vendor, tenant, at, event, document } = subject
  const file = fileOf(document)
  const network = networkOf(document.source?.ip)
  if (act.link_by === undefined || openedSince === undefined || file === undefined || network === undefined) return []
  const by = [act.link_by, network]
  const day = String(Math.floor(at / dayMs))
  return [
    { id: entityKey(vendor, tenant, 'visit', ...by), dataset: file, event, vendor, tenant, at: openedSince },
    { id: entityKey(vendor, tenant, 'visit', ...by, file, day), dataset: event, event, vendor, tenant, at },
  ]
}
