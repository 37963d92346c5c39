// How much each application with alerts took, counted while its records come by.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { accountOf, mailboxOf, type TakenItem } from './taken-items.ts'

/** Different values that are kept of all applications together. */
const mostValues = 500_000

/** Totals of one application. Where `atLeast` is true, there were more different values than could be kept. */
export interface DataTaken {
  readonly accounts: number
  readonly mailboxes: number
  readonly messages: number
  /** Mail folders that were synchronized as a whole. */
  readonly folders: number
  readonly files: number
  readonly chats: number
  readonly calls: number
  readonly bytes: number
  readonly first: string
  readonly last: string
  readonly atLeast: boolean
}

interface Totals {
  readonly accounts: Set<string>
  readonly mailboxes: Set<string>
  readonly messages: Set<string>
  readonly folders: Set<string>
  readonly files: Set<string>
  readonly chats: Set<string>
  calls: number
  bytes: number
  readonly first: string
  last: string
  atLeast: boolean
}

const sets = { message: 'messages', folder: 'folders', file: 'files', chat: 'chats' } as const

export class DataTotals {
  readonly #apps = new Map<string, Totals>()
  #left = mostValues

  /** Takes the items of a record of an application. Records come in order of time. */
  add(app: string, document: EcsDocument, items: readonly TakenItem[]): void {
    const at = document['@timestamp'] ?? ''
    const known = this.#apps.get(app)
    const totals = known ?? empty(at)
    if (known === undefined) this.#apps.set(app, totals)
    totals.last = at
    totals.bytes += document.oauth?.activity?.bytes ?? 0
    this.#keep(totals, 'accounts', accountOf(document.oauth))
    this.#keep(totals, 'mailboxes', mailboxOf(document))
    for (const { type, item } of items) {
      if (type === 'API call') totals.calls++
      else if (type !== 'other')
        this.#keep(totals, sets[type], type === 'folder' ? `${mailboxOf(document)} ${item}` : item)
    }
  }

  #keep(
    totals: Totals,
    name: 'accounts' | 'mailboxes' | 'messages' | 'folders' | 'files' | 'chats',
    value: string,
  ): void {
    const values = totals[name]
    if (value === '' || values.has(value)) return
    if (this.#left === 0) {
      totals.atLeast = true
      return
    }
    this.#left--
    values.add(value)
  }

  of(app: string): DataTaken | undefined {
    const totals = this.#apps.get(app)
    if (totals === undefined) return undefined
    const { accounts, mailboxes, messages, folders, files, chats, ...rest } = totals
    return {
      ...rest,
      accounts: accounts.size,
      mailboxes: mailboxes.size,
      messages: messages.size,
      folders: folders.size,
      files: files.size,
      chats: chats.size,
    }
  }
}

function empty(at: string): Totals {
  return {
    accounts: new Set(),
    mailboxes: new Set(),
    messages: new Set(),
    folders: new Set(),
    files: new Set(),
    chats: new Set(),
    calls: 0,
    bytes: 0,
    first: at,
    last: at,
    atLeast: false,
  }
}
