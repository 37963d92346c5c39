// The users of an installation on one server: made by an authorized user, with passwords that somebody chose.
import type { Client } from '@elastic/elasticsearch'
import { toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { servicePrivileges } from './privileges.ts'

export type UserResult = 'password set' | 'no security on this server'

export interface UserChange {
  readonly kind: 'role' | 'user'
  readonly name: string
  readonly change: 'written' | 'unchanged'
  readonly note?: string
}

export interface UserOptions {
  readonly namespace: string
  readonly systemPassword: string | undefined
  readonly servicePassword: string | undefined
  readonly dryRun: boolean
}

/** True for what a server without security, or with security switched off, answers. */
function lacksSecurity(error: unknown): boolean {
  const { statusCode, body } = error as { statusCode?: number; body?: unknown }
  if (statusCode !== 400 && statusCode !== 405 && statusCode !== 500) return false
  const text = JSON.stringify(body ?? '')
  return text.includes('no handler found for uri') || text.includes('ecurity must be explicitly enabled')
}

async function attempt(client: Client, work: () => Promise<unknown>): Promise<UserResult> {
  try {
    await work()
    return 'password set'
  } catch (error) {
    if (lacksSecurity(error)) return 'no security on this server'
    throw toDependencyError(error, whereIs(client))
  }
}

/** The password of the user that Kibana logs in with. */
export function setKibanaPassword(client: Client, password: string): Promise<UserResult> {
  return attempt(client, () => client.security.changePassword({ username: 'kibana_system', password }))
}

/** The user of the service, with a role of the same name: it has the privileges of `run` and `doctor`, and no others. */
export function setServiceUser(client: Client, namespace: string, password: string): Promise<UserResult> {
  const name = `consentry-${namespace}`
  return attempt(client, async () => {
    await client.security.putRole({ name, cluster: ['monitor'], indices: servicePrivileges(namespace) })
    await client.security.putUser({ username: name, password, roles: [name] })
  })
}

/** Writes the users with a given password, and the role. Passwords cannot be compared: each run writes them again. */
export async function setupUsers(
  client: Client,
  { namespace, systemPassword, servicePassword, dryRun }: UserOptions,
): Promise<UserChange[]> {
  const changesOf = async (
    name: string,
    kinds: readonly UserChange['kind'][],
    write: () => Promise<UserResult>,
  ): Promise<UserChange[]> => {
    const result = dryRun ? 'password set' : await write()
    return kinds.map((kind) =>
      result === 'password set' ? { kind, name, change: 'written' } : { kind, name, change: 'unchanged', note: result },
    )
  }
  return [
    ...(systemPassword === undefined
      ? []
      : await changesOf('kibana_system', ['user'], () => setKibanaPassword(client, systemPassword))),
    ...(servicePassword === undefined
      ? []
      : await changesOf(`consentry-${namespace}`, ['role', 'user'], () =>
          setServiceUser(client, namespace, servicePassword),
        )),
  ]
}
