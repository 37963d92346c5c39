// The password of the user that Kibana logs in with: set once, by an authorized user.
import type { Client } from '@elastic/elasticsearch'
import { toDependencyError, whereIs } from '../clients/elasticsearch.ts'

export type KibanaUserResult = 'password set' | 'no security on this server'

/** True for what a server without security, or with security switched off, answers. */
function lacksSecurity(error: unknown): boolean {
  const { statusCode, body } = error as { statusCode?: number; body?: unknown }
  if (statusCode !== 400 && statusCode !== 405 && statusCode !== 500) return false
  const text = JSON.stringify(body ?? '')
  return text.includes('no handler found for uri') || text.includes('ecurity must be explicitly enabled')
}

export async function setKibanaPassword(client: Client, password: string): Promise<KibanaUserResult> {
  try {
    await client.security.changePassword({ username: 'kibana_system', password })
    return 'password set'
  } catch (error) {
    if (lacksSecurity(error)) return 'no security on this server'
    throw toDependencyError(error, whereIs(client))
  }
}
