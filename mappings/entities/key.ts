// The key of an entity: vendor, tenant and its ids in one text.
import { hash } from 'node:crypto'

export type Vendor = 'microsoft' | 'google'

export function isVendor(value: unknown): value is Vendor {
  return value === 'microsoft' || value === 'google'
}

export function vendorOf(dataset: string): Vendor {
  return dataset.startsWith('google_workspace.') || dataset.startsWith('gcp.') ? 'google' : 'microsoft'
}

/** Elasticsearch accepts IDs of up to 512 bytes. */
const longestKey = 400

const escaped = /[%|]/g

/** Returns the key. Equal parts give equal keys, and different parts different keys, whatever their characters. */
export function entityKey(vendor: Vendor, tenant: string, ...ids: readonly string[]): string {
  let key = `${vendor}|${tenant}`
  for (const id of ids) key += `|${id.includes('|') || id.includes('%') ? id.replace(escaped, encodeURIComponent) : id}`
  // A UTF-16 unit takes at most three bytes.
  return key.length * 3 <= longestKey || Buffer.byteLength(key) <= longestKey
    ? key
    : `${vendor}|#${hash('sha256', key, 'base64url')}`
}
