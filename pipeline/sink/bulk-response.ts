// The meaning of an item of a `_bulk` response for its event.
import { table } from '../../mappings/kernel/table.ts'
import type { BulkItem } from '../clients/answers.ts'
import { reasonOf } from '../clients/elasticsearch.ts'

/** The members of the response that are used. Elasticsearch omits the others. */
export const bulkFilterPath = ['_index', 'status', 'failure_store', 'error.type', 'error.reason', 'error.caused_by']
  .map((member) => `items.create.${member}`)
  .join(',')

export type ItemClass =
  | { readonly is: 'stored' | 'duplicate' }
  | { readonly is: 'retry'; readonly reason: string }
  /** The document is at fault and becomes a dead letter. */
  | { readonly is: 'failure'; readonly code: 'document_rejected' | 'failure_store'; readonly reason: string }
  /** The cluster is at fault, not the document: the service stops and loses nothing. */
  | { readonly is: 'dependency'; readonly reason: string; readonly advice: string }

const stored: ItemClass = { is: 'stored' }
const duplicate: ItemClass = { is: 'duplicate' }

/** Errors with a status below 500 that would affect every document. */
const clusterTrouble: Readonly<Record<string, string>> = table({
  index_not_found_exception: 'Run `consentry setup` to install the templates, then start again.',
  security_exception: 'Grant the API key or the user the privileges auto_configure and index on the data streams.',
  index_closed_exception: 'Open the write index of the data stream, then start again.',
  validation_exception: 'The cluster cannot create the write index. Check the shard limit, then start again.',
})

export function classifyItem(item: BulkItem): ItemClass {
  const { status, error } = item
  if (status < 300) {
    if (item.failure_store !== 'used') return stored
    return { is: 'failure', code: 'failure_store', reason: 'the document went to the failure store of its data stream' }
  }
  if (status === 409) return duplicate
  const reason = reasonOf(error)
  // A person must remove a block (a full disk, a read-only index). The document is not at fault.
  if (status === 429 || status >= 500 || error?.type === 'cluster_block_exception') return { is: 'retry', reason }
  const advice = error?.type === undefined ? undefined : clusterTrouble[error.type]
  if (advice !== undefined) return { is: 'dependency', reason, advice }
  const code = item.failure_store === 'used' ? 'failure_store' : 'document_rejected'
  return { is: 'failure', code, reason }
}
