// When an API key ends: only Elasticsearch knows, and a key may ask about itself.
import { isObject } from '../../mappings/kernel/json.ts'

/** The instant at which a key expires; undefined when it never does, or when Elasticsearch does not say. */
export async function keyExpiry(elasticsearch: string, encoded: string): Promise<Date | undefined> {
  const headers = { authorization: `ApiKey ${encoded}` }
  const id = Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] ?? ''
  const url = `${elasticsearch.replace(/\/+$/, '')}/_security/api_key?owner=true&id=${encodeURIComponent(id)}`
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) })
    const answer: unknown = response.ok ? await response.json() : undefined
    const [key] = isObject(answer) && Array.isArray(answer.api_keys) ? answer.api_keys : []
    return isObject(key) && typeof key.expiration === 'number' ? new Date(key.expiration) : undefined
  } catch {
    // The warning is a courtesy: a deployment does not fail for want of it.
    return undefined
  }
}
