// Files that an application opened to people outside the organization. A link that anyone can open outlives the grant of
// the application, and visitors without an account leave no name. The access of a guest outlives the application, too.
import { entityKey } from '../../mappings/entities/key.ts'
import type { apps, grants } from '../../mappings/entities/types.ts'
import { isApproved } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { words } from '../../mappings/fields/field.ts'
import { dayMs, monthMs } from '../../mappings/kernel/durations.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import type { Annotating, Annotations } from './annotations.ts'
import { appStatus } from './app-status.ts'
import { aliasId, appId } from './entity-ids.ts'
import { appIdentities, appView, everybodyIdentity, grantView } from './identities.ts'
import { networkOf } from './network.ts'
import { learningMs } from './novelty.ts'
import { revocation } from './standing.ts'
import type { Act, DeltaWriter } from './store.ts'
import { type AppIds, appKeyId, type Subject } from './subject.ts'
import { waysOf } from './use.ts'
import type { View } from './view.ts'

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

/** The end of the user name of a guest in Entra ID, after the address with `_` in place of `@`. */
const guestMark = '#ext#'

/** The address of a person in a record of sharing, or of the reader of a file. */
function addressOf(name: string | undefined): string | undefined {
  const lower = name?.slice(0, 512).toLowerCase() ?? ''
  const mark = lower.indexOf(guestMark)
  const known = mark < 0 ? lower : lower.slice(0, mark)
  const at = mark < 0 ? -1 : known.lastIndexOf('_')
  const address = at < 0 ? known : `${known.slice(0, at)}@${known.slice(at + 1)}`
  return address.includes('@') ? address : undefined
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** Visits are not recorded: strangers may visit any number of files that no application opened. */
export function observeOpenLink(subject: Subject, app: AppIds, deltas: DeltaWriter): void {
  const { vendor, tenant, at, document } = subject
  const file = waysOf(subject).at(-1) === opening ? fileOf(document) : undefined
  if (file === undefined) return
  const id = appKeyId(app)
  deltas.observe('apps', appId(subject, id), 'opened_files', { value: file, first: at })
  const link = { value: id, first: at }
  deltas.observe('aliases', aliasId(vendor, tenant, 'place', placeOf(document, file)), 'links', link)
  const guest = addressOf(document.user?.target?.email)
  if (guest !== undefined) deltas.observe('apps', appId(subject, id), 'opened_to', { value: guest, first: at })
}

/** Some records name the page of the vendor that a visitor used: such a use is not by an application of the organization. */
const isOfVisitor = ({ oauth }: Subject): boolean =>
  oauth?.action === undefined || (oauth.action === 'app_use' && oauth.app?.first_party === true)

const isRead = (subject: Subject): boolean => {
  const { event } = subject.document
  return event.outcome !== 'failure' && reads.has(event.action) && isOfVisitor(subject)
}

/** Whether a visitor without an account read a file. SharePoint has two names for such visitors, and Drive has an empty address. */
function isStranger({ event, source, user }: EcsDocument): boolean {
  if (event.dataset === 'google_workspace.drive') return source?.user?.email === ''
  return event.dataset === 'o365.audit' && (user?.id === 'anonymous' || user?.id?.startsWith('urn:spo:anon') === true)
}

/** The address of a guest who read a file: in Drive, a person of another domain than its owner. */
function guestOf(document: EcsDocument, file: string): string | undefined {
  const { event, user } = document
  if (event.dataset === 'o365.audit')
    return user?.id?.toLowerCase().includes(guestMark) === true ? addressOf(user.id) : undefined
  const owner = placeOf(document, file)
  const address = event.dataset === 'google_workspace.drive' && owner.includes('@') ? addressOf(user?.email) : undefined
  return address === undefined || domainOf(address) === domainOf(owner) ? undefined : address
}

/** The file that a visitor without an account or a guest read. */
function visitOf(subject: Subject) {
  const { document } = subject
  const file = isRead(subject) ? fileOf(document) : undefined
  if (file === undefined) return undefined
  if (isStranger(document)) return { file, guest: undefined }
  const guest = guestOf(document, file)
  return guest === undefined ? undefined : { file, guest }
}

export const isVisit = (subject: Subject): boolean => visitOf(subject) !== undefined

/**
 * Annotates the visit of a file with the application that opened the file, if the application opened its first file
 * in the month before. A product that has opened files for longer sends documents to customers every day. A guest counts
 * only after the end of the application: customers read the documents of a product as guests.
 */
export function annotateVisit(annotating: Annotating, logged: number | undefined): void {
  const { annotations, subject, lookup, environment } = annotating
  const { vendor, tenant, at, document } = subject
  const visit = visitOf(subject)
  if (visit === undefined || logged === undefined) return
  const { file, guest } = visit
  const place = lookup.get('aliases', aliasId(vendor, tenant, 'place', placeOf(document, file)).key)
  for (const { value: id } of place?.links?.ordered() ?? []) {
    const ids = appIdentities(lookup, subject, { id })
    const view = appView(lookup, subject, ids)
    const begun = view.first('accesses', opening, at)
    if (begun === undefined || begun < logged + learningMs) continue
    const ended = () => endOf(view, grantView(lookup, subject, ids, everybodyIdentity), subject)
    if (guest === undefined ? !isOpen(view, file, begun, at) : !hasLeft(view, guest, begun, ended(), at)) continue
    if (isApproved(environment, ids)) continue
    if (guest === undefined) {
      annotations.act.link_by = id
      annotations.openedSince = begun
    } else {
      annotations.act.guest_of = id
      annotations.act.series = [id, guest, 'file of a guest'].map((part) => part.slice(0, 300)).join('|')
    }
    // The record of a page of the vendor keeps its own application.
    if (subject.oauth?.app?.id !== undefined) return
    annotations.app.id = id
    const name = view.members('names', at).at(-1)
    if (name !== undefined) annotations.app.name = name
    return
  }
}

/** Whether an application opened a file, or a folder above it, and opened its first file in the last month. */
const isOpen = (view: View<typeof apps>, file: string, begun: number, at: number): boolean =>
  at - begun < monthMs && opened(file).some((each) => view.first('opened_files', each, at) !== undefined)

/** When an application was disabled, blocked or deleted, or lost its access for all accounts; undefined if it still works. */
function endOf(view: View<typeof apps>, forAll: View<typeof grants>, subject: Subject): number | undefined {
  const status = appStatus(view, subject.at)
  const ended = status === undefined || status.value === 'enabled' ? 0 : status.at
  return revocation(forAll, subject, ended)
}

/** Whether an application opened files to a guest, and ended in the last month, within a month of its first opened file. */
function hasLeft(
  view: View<typeof apps>,
  guest: string,
  begun: number,
  ended: number | undefined,
  at: number,
): boolean {
  if (ended === undefined) return false
  const isYoung = ended - begun < monthMs && at - ended < monthMs
  return isYoung && view.first('opened_to', guest, ended) !== undefined
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

/**
 * The claim that decides whether an opening counts: one share is several records, and so is a file that is opened to several
 * people. The first record of a file counts, once a day for each application.
 */
export function openingClaim(subject: Subject): Act | undefined {
  const { app, vendor, tenant, at, event, document } = subject
  if (app === undefined || waysOf(subject).at(-1) !== opening) return undefined
  const by = [appKeyId(app), fileOf(document) ?? event, String(Math.floor(at / dayMs))]
  return { id: entityKey(vendor, tenant, 'opening', ...by), dataset: event, event, vendor, tenant, at }
}
