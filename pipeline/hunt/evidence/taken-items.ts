// The data that one record shows an application reading or changing: messages, files, chats and calls.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { folded } from '../../../mappings/kernel/folded.ts'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'

type ItemType = 'message' | 'folder' | 'file' | 'chat' | 'API call' | 'other'

export interface TakenItem {
  readonly type: ItemType
  /** InternetMessageId, path of a file, ID of a chat, or the call; empty where the record does not name an item. */
  readonly item: string
  readonly subject: string
  /** The size of this item, if the record contains it. */
  readonly bytes?: number
  /** The number of unnamed items that a record counts; absent for one item. */
  readonly number?: number
}

/** The items of a record; one item without a name if the record names none. Empty for sign-ins, failed attempts and findings. */
export function takenItems(document: EcsDocument): TakenItem[] {
  const { oauth, event } = document
  // A token is not data.
  if (oauth?.activity === undefined || oauth.action === 'app_sign_in' || oauth.finding !== undefined) return []
  if (oauth.act?.duplicate === true || event.outcome === 'failure') return []
  const folders = oauth.activity.kind === 'mail' && oauth.activity.access === 'sync' ? foldersOf(document) : []
  if (folders.length > 0) return folders
  const messages = messagesOf(document)
  if (messages.length > 0) return messages
  const chat = chatOf(document.o365?.audit)
  if (chat !== undefined) return [sized({ type: 'chat', item: chat, subject: '' }, document)]
  const { activity } = oauth
  if (document.file !== undefined) {
    const { path, name } = document.file
    return [sized({ type: 'file', item: document.url?.original ?? path ?? name ?? '', subject: '' }, document)]
  }
  const url = document.url?.original
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

function chatOf(audit: JsonObject | undefined): string | undefined {
  const chat = audit?.ChatThreadId
  return typeof chat === 'string' && chat !== '' ? chat : undefined
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
