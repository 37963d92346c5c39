// Files that an application opened to people outside the organization. A link that anyone can open outlives the grant of
// the application, and visitors without an account leave no name.
import { approvalsById } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { monthMs } from '../../mappings/kernel/durations.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import { learningMs } from './annotate-network.ts'
import type { Annotating } from './annotations.ts'
import { aliasId } from './entity-ids.ts'
import { appIdentities, appView } from './identities.ts'
import type { DeltaWriter } from './store.ts'
import { type AppIds, appKeyId, type Subject } from './subject.ts'
import { waysOf } from './use.ts'

const opening = 'file permission outside'
/** In the links of a file: the time of the first visit. */
const visited = 'visited'
/** A visit looks for links to this many folders above the file. */
const mostFolders = 8

/** The ID of a file in Drive, or its address in SharePoint, which differs between records only in case. */
function fileOf({ google_workspace: google, url }: EcsDocument): string | undefined {
  const id = google === undefined ? url?.original?.toLowerCase() : getPath(google, ['drive', 'file', 'id'])
  return typeof id === 'string' && id !== '' ? id.slice(0, 512) : undefined
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

export function observeOpenLink(subject: Subject, app: AppIds, deltas: DeltaWriter): void {
  const { vendor, tenant, at, document } = subject
  const file = waysOf(subject).at(-1) === opening ? fileOf(document) : undefined
  if (file === undefined) return
  const link = { value: appKeyId(app), first: at }
  deltas.observe('aliases', aliasId(vendor, tenant, 'file', file), 'links', link)
}

/** Whether a visitor without an account used a file. SharePoint has two names for such visitors, and Drive has an empty address. */
export function isVisit({ document: { event, source, user }, oauth }: Subject): boolean {
  // The use of the link is a separate record.
  if (oauth?.action !== undefined || event.outcome === 'failure' || event.action === 'AnonymousLinkUsed') return false
  if (event.dataset === 'google_workspace.drive') return source?.user?.email === ''
  return event.dataset === 'o365.audit' && (user?.id === 'anonymous' || user?.id?.startsWith('urn:spo:anon') === true)
}

export function observeVisit(subject: Subject, deltas: DeltaWriter): void {
  const { vendor, tenant, at, document } = subject
  const file = isVisit(subject) ? fileOf(document) : undefined
  if (file === undefined) return
  deltas.observe('aliases', aliasId(vendor, tenant, 'file', file), 'links', { value: visited, first: at })
}

/**
 * Annotates the first visit of a file with the application that opened the file, if the application opened its first file
 * in the month before. A product that has opened files for longer sends documents to customers every day, and many
 * visitors may open one document that a new product publishes.
 */
export function annotateVisit(annotating: Annotating, logged: number | undefined): void {
  const { annotations, subject, lookup, environment } = annotating
  const { vendor, tenant, at, document } = subject
  const file = isVisit(subject) ? fileOf(document) : undefined
  if (file === undefined || logged === undefined) return
  for (const each of opened(file)) {
    const links = lookup.get('aliases', aliasId(vendor, tenant, 'file', each).key)?.links?.ordered() ?? []
    if (each === file && links.some(({ value, first }) => value === visited && first < at)) return
    for (const { value: id, first } of links) {
      if (id === visited || first > at) continue
      const ids = appIdentities(lookup, subject, { id })
      const view = appView(lookup, subject, ids)
      const begun = view.first('accesses', opening, at)
      if (begun === undefined || begun < logged + learningMs || at - begun >= monthMs) continue
      if (ids.some((one) => approvalsById(environment).has(vendor === 'google' ? one.toLowerCase() : one))) continue
      annotations.act.link_by = id
      annotations.app.id = id
      const name = view.members('names', at).at(-1)
      if (name !== undefined) annotations.app.name = name
      return
    }
  }
}
