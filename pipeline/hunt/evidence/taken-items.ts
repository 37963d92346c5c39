// The data that one record shows an application reading or changing: messages, files, chats and calls.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { isSetting } from '../../../mappings/fields/setting.ts'
import { folded } from '../../../mappings/kernel/folded.ts'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { getPath, splitPath } from '../../../mappings/kernel/path.ts'

type ItemType = 'message' | 'folder' | 'file' | 'chat' | 'calendar item' | 'API call' | 'other'

export interface TakenItem {
  readonly type: ItemType
  /** The identity: InternetMessageId, path or ID of a file, ID of a chat, or the call; empty if the record does not name an item. */
  readonly item: string
  /** The subject of a message, or the title of an item with an ID. */
  readonly subject: string
  /** The size of this item, if the record contains it. */
  readonly bytes?: number
  /** The number of unnamed items that a record counts; absent for one item. */
  readonly number?: number
}

/** The items of a record; one item without a name if the record names none. Empty for sign-ins, settings, failed attempts and findings. */
export function takenItems(document: EcsDocument): TakenItem[] {
  const { oauth, event } = document
  // A token is not data.
  if (oauth?.activity === undefined || oauth.action === 'app_sign_in' || oauth.finding !== undefined) return []
  if (isSetting(document) || oauth.act?.duplicate === true || event.outcome === 'failure') return []
  const folders = oauth.activity.kind === 'mail' && oauth.activity.access === 'sync' ? foldersOf(document) : []
  if (folders.length > 0) return folders
  const messages = messagesOf(document)
  if (messages.length > 0) return messages
  const titled = titledItem(document)
  if (titled !== undefined) return [sized(titled, document)]
  const { activity } = oauth
  const url = document.url?.original
  // Notes and list items have an address, but no file name.
  if (document.file !== undefined || (activity.kind === 'file' && activity.method === undefined && url !== undefined)) {
    const { path, name } = document.file ?? {}
    return [sized({ type: 'file', item: url ?? path ?? name ?? '', subject: '' }, document)]
  }
  const call = url === undefined ? activity.method : [document.http?.request?.method, url].filter(Boolean).join(' ')
  if (call !== undefined) return [sized({ type: 'API call', item: call, subject: '' }, document)]
  const { items: number } = activity
  return [sized({ type: 'other', item: '', subject: '', ...(number !== undefined && { number }) }, document)]
}

function sized(item: Omit<TakenItem, 'bytes'>, { oauth }: EcsDocument): TakenItem {
  const bytes = oauth?.activity?.bytes
  return bytes === undefined ? item : { ...item, bytes }
}

/** Returns the synchronized folders: synchronization transfers whole folders, and the record lists no messages. */
function foldersOf({ o365, saas }: EcsDocument): TakenItem[] {
  const paths = [saas?.mail?.folders ?? []].flat()
  const ids = objects(o365?.audit.Item).flatMap(({ Id }) => (typeof Id === 'string' ? [Id] : []))
  return (paths.length > 0 ? paths : ids).map((item) => ({ type: 'folder', item, subject: '' }))
}

/** Members of a record of Exchange that hold messages, in the order of the vendor's documentation. */
function messagesOf(document: EcsDocument): TakenItem[] {
  const audit = document.o365?.audit
  const found: TakenItem[] = audit === undefined ? [] : holdersOf(audit).flatMap(messageOf)
  if (found.length > 0) return found
  const ids = document.email?.message_id as string | readonly string[] | undefined
  const subject = [document.email?.subject ?? ''].flat()[0] ?? ''
  return [ids ?? []].flat().map((item) => ({ type: 'message', item, subject }))
}

const objects = (value: Json | undefined): JsonObject[] => [value ?? []].flat().filter(isObject)

function holdersOf(audit: JsonObject): JsonObject[] {
  return [
    ...objects(audit.ExchangeAggregatedFolders).flatMap(({ FolderItems }) => objects(FolderItems)),
    ...objects(audit.Folders).flatMap(({ FolderItems }) => objects(FolderItems)),
    ...objects(audit.ExchangeAggregatedMessages).flatMap(({ MessageItems }) => objects(MessageItems)),
    ...objects(audit.AffectedItems),
    ...objects(audit.Item),
  ]
}

function messageOf({ InternetMessageId, Id, Subject, SizeInBytes }: JsonObject): TakenItem[] {
  const item = InternetMessageId ?? Id
  if (typeof item !== 'string') return []
  const bytes = Number(SizeInBytes)
  return [
    {
      type: 'message',
      item,
      subject: typeof Subject === 'string' ? Subject : '',
      ...(SizeInBytes !== undefined && Number.isSafeInteger(bytes) && { bytes }),
    },
  ]
}

/** Where records have the ID of an item and its title, which other items may share. A chat message may have several files. */
const titledItems = (
  [
    ['file', ['google_workspace.drive.file.id'], 'file.name'],
    ['file', ['google_workspace.chat.message_id', 'file.name'], 'file.name'],
    ['chat', ['google_workspace.chat.room_id'], 'google_workspace.chat.room_name'],
    ['calendar item', ['google_workspace.calendar.event.id'], 'google_workspace.calendar.event.title'],
    ['calendar item', ['google_workspace.calendar.id'], 'google_workspace.calendar.title'],
    ['chat', ['o365.audit.ChatThreadId'], 'o365.audit.ChannelName'],
    ['chat', ['o365.audit.ChannelGuid'], 'o365.audit.ChannelName'],
  ] as const
).map(([type, id, title]) => ({ type, id: id.map(splitPath), title: splitPath(title) }))

function titledItem(document: EcsDocument): TakenItem | undefined {
  for (const { type, id, title } of titledItems) {
    const ids = id.map((path) => getPath(document, path)).filter((part) => typeof part === 'string' && part !== '')
    const subject = getPath(document, title)
    if (ids.length === id.length)
      return { type, item: ids.join('/'), subject: typeof subject === 'string' ? subject : '' }
  }
  return undefined
}

/** Returns the mailbox of a mail record; empty if the record contains no mailbox. */
export function mailboxOf({ o365, oauth }: EcsDocument): string {
  const owner = o365?.audit.MailboxOwnerUPN
  if (typeof owner === 'string' && owner !== '') return folded(owner)
  return oauth?.activity?.kind === 'mail' ? accountOf(oauth) : ''
}

export function accountOf(oauth: EcsDocument['oauth']): string {
  return oauth?.account?.name ?? oauth?.account?.id ?? ''
}
