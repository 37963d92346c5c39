// The users of an installation on one server: an authorized user creates them, with given passwords.
import type { Client } from '@elastic/elasticsearch'
import { toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import type { SetupChange } from './elasticsearch.ts'
import { servicePrivileges } from './privileges.ts'

export interface UserOptions {
  readonly namespace: string
  readonly systemPassword: string | undefined
  readonly servicePassword: string | undefined
  readonly dryRun: boolean
}

/** True for the errors of a server without security, or with security switched off. */
function lacksSecurity(error: unknown): boolean {
  const { statusCode, body } = error as { statusCode?: number; body?: unknown }
  if (statusCode !== 400 && statusCode !== 405 && statusCode !== 500) return false
  const text = JSON.stringify(body ?? '')
  return ['no handler found for uri', 'Incorrect HTTP method for uri', 'ecurity must be explicitly enabled'].some(
    (reason) => text.includes(reason),
  )
}

/** Writes the users with a given password, and the role. Passwords cannot be compared: each run writes them again. */
export async function setupUsers(
  client: Client,
  { namespace, systemPassword, servicePassword, dryRun }: UserOptions,
): Promise<SetupChange[]> {
  const { security } = client
  const changesOf = async (
    name: string,
    kinds: readonly ('role' | 'user')[],
    write: () => Promise<unknown>,
  ): Promise<SetupChange[]> => {
    try {
      await (dryRun ? security.authenticate() : write())
    } catch (error) {
      if (!lacksSecurity(error)) throw toDependencyError(error, whereIs(client))
      return kinds.map((kind) => ({ kind, name, change: 'unchanged', note: 'no security on this server' }))
    }
    return kinds.map((kind) => ({ kind, name, change: 'written' }))
  }
  const changes: SetupChange[] = []
  if (systemPassword !== undefined) {
    const username = 'kibana_system'
    const write = () => security.changePassword({ username, password: systemPassword })
    changes.push(...(await changesOf(username, ['user'], write)))
  }
  if (servicePassword !== undefined) {
    // The role has the privileges of `run` and `doctor`, and no others.
    const name = `consentry-${namespace}`
    const write = async () => {
      await security.putRole({ name, cluster: ['monitor'], indices: servicePrivileges(namespace) })
      await security.putUser({ username: name, password: servicePassword, roles: [name] })
    }
    changes.push(...(await changesOf(name, ['role', 'user'], write)))
  }
  return changes
}
