// Reads the expiry of an API key. Only Elasticsearch knows the expiry, and a key may query itself.
import { Agent, fetch } from 'undici'
import { isObject } from '../../mappings/kernel/json.ts'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import type { ElasticsearchSettings } from '../clients/elasticsearch.ts'

/** Returns the expiry time of a key; undefined if the key never expires, or if Elasticsearch omits the time. */
export async function keyExpiry(
  { urls, caFile }: Pick<ElasticsearchSettings, 'urls' | 'caFile'>,
  encoded: string,
): Promise<Date | undefined> {
  const headers = { authorization: `ApiKey ${encoded}` }
  const id = Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] ?? ''
  const url = `${urls[0]?.replace(/\/+$/, '')}/_security/api_key?owner=true&id=${encodeURIComponent(id)}`
  try {
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(10_000),
      ...(caFile !== undefined && { dispatcher: new Agent({ connect: { ca: readNamedText(caFile) } }) }),
    })
    const answer: unknown = response.ok ? await response.json() : undefined
    const [key] = isObject(answer) && Array.isArray(answer.api_keys) ? answer.api_keys : []
    return isObject(key) && typeof key.expiration === 'number' ? new Date(key.expiration) : undefined
  } catch {
    // The warning is optional: a failure here must not fail the deployment.
    return undefined
  }
}
