// Installs our templates. Identical objects stay unchanged. Objects that are not ours are refused and stay unchanged.
import type { Client } from '@elastic/elasticsearch'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import {
  type IndexTemplate,
  managedBy,
  namespaceProblem,
  type Template,
  type TemplateSet,
  templatePriority,
} from '../../mappings/lib/templates.ts'
import { incompatible, request, whereIs } from '../clients/elasticsearch.ts'
import { inParallel } from '../clients/in-parallel.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { type ChangedField, changedFields, olderTypes, templateTypesDiffer, typeInWords } from './field-types.ts'
import { forServer, readServerVersion } from './server-version.ts'

export interface SetupOptions {
  /** The API version of the client. */
  readonly compatibility?: 8 | 9
  readonly namespace: string
  /** Templates of indices (not data streams), with the index name in `stream`. The setup creates these indices. */
  readonly indices?: readonly IndexTemplate[]
  readonly dryRun: boolean
}

export interface SetupChange {
  readonly kind: 'component template' | 'index template' | 'data stream' | 'index' | 'topic' | 'role' | 'user'
  readonly name: string
  readonly change: 'created' | 'updated' | 'unchanged' | 'rolled over' | 'written'
  readonly paths?: readonly string[]
  readonly note?: string
}

/** The plan for one object: its change, the reason for a refusal if it is not ours, and the request that changes it. */
interface Plan {
  readonly change: SetupChange
  readonly refusal?: string | undefined
  readonly write?: () => Promise<void>
}

/** Elasticsearch checks one template while it stores another. */
const requestsAtOnce = 8

type Kind = Extract<SetupChange['kind'], `${string} template`>

const paths: Readonly<Record<Kind, string>> = {
  'component template': '/_component_template',
  'index template': '/_index_template',
}

/** Reads an object. The result of a 404 is undefined. */
async function read(
  client: Client,
  path: string,
  querystring: Record<string, string> = {},
): Promise<JsonObject | undefined> {
  const params = { method: 'GET', path, querystring }
  const { statusCode, body } = await request(client, () =>
    client.transport.request<JsonObject>(params, { meta: true, ignore: [404] }),
  )
  return statusCode === 404 ? undefined : body
}

async function readTemplate(client: Client, kind: Kind, name: string): Promise<JsonObject | undefined> {
  const answer = await read(client, `${paths[kind]}/${encodeURIComponent(name)}`)
  const [members, member] =
    kind === 'component template'
      ? [answer?.component_templates, 'component_template']
      : [answer?.index_templates, 'index_template']
  const first = Array.isArray(members) ? members[0] : undefined
  const body = isObject(first) ? first[member] : undefined
  return isObject(body) ? body : undefined
}

function manager(meta: unknown): string | undefined {
  const name = isObject(meta) ? meta.managed_by : undefined
  return typeof name === 'string' ? name : undefined
}

function foreign(what: string, by: string | undefined): string {
  const owner = by === undefined ? 'has no _meta.managed_by' : `is managed by ${by}`
  return `${what} exists and ${owner}: rename or remove it, or set another namespace`
}

interface Found {
  readonly by?: string
  readonly fingerprint?: string
}

/** Returns the manager and the fingerprint of an index; undefined if the index is absent. */
async function readIndex(client: Client, index: string): Promise<Found | undefined> {
  const mapping = await read(client, `/${index}/_mapping`, { filter_path: '*.mappings._meta,*.mappings.dynamic' })
  if (mapping === undefined) return undefined
  // The name of the only member is the name of the index, or of the index behind an alias.
  const [found] = Object.values(mapping)
  const holder = isObject(found) ? found.mappings : undefined
  const meta = isObject(holder) ? holder._meta : undefined
  const by = manager(meta)
  const fingerprint = isObject(meta) && typeof meta.fingerprint === 'string' ? meta.fingerprint : undefined
  return { ...(by !== undefined && { by }), ...(fingerprint !== undefined && { fingerprint }) }
}

/** The same of the write index of a stream. */
async function readStream(client: Client, stream: string): Promise<Found | undefined> {
  const answer = await read(client, `/_data_stream/${stream}`)
  const found = Array.isArray(answer?.data_streams) ? answer.data_streams[0] : undefined
  const indices = isObject(found) && Array.isArray(found.indices) ? found.indices : []
  const last = indices.at(-1)
  const index = isObject(last) ? last.index_name : undefined
  if (typeof index !== 'string') return undefined
  return readIndex(client, index)
}

/** Matches a name. `*` stands for any text; patterns have no other special characters. */
function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*')
  if (parts.length === 1) return pattern === name
  const last = parts.pop() ?? ''
  const first = parts.shift() ?? ''
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  let from = first.length
  for (const part of parts) {
    const at = name.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return from <= name.length - last.length
}

/** Returns templates of others that would take precedence over our template for one of our streams. */
async function findRivals(client: Client, ours: readonly IndexTemplate[]): Promise<ReadonlyMap<string, string>> {
  const filter_path = ['name', 'index_template.priority', 'index_template.index_patterns']
    .map((member) => `index_templates.${member}`)
    .join(',')
  const answer = await read(client, '/_index_template', { filter_path })
  const others = Array.isArray(answer?.index_templates) ? answer.index_templates.filter(isObject) : []
  const rivals = others.flatMap(({ name, index_template }) => {
    const { priority, index_patterns } = isObject(index_template) ? index_template : {}
    if (Number(priority ?? 0) < templatePriority || ours.some((each) => each.name === name)) return []
    const patterns = [index_patterns].flat().map(String)
    return ours
      .filter(({ stream }) => patterns.some((pattern) => matches(pattern, stream)))
      .map(({ stream }): [string, string] => [
        stream,
        `index template ${name} (priority ${priority}) also matches ${stream}: give it a priority below ${templatePriority}, or narrower patterns, and roll over the stream`,
      ])
  })
  return new Map(rivals)
}

/**
 * Installs the templates of one namespace. Checks everything first: if any object is not ours, it throws without a
 * change. It rolls over our streams whose write index has older templates or the wrong field types.
 */
export async function setupElasticsearch(
  client: Client,
  templates: TemplateSet,
  { namespace, dryRun, compatibility = 8, indices = [] }: SetupOptions,
): Promise<SetupChange[]> {
  const problem = namespaceProblem(namespace)
  if (problem !== undefined) throw new DependencyError('setup_namespace', `${namespace}: ${problem}`)
  const version = await readServerVersion(client)
  // The server accepts requests without a body for any API version, so a dry run would not fail.
  if (version.major < compatibility) throw incompatible(whereIs(client))
  const { components, indexTemplates } = forServer(templates, version)

  const change = async (method: 'PUT' | 'POST', path: string, body?: JsonObject): Promise<void> => {
    const params = { method, path, ...(body !== undefined && { body }) }
    await request(client, () => client.transport.request(params))
  }
  const planTemplate = async (kind: Kind, { name, body }: Template): Promise<Plan> => {
    const found = await readTemplate(client, kind, name)
    const write = () => change('PUT', `${paths[kind]}/${encodeURIComponent(name)}`, body)
    if (found === undefined) return { change: { kind, name, change: 'created' }, write }
    const by = manager(found._meta)
    const refusal = by === managedBy ? undefined : foreign(`${kind} ${name}`, by)
    const differing = differingPaths(body, found)
    if (differing.length === 0) return { change: { kind, name, change: 'unchanged' }, refusal }
    return { change: { kind, name, change: 'updated', paths: differing }, refusal, write }
  }
  const planStream = async (
    { stream: name, fingerprint }: IndexTemplate,
    isRepaired: boolean,
  ): Promise<Plan | undefined> => {
    const found = await readStream(client, name)
    if (found === undefined) return undefined
    const kind = 'data stream'
    const refusal = found.by === managedBy ? undefined : foreign(`${kind} ${name}`, found.by)
    const isRolledOver = found.fingerprint !== fingerprint || isRepaired
    const older = changed.filter(({ stream, isWritten }) => stream === name && (isRolledOver || !isWritten))
    const noted = { kind, name, ...(older.length > 0 && { note: noteOn(older) }) } as const
    if (!isRolledOver) return { change: { ...noted, change: 'unchanged' }, refusal }
    const write = () => change('POST', `/${name}/_rollover`)
    return { change: { ...noted, change: 'rolled over' }, refusal, write }
  }
  const planIndex = async ({ stream: name, fingerprint, body }: IndexTemplate): Promise<Plan> => {
    const kind = 'index'
    const found = await readIndex(client, name)
    // A new index gets its mapping from its installed template. The mapping of an existing index only grows.
    if (found === undefined)
      return { change: { kind, name, change: 'created' }, write: () => change('PUT', `/${name}`) }
    const refusal = found.by === managedBy ? undefined : foreign(`${kind} ${name}`, found.by)
    if (found.fingerprint === fingerprint) return { change: { kind, name, change: 'unchanged' }, refusal }
    const { mappings } = body.template as { mappings: JsonObject }
    const write = () => change('PUT', `/${name}/_mapping`, mappings)
    return { change: { kind, name, change: 'updated' }, refusal, write }
  }

  const ofTemplates: Plan[][] = [
    await inParallel(components, requestsAtOnce, (each) => planTemplate('component template', each)),
    await inParallel([...indexTemplates, ...indices], requestsAtOnce, (each) => planTemplate('index template', each)),
  ]
  const isChanged = ofTemplates.flat().some(({ write }) => write !== undefined)
  const changed = await changedFields(client, { ...templates, components, indexTemplates }, [])
  const wrong = new Set(changed.flatMap(({ isWritten, stream }) => (isWritten ? [stream] : [])))
  // A new index gets the right types only if no other template sets wrong types: doctor reports such templates.
  const isRepaired = async (name: string): Promise<boolean> =>
    wrong.has(name) &&
    (isChanged || (await templateTypesDiffer(client, name, { ...templates, components, indexTemplates })) === false)

  /** Each stage relies on the stages before it. */
  const stages: Plan[][] = [
    ...ofTemplates,
    (
      await inParallel(indexTemplates, requestsAtOnce, async (each) => planStream(each, await isRepaired(each.stream)))
    ).filter((plan) => plan !== undefined),
    await inParallel(indices, requestsAtOnce, planIndex),
  ]
  const plans = stages.flat()
  const rivals = await findRivals(client, [...indexTemplates, ...indices])
  const refusals = [
    ...rivals.values(),
    // After a rollover, a stream that a rival template created is ours again.
    ...plans.flatMap(({ change, refusal }) => (rivals.has(change.name) ? [] : (refusal ?? []))),
  ]
  if (refusals.length > 0) {
    const message = `Elasticsearch at ${whereIs(client)} contains objects that are not ours, so \`setup\` changes nothing there:\n${refusals.map((each) => `- ${each}`).join('\n')}`
    throw new DependencyError('setup_foreign', message)
  }
  if (!dryRun) for (const stage of stages) await inParallel(stage, requestsAtOnce, async ({ write }) => write?.())
  return plans.map(({ change }) => change)
}

/** An error about a missing stream. Where setup would refuse, the advice is what to change, and not to run setup. */
export async function withObstacle(error: unknown, dryRun: () => Promise<unknown>): Promise<unknown> {
  if (!(error instanceof DependencyError && error.code === 'es_stream')) return error
  const refusal: unknown = await dryRun().catch((thrown: unknown) => thrown)
  if (!(refusal instanceof DependencyError && refusal.code === 'setup_foreign')) return error
  return new DependencyError(error.code, error.fault, { cause: error, todo: refusal.message })
}

function noteOn([first, ...more]: readonly ChangedField[]): string {
  const others = more.length === 0 ? '' : `; and ${more.length} more`
  return `${olderTypes.effect}: ${first === undefined ? '' : typeInWords(first)}${others}; ${olderTypes.todo}`
}

/** Members that Elasticsearch adds. */
const additions =
  /^(created_date|modified_date)(_millis)?$|^data_stream\.(hidden|allow_custom_routing)$|\blifecycle\.enabled$/

function flatten(value: unknown, path: string, out: Map<string, string>): Map<string, string> {
  if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) flatten(member, path === '' ? key : `${path}.${key}`, out)
  } else if (Array.isArray(value) && value.some(isObject)) {
    for (const [i, member] of value.entries()) flatten(member, `${path}.${i}`, out)
  } else if (value !== undefined && !additions.test(path)) {
    // Elasticsearch returns settings as text, with or without `index.`; a single value equals a list of one.
    const name = path.replace(/\.settings\.(?!index\.)/, '.settings.index.')
    out.set(name, (Array.isArray(value) ? value : [value]).join(','))
  }
  return out
}

/** Sorted dotted paths where our template differs from the template that Elasticsearch returns. */
function differingPaths(wanted: JsonObject, found: JsonObject): string[] {
  const left = flatten(wanted, '', new Map())
  const right = flatten(found, '', new Map())
  const paths = new Set([...left.keys(), ...right.keys()])
  return [...paths].filter((path) => left.get(path) !== right.get(path)).sort()
}
