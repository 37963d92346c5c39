// The documents of a verification in Elasticsearch: written through our own templates, and removed by name.
import type { Client } from '@elastic/elasticsearch'
import { buildEntityTemplates } from '../../mappings/entities/templates.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { buildTemplates, type DatasetFields } from '../../mappings/lib/templates.ts'
import { alertsIndex } from '../../rules/lib/datasets.ts'
import { request, toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { reasonOf } from '../clients/error-reason.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { setupElasticsearch } from '../setup/elasticsearch.ts'
import { readServerVersion } from '../setup/server-version.ts'
import type { CaseDocument } from './cases.ts'
import { moveTimes } from './replay-times.ts'
import { alertsTemplate, type Scratch } from './scratch.ts'

/** An object that a verification could not remove. */
export interface Leftover {
  readonly what: string
  readonly reason: string
}

const documentsAtOnce = 250

export class ScratchStore {
  readonly #client: Client
  readonly #scratch: Scratch
  readonly #templates: ReturnType<typeof buildTemplates>
  readonly #entities: ReturnType<typeof buildEntityTemplates>

  constructor(client: Client, scratch: Scratch, datasets: readonly DatasetFields[]) {
    this.#client = client
    this.#scratch = scratch
    const { namespace } = scratch
    this.#templates = buildTemplates(datasets, { namespace })
    this.#entities = buildEntityTemplates({ namespace })
  }

  async version(): Promise<string> {
    return (await readServerVersion(this.#client)).number
  }

  /** Throws a UsageError if any object with these names exists. */
  async requireAbsent(): Promise<void> {
    const existing = (await this.#setup(true)).filter(({ change }) => change !== 'created')
    if (existing.length > 0)
      throw new UsageError(
        `${existing.map(({ kind, name }) => `${kind} ${name}`).join(', ')} exists; verify changes only objects that it created: run the command again to use new names`,
      )
  }

  /** Installs our templates and entity indices in the scratch namespace. */
  async install(): Promise<void> {
    await this.#setup(false)
  }

  #setup(dryRun: boolean) {
    const { namespace } = this.#scratch
    return setupElasticsearch(this.#client, this.#templates, { namespace, dryRun, indices: this.#entities })
  }

  /** Writes documents, and moves their times from `asOf` to `now`. */
  async write(
    documents: readonly CaseDocument[],
    { asOf, now }: { readonly asOf: number; readonly now: number },
  ): Promise<void> {
    for (let i = 0; i < documents.length; i += documentsAtOnce) {
      const operations = documents.slice(i, i + documentsAtOnce).flatMap((each) => {
        const index = `logs-${each.dataset}-${this.#scratch.namespace}`
        return [{ create: { _index: index, _id: each.id } }, this.#stored(each, now - asOf)]
      })
      const answer = await request(this.#client, () => this.#client.bulk({ operations, refresh: true }))
      const failed = answer.items.map(({ create }) => create).find((item) => item?.error !== undefined)
      if (failed !== undefined)
        throw new DependencyError(
          'es_refused',
          `Elasticsearch at ${whereIs(this.#client)} rejected a document of ${failed._index}: ${reasonOf(failed.error)}.`,
        )
    }
  }

  #stored({ document, dataset, ingested }: CaseDocument, byMs: number): object {
    const moved = moveTimes(document, byMs)
    return {
      ...moved,
      event: { ...moved.event, ingested: new Date(ingested + byMs).toISOString() },
      data_stream: { type: 'logs', dataset, namespace: this.#scratch.namespace },
    }
  }

  /** Deletes the data streams, indices and templates of the scratch names. Returns the objects that remain. */
  async remove(): Promise<Leftover[]> {
    const { indexTemplates, components } = this.#templates
    return this.#deleteAll([
      ...indexTemplates.map(({ stream }) => ['data stream', '_data_stream/', stream] as const),
      ...this.#entities.map(({ stream }) => ['index', '', stream] as const),
      ...[...indexTemplates, ...this.#entities].map(
        ({ name }) => ['index template', '_index_template/', name] as const,
      ),
      ...components.map(({ name }) => ['component template', '_component_template/', name] as const),
    ])
  }

  /** Deletes the alerts of the scratch space: Kibana keeps their indices when a space is deleted. */
  async removeAlerts(): Promise<Leftover[]> {
    const { space } = this.#scratch
    const alias = alertsIndex(space)
    const what = `alerts ${alias}`
    try {
      const answer = await this.#client.transport.request<JsonObject>(
        { method: 'GET', path: `/_alias/${alias}` },
        { meta: true, ignore: [404] },
      )
      const indices = answer.statusCode === 404 || !isObject(answer.body) ? [] : Object.keys(answer.body)
      return await this.#deleteAll([
        ...indices.map((name) => ['index', '', name] as const),
        ['index template', '_index_template/', alertsTemplate(space)],
      ])
    } catch (error) {
      return [{ what, reason: toDependencyError(error, whereIs(this.#client)).message }]
    }
  }

  async #deleteAll(objects: readonly (readonly [kind: string, path: string, name: string])[]): Promise<Leftover[]> {
    const left: Leftover[] = []
    for (const [kind, path, name] of objects)
      try {
        await this.#client.transport.request(
          { method: 'DELETE', path: `/${path}${name}` },
          { ignore: [404], meta: true },
        )
      } catch (error) {
        left.push({ what: `${kind} ${name}`, reason: toDependencyError(error, whereIs(this.#client)).message })
      }
    return left
  }
}
