// Converts field catalogs to component and index templates. They are complete without Elasticsearch's built-in
// templates. Each is for exactly one data stream, so it affects no installed integration and no other namespace.
import { createHash } from 'node:crypto'
import { commonFields } from '../fields/document.ts'
import type { FieldTable } from '../fields/field.ts'
import type { Artifact } from '../kernel/artifact.ts'
import type { Diagnostic } from '../kernel/diagnostic.ts'
import { canonicalJson, type JsonObject, prettyJson } from '../kernel/json.ts'
import { checkFieldNames, countFields, toProperties } from './template-fields.ts'

/** The fields of a dataset in addition to the common fields. */
export interface DatasetFields {
  /** For example `o365.audit`. */
  readonly dataset: string
  /** The vendor's own fields, by dotted name: `o365.audit.UserId`. */
  readonly fields: FieldTable
  /** Objects that keep all members and index only the listed members: `o365.audit`, `o365.audit.Parameters`. */
  readonly openRoots: readonly string[]
  /** Objects with names chosen by the sender: dots in a name create no objects, so no name can contradict another. */
  readonly openNames?: readonly string[]
  /** Names of our fields in Elastic's documentation: alias → field. */
  readonly aliases?: Readonly<Record<string, string>>
}

export interface Template {
  readonly name: string
  readonly body: JsonObject
}

export interface IndexTemplate extends Template {
  readonly stream: string
  /** Stored in the `_meta` of every index of the template. A different fingerprint means older templates. */
  readonly fingerprint: string
}

export interface TemplateSet {
  readonly components: readonly Template[]
  readonly indexTemplates: readonly IndexTemplate[]
}

export interface TemplateOptions {
  readonly namespace: string
  /** The product version. Absent in generated files, which must not change with every release. */
  readonly version?: string
  /**
   * `standard` stores data in the same way on every cluster. `logsdb` saves disk space, depending on the license, and
   * needs some more CPU for indexing. Without this setting, a cluster may choose `logsdb` for `logs-*` streams.
   */
  readonly indexMode?: 'standard' | 'logsdb'
  readonly retention?: string
}

/** The owner of installed objects; `setup` changes no object with a different owner. */
export const managedBy = 'consentry'

/** Above Fleet's 200 and the built-in 100. */
export const templatePriority = 501

/** Elasticsearch's default limit of fields, and the number of fields reserved for the `@custom` component. */
const defaultFieldLimit = 1000
const customFields = 200

/** Returns the problem with a namespace, or undefined. A hyphen could make two data stream names equal. */
export function namespaceProblem(namespace: string): string | undefined {
  if (/^[a-z0-9_][a-z0-9_.]{0,99}$/.test(namespace)) return undefined
  return 'a namespace has 1 to 100 lowercase letters, digits, dots and underscores, and begins with none of the dots'
}

export function checkTemplateFields(datasets: readonly DatasetFields[]): Diagnostic[] {
  return datasets.flatMap(({ dataset, fields, openRoots }) => {
    const common: FieldTable = commonFields
    const twice = Object.keys(fields).filter(
      (name) => common[name] !== undefined && common[name].type !== fields[name]?.type,
    )
    return [
      ...twice.map((path): Diagnostic => {
        const message = `is a ${fields[path]?.type} here and a ${common[path]?.type} among the common fields`
        return {
          code: 'M006',
          level: 'error',
          file: dataset,
          path,
          message,
          hint: 'use the common field or another name',
        }
      }),
      ...checkFieldNames({ ...common, ...fields }, openRoots, dataset),
    ]
  })
}

const isDataStreamField = (name: string): boolean => name.startsWith('data_stream.')

function pick(fields: FieldTable, keep: (name: string) => boolean): FieldTable {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => keep(name)))
}

/** The fields of every stream. Only findings have the group of findings: a stream has at most a thousand fields. */
export const sharedFields: FieldTable = pick(
  commonFields,
  (name) => !isDataStreamField(name) && !name.startsWith('oauth.finding.'),
)

function settings({ indexMode = 'standard', retention = '90d' }: TemplateOptions): JsonObject {
  return {
    settings: {
      index: {
        mode: indexMode,
        codec: 'best_compression',
        mapping: { ignore_malformed: true, total_fields: { ignore_dynamic_beyond_limit: true } },
        // `logsdb` sorts by host by default, which SaaS logs lack. Standard: unsorted, as sorting costs a fifth of CPU.
        ...(indexMode === 'logsdb' && { sort: { field: ['organization.id', '@timestamp'], order: ['asc', 'desc'] } }),
      },
    },
    lifecycle: { data_retention: retention },
    // A mapping conflict must fail, so that the document becomes a dead letter and the rules do not silently miss it.
    data_stream_options: { failure_store: { enabled: false } },
  }
}

function datasetTemplate(fields: DatasetFields, namespace: string): JsonObject {
  // Elasticsearch checks each component separately, so an alias and its field must be in the same component.
  const aliased = Object.values(fields.aliases ?? {})
  const own: FieldTable = {
    ...pick(commonFields, isDataStreamField),
    ...pick(sharedFields, (name) => aliased.includes(name)),
    ...pick(fields.fields, (name) => !(name in sharedFields)),
  }
  const constants = {
    'data_stream.type': 'logs',
    'data_stream.dataset': fields.dataset,
    'data_stream.namespace': namespace,
  }
  const words = Object.entries({ ...sharedFields, ...own }).flatMap(([name, { text }]) =>
    text ? [`${name}.text`] : [],
  )
  const names = [
    ...Object.keys(sharedFields),
    ...Object.keys(own),
    ...words,
    ...Object.keys(fields.aliases ?? {}),
    ...fields.openRoots,
  ]
  const needed = countFields(names, fields.openNames) + customFields
  const limit = Math.max(defaultFieldLimit, Math.ceil(needed / 500) * 500)
  return {
    settings: { index: { mapping: { total_fields: { limit } } } },
    mappings: { properties: toProperties(own, { ...fields, constants }) },
  }
}

/** Covers the parts that an index uses, not retention and failure store, which belong to the stream and can change. */
function indexFingerprint(templates: readonly JsonObject[]): string {
  const parts = templates.map(({ settings = null, mappings = null }) => [settings, mappings])
  return createHash('sha256').update(canonicalJson(parts)).digest('hex').slice(0, 16)
}

/** The templates of these datasets for one namespace. The catalogs must be free of diagnostics. */
export function buildTemplates(datasets: readonly DatasetFields[], options: TemplateOptions): TemplateSet {
  const { namespace, version } = options
  const meta = (description: string): JsonObject => ({
    managed_by: managedBy,
    description,
    ...(version !== undefined && { version }),
  })
  const common: readonly Template[] = [
    {
      name: `consentry-common-${namespace}@settings`,
      body: { template: settings(options), _meta: meta('Settings of all data streams of this namespace') },
    },
    {
      name: `consentry-common-${namespace}@fields`,
      body: {
        template: { mappings: { dynamic: false, date_detection: false, properties: toProperties(sharedFields) } },
        _meta: meta('ECS and the product’s own fields'),
      },
    },
  ]
  const perDataset = datasets.map((fields): { component: Template; index: IndexTemplate } => {
    const stream = `logs-${fields.dataset}-${namespace}`
    const name = `consentry-${stream}`
    const template = datasetTemplate(fields, namespace)
    const fingerprint = indexFingerprint([...common.map(({ body }) => body.template as JsonObject), template])
    const mappings = { ...(template.mappings as JsonObject), _meta: { managed_by: managedBy, fingerprint } }
    const component: Template = {
      name: `${name}@fields`,
      body: { template: { ...template, mappings }, _meta: meta(`Fields of ${fields.dataset}`) },
    }
    const custom = `${name}@custom`
    const body: JsonObject = {
      index_patterns: [stream],
      priority: templatePriority,
      data_stream: {},
      // The template itself is empty, so that the operator's component takes precedence.
      composed_of: [...common.map((each) => each.name), component.name, custom],
      ignore_missing_component_templates: [custom],
      _meta: meta(`Data stream ${stream}`),
    }
    return { component, index: { name, stream, fingerprint, body } }
  })
  return {
    components: [...common, ...perDataset.map(({ component }) => component)],
    indexTemplates: perDataset.map(({ index }) => index),
  }
}

/** The templates as files to review, or to install by hand: one request body each. */
export function renderTemplates(datasets: readonly DatasetFields[], options: TemplateOptions): Artifact[] {
  const { components, indexTemplates } = buildTemplates(datasets, options)
  const artifact = (folder: string, { name, body }: Template): Artifact => {
    const meta = { ...(body._meta as JsonObject), made_by: 'npm run generate' }
    return { path: `mappings/generated/${folder}/${name}.json`, text: prettyJson({ ...body, _meta: meta }) }
  }
  return [
    ...components.map((template) => artifact('component-templates', template)),
    ...indexTemplates.map((template) => artifact('index-templates', template)),
  ]
}
