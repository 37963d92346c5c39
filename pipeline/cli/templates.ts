// The templates and entity indices of a namespace, as `setup` and `deploy` install them.
import type { Client } from '@elastic/elasticsearch'
import { buildEntityTemplates } from '../../mappings/entities/templates.ts'
import { buildTemplates } from '../../mappings/lib/templates.ts'
import { templateFields } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import type { Config } from '../config/settings.ts'
import { type SetupChange, setupElasticsearch } from '../setup/elasticsearch.ts'
import { type ChangedField, changedFields } from '../setup/field-types.ts'

type Target = Pick<Config, 'namespace' | 'elasticsearch'>

async function templatesOf({ namespace, elasticsearch: { indexMode } }: Target) {
  return {
    templates: buildTemplates(templateFields(await loadMappings()), { namespace, indexMode }),
    indices: buildEntityTemplates({ namespace }),
  }
}

/** Installs the templates. With `dryRun`, only reports the changes. */
export async function installTemplates(client: Client, config: Target, dryRun: boolean): Promise<SetupChange[]> {
  const { templates, indices } = await templatesOf(config)
  const { namespace, elasticsearch } = config
  return setupElasticsearch(client, templates, {
    namespace,
    dryRun,
    compatibility: elasticsearch.compatibility,
    indices,
  })
}

/** The fields of the installed streams and indices that have another type than ours. */
export async function compareFieldTypes(client: Client, config: Target): Promise<ChangedField[]> {
  const { templates, indices } = await templatesOf(config)
  return changedFields(client, templates, indices)
}
