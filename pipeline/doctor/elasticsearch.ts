// Checks whether the cluster answers, the service has its privileges, and this version's `setup` objects are installed.
import type { Client } from '@elastic/elasticsearch'
import { request, toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { clockToleranceMs } from '../clients/server-clock.ts'
import type { SetupChange } from '../setup/elasticsearch.ts'
import { type ChangedField, olderTypes, typeInWords, writeIndices } from '../setup/field-types.ts'
import { servicePrivileges } from '../setup/privileges.ts'
import { readServerVersion } from '../setup/server-version.ts'
import { fine, firstOf, inWords, type Judgment, note, trouble } from './diagnosis.ts'

/** Checks the cluster. Throws a DependencyError if the cluster does not answer, or is too old. */
export async function lookAtElasticsearch(
  client: Client,
  namespace: string,
  compare: {
    readonly templates: () => Promise<readonly SetupChange[]>
    readonly fields: () => Promise<readonly ChangedField[]>
    /** The milliseconds by which this computer is ahead; undefined if unknown. */
    readonly clock: () => Promise<number | undefined>
  },
): Promise<Judgment[]> {
  const monitored = async (what: string, look: () => Promise<Judgment>): Promise<Judgment> => {
    try {
      return await look()
    } catch (error) {
      const failure = toDependencyError(error, whereIs(client))
      if (failure.code !== 'es_forbidden') throw failure
      const todo = 'add the cluster privilege `monitor` for `doctor`; the service does not need it'
      return note(`these credentials cannot read ${what}`, todo)
    }
  }
  return [
    await monitored('the version', async () => {
      const { number } = await readServerVersion(client)
      return fine(`version ${number} at ${whereIs(client)}`)
    }),
    await monitored('the cluster health', () => lookAtHealth(client)),
    await monitored('the index settings', () => lookAtBlocks(client, namespace)),
    await lookAtPrivileges(client, namespace),
    await monitored('the templates', async () => lookAtTemplates(await compare.templates())),
    await monitored('the mappings', async () => lookAtFields(await compare.fields())),
    ...lookAtClock(await compare.clock().catch(() => undefined)),
  ]
}

async function lookAtHealth(client: Client): Promise<Judgment> {
  const { status } = await client.cluster.health({ filter_path: ['status'] })
  return status === 'red' || status === 'RED'
    ? trouble('the cluster is red: some indices cannot be written or read', 'run GET _cluster/allocation/explain')
    : fine(`the cluster is ${status}`)
}

function lookAtClock(ahead: number | undefined): Judgment[] {
  if (ahead === undefined) return []
  if (Math.abs(ahead) <= clockToleranceMs) return [fine('the clock of this computer agrees with Elasticsearch')]
  return [
    trouble(
      `the clock of this computer is ${inWords(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} Elasticsearch: documents that the service stores from this computer have a wrong event.ingested, and rules may not read them`,
      'synchronize the clocks (NTP); if the clock was wrong for long, run `consentry rules backtest` for that period',
    ),
  ]
}

/** Elasticsearch itself sets `read_only_allow_delete` while a disk is full. */
const blocks = ['write', 'read_only', 'read_only_allow_delete'].map((name) => `index.blocks.${name}`)

/** A block on an older index of a stream is harmless: the service writes new documents to the latest index. */
async function lookAtBlocks(client: Client, namespace: string): Promise<Judgment> {
  // The answer omits indices without any of the settings, but each index has a UUID.
  const name = [...blocks, 'index.uuid']
  const scope = { index: [`logs-*-${namespace}`, `consentry-*-${namespace}`], name, flat_settings: true }
  const answer = await request(client, () => client.indices.getSettings(scope))
  const indices = Object.keys(answer).filter((index) => !/^(partial|restored|shrink)-/.test(index))
  const blocked = [...writeIndices(indices).values()].flatMap((name) =>
    Object.entries(answer[name]?.settings ?? {}).flatMap(([block, value]) =>
      String(value) === 'true' ? [`${name} (${block})`] : [],
    ),
  )
  if (blocked.length === 0) return fine('no index blocks new documents')
  return trouble(
    `indices refuse documents: ${firstOf(blocked)}`,
    'if a disk is full, free space; then set the block to null (PUT INDEX/_settings)',
  )
}

/** Without the security feature, Elasticsearch answers no request below `/_security`. */
function isOff(error: unknown): boolean {
  const { body } = error as { body?: { error?: unknown } }
  return typeof body?.error === 'string' && body.error.startsWith('no handler found')
}

async function lookAtPrivileges(client: Client, namespace: string): Promise<Judgment> {
  try {
    const { has_all_requested, index } = await client.security.hasPrivileges({ index: servicePrivileges(namespace) })
    if (has_all_requested) return fine('the credentials have the privileges that the service needs')
    const missing = Object.entries(index).flatMap(([names, privileges]) =>
      Object.entries(privileges).flatMap(([privilege, has]) => (has ? [] : [`${privilege} on ${names}`])),
    )
    return trouble(`the credentials lack ${missing.join(', ')}`, 'grant these privileges to the API key or the role')
  } catch (error) {
    if (!isOff(error)) throw toDependencyError(error, whereIs(client))
    return note('security is disabled: every client can read and write all data', 'set xpack.security.enabled: true')
  }
}

function lookAtTemplates(changes: readonly SetupChange[]): Judgment {
  const absent = changes.filter(({ change }) => change === 'created').length
  const older = changes.filter(({ change }) => change === 'updated' || change === 'rolled over').length
  if (absent > 0)
    return trouble(`${absent} of ${changes.length} templates and indices are missing`, 'run `consentry setup`')
  return older > 0
    ? note(`${older} of ${changes.length} templates and indices have a different version`, 'run `consentry setup`')
    : fine(`all ${changes.length} templates and indices are installed`)
}

function lookAtFields(changed: readonly ChangedField[]): Judgment {
  if (changed.length === 0) return fine('all fields have the types that the rules need')
  const written = changed.filter(({ isWritten }) => isWritten)
  const shown = written.length > 0 ? written : changed
  const types = shown.map(typeInWords)
  if (written.length === 0) return note(`${olderTypes.effect}: ${firstOf(types, '; ')}`, olderTypes.todo)
  return trouble(
    `rules find no value in fields of another type: ${firstOf(types, '; ')}`,
    'correct the component template `@custom` or the template of higher priority, run `consentry setup` to roll over the stream, delete the index with the wrong type, and run `consentry reprocess` for the period of this index',
  )
}
