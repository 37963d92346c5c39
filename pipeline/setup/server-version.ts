// The features that the version of the server supports.
import type { Client } from '@elastic/elasticsearch'
import type { TemplateSet } from '../../mappings/lib/templates.ts'
import { request, whereIs } from '../clients/elasticsearch.ts'
import { DependencyError } from '../errors/dependency-error.ts'

export interface ServerVersion {
  readonly number: string
  readonly major: number
  readonly minor: number
}

/** The first version that can sort indices with nested fields and accepts bulk requests that require data streams. */
const oldest = { major: 8, minor: 17 }

export async function readServerVersion(client: Client): Promise<ServerVersion> {
  const where = whereIs(client)
  const info = await request(client, () => client.info())
  const [major = 0, minor = 0] = info.version.number.split('.').map(Number)
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    throw new DependencyError(
      'setup_version',
      `Elasticsearch at ${where} is ${info.version.number}; ${oldest.major}.${oldest.minor} is the oldest supported version. Upgrade the cluster.`,
    )
  }
  return { number: info.version.number, major, minor }
}

/** Failure stores exist since 8.19 and 9.1. Earlier servers reject the setting. */
function knowsFailureStore({ major, minor }: ServerVersion): boolean {
  return major === 8 ? minor >= 19 : major > 9 || minor >= 1
}

export function forServer(templates: TemplateSet, version: ServerVersion): TemplateSet {
  if (knowsFailureStore(version)) return templates
  return {
    ...templates,
    components: templates.components.map(({ name, body }) => {
      const { data_stream_options: _, ...template } = body.template as Record<string, never>
      return { name, body: { ...body, template } }
    }),
  }
}
