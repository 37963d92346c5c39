// The templates and entity indices of a namespace, as `setup` and `deploy` install them.
import type { Client } from '@elastic/elasticsearch'
import { buildEntityTemplates } from '../../mappings/entities/templates.ts'
import { buildTemplates } from '../../mappings/lib/templates.ts'
import { templateFields } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import type { Config } from '../config/settings.ts'
import { type SetupChange, setupElasticsearch } from '../setup/elasticsearch.ts'

/** Installs the templates. With `dryRun`, only reports the changes. */
export async function installTemplates(
  client: Client,
  { namespace, elasticsearch }: Pick<Config, 'namespace' | 'elasticsearch'>,
  dryRun: boolean,
): Promise<SetupChange[]> {
  const templates = buildTemplates(templateFields(await loadMappings()), {
    namespace,
    indexMode: elasticsearch.indexMode,
  })
  return setupElasticsearch(client, templates, { namespace, dryRun, indices: buildEntityTemplates({ namespace }) })
}
