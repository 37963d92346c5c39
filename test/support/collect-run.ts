// Collections from the fake vendors: with faults, interrupted and continued, and compared with everything that was published.
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CollectSummary, collect } from '../../pipeline/collect/collect.ts'
import { CollectFolder } from '../../pipeline/collect/folder.ts'
import type { LogSource } from '../../pipeline/collect/log-source.ts'
import { readState } from '../../pipeline/collect/loop/cursor.ts'
import type { DocumentedLimit } from '../../pipeline/collect/rate-limit.ts'
import { type CollectSettings, readSettings } from '../../pipeline/collect/settings.ts'
import { limits, makeSources } from '../../pipeline/collect/sources.ts'
import { readLines } from '../../pipeline/framing/lines.ts'
import { dice } from './dice.ts'
import { type FaultRates, secret } from './fake-vendor-parts.ts'
import { FakeVendors, tenantId } from './fake-vendors.ts'
import { afterStart, type Published } from './vendor-records.ts'
import { type VirtualRuntime, virtualRuntime } from './virtual-runtime.ts'

export const start = Date.parse('2026-03-18T12:00:00Z')
const hour = 3_600_000

/** All faults that a request can have, per thousand requests. */
export const manyFaults: FaultRates = { throttled: 20, proxy: 15, half: 15, doubtful: 300 }

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const serviceAccount = {
  client_email: 'collector@project.iam.gserviceaccount.com',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  private_key_id: 'key-1',
}

function environmentOf(url: string, keyFile: string): Record<string, string> {
  return {
    AZURE_TENANT_ID: tenantId,
    AZURE_CLIENT_ID: '5d1f0c3a-1111-4222-8333-944455556666',
    AZURE_CLIENT_SECRET: secret,
    AZURE_AUTHORITY_HOST: url,
    MICROSOFT_GRAPH_URL: url,
    MICROSOFT_MANAGEMENT_URL: url,
    GOOGLE_APPLICATION_CREDENTIALS: keyFile,
    GOOGLE_ADMIN_EMAIL: 'admin@example.org',
    GOOGLE_ADMIN_URL: url,
    GOOGLE_ALERTS_URL: url,
    GOOGLE_TOKEN_URL: url,
  }
}

export interface Setup {
  readonly vendors: FakeVendors
  readonly time: VirtualRuntime
  readonly environment: Readonly<Record<string, string>>
  readonly settings: CollectSettings
  readonly days: number
}

export async function setUp(
  options: {
    readonly seed: number
    readonly records: number
    readonly days: number
    readonly faults?: FaultRates
    readonly tokenCalls?: number
    /** The vendors' clock minus the clock of the collector. */
    readonly skewMs?: number
  },
  folder: string,
): Promise<Setup> {
  const roll = dice(options.seed)
  const time = Object.assign(virtualRuntime({ start }), { random: () => roll(1000) / 1000 })
  const { vendors, environment } = await openVendors(
    { ...options, clock: { now: () => time.at + (options.skewMs ?? 0) }, start },
    folder,
  )
  return { vendors, time, environment, settings: readSettings(environment), days: options.days }
}

/** Starts the fakes. Returns them and the environment for a collection from them, with a key file in the folder. */
export async function openVendors(options: ConstructorParameters<typeof FakeVendors>[0], folder: string) {
  const keyFile = join(folder, 'key.json')
  writeFileSync(keyFile, JSON.stringify(serviceAccount))
  const vendors = new FakeVendors(options)
  vendors.tokens.publicKey = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return { vendors, environment: environmentOf(await vendors.start(), keyFile) }
}

interface RunOptions extends Partial<Parameters<typeof collect>[0]> {
  /** The only log source to collect. */
  readonly only?: string
}

export function runCollect(
  { time, settings, days }: Setup,
  path: string,
  { since = start - days * 24 * hour, signal, onProgress, only }: RunOptions = {},
): Promise<CollectSummary> {
  const all = makeSources(settings, { subscribes: true, runtime: time, signal })
  const ofLane = (sources: readonly LogSource[]) => sources.filter(({ id }) => only === undefined || id === only)
  const lanes = all.lanes.map((lane) => ({ ...lane, sources: ofLane(lane.sources) }))
  return collect({
    folder: new CollectFolder(path),
    sources: { ...all, lanes },
    since,
    now: time.now,
    signal,
    ...(onProgress !== undefined && { onProgress }),
  })
}

/** The time at which all records are visible. */
export const wholeAt = start + afterStart + 6 * hour

interface Expected {
  readonly source: string
  readonly ids: ReadonlySet<string>
}

const idOf = ({ id }: Record<string, unknown>): string =>
  typeof id === 'object' && id !== null ? String((id as { uniqueQualifier: unknown }).uniqueQualifier) : String(id)

/** Returns the IDs of all records that a collection must contain, by log source: all except those of lost blobs. */
function expectedOf({ blobs, audits, signIns, activities, risks, alerts }: Published): Expected[] {
  const kept = blobs.filter(({ gone }) => gone === undefined).flatMap(({ records }) => records as { Id: string }[])
  const ids = (all: readonly { record: Record<string, unknown> }[]) => new Set(all.map(({ record }) => idOf(record)))
  return [
    { source: 'Management Activity API', ids: new Set(kept.map(({ Id }) => Id)) },
    { source: 'Graph directoryAudits', ids: ids(audits) },
    { source: 'Graph signIns', ids: new Set([...signIns.values()].flatMap((all) => [...ids(all)])) },
    { source: 'Graph identityProtection', ids: new Set([...risks.values()].flatMap((all) => [...ids(all)])) },
    { source: 'Google Alert Center', ids: new Set(alerts.map(({ record }) => String(record.alertId))) },
    {
      source: 'Google Reports API',
      ids: new Set([...activities].flatMap(([name, all]) => [...ids(all)].map((id) => `${name} ${id}`))),
    },
  ]
}

interface Document {
  readonly event: { readonly id?: string; readonly dataset: string }
}

export type Tally = Map<string, Map<string, number>>

/** Counts a document by log source and record. */
export function tally(found: Tally, { event: { id = '', dataset } }: Document): void {
  const [source, key] = keyOf(dataset, id)
  if (source === undefined) return
  const counts = found.get(source) ?? new Map<string, number>()
  counts.set(key, (counts.get(key) ?? 0) + 1)
  found.set(source, counts)
}

/** Counts the documents of each record in a hunt, by log source. */
export async function documentsOf(out: string): Promise<Tally> {
  const found: Tally = new Map()
  for await (const line of readLines(join(out, 'documents.ndjson'))) tally(found, JSON.parse(line) as Document)
  return found
}

function keyOf(dataset: string, id: string): [source: string | undefined, key: string] {
  if (dataset === 'o365.audit') return ['Management Activity API', id]
  if (dataset === 'azure.auditlogs') return ['Graph directoryAudits', id]
  if (dataset === 'azure.signinlogs') return ['Graph signIns', id]
  if (dataset === 'azure.identity_protection') return ['Graph identityProtection', id]
  if (dataset === 'google_workspace.alert') return ['Google Alert Center', id]
  const application = /^google_workspace\.(token|login|admin|drive)$/.exec(dataset)?.[1]
  return application === undefined ? [undefined, id] : ['Google Reports API', `${application} ${id}`]
}

/** The APIs of the log sources and of the inventories. */
const apisOf = [
  ['Management Activity API', 'management'],
  ['Graph directoryAudits', 'graphLogs'],
  ['Graph signIns', 'graphLogs'],
  ['Graph identityProtection', 'graphRisks'],
  ['Graph inventory', 'graphDirectory'],
  ['Google Reports API', 'reports'],
  ['Google Alert Center', 'alerts'],
  ['Google inventory (Directory API)', 'directory'],
] as const satisfies readonly (readonly [source: string, api: keyof typeof limits])[]

/** Markdown table of a collection: what each log source delivered, and the requests that the fakes counted. */
export function collectionTable(vendors: FakeVendors, compared: ReturnType<typeof compare>): string {
  const rows = apisOf.map(([source, api]) => {
    const limit: DocumentedLimit = limits[api]
    const { requests, peak, refused } = vendors.quotas[api]
    const vanished = vendors.published.blobs.filter(({ gone }) => gone !== undefined).length
    const faults = [
      ...[...(vendors.faulted.get(api) ?? [])].map(([kind, count]) => `${count} ${kind}`),
      ...(api === 'management' ? [`${vanished} vanished blobs`] : []),
    ]
    const records = compared.find((one) => one.source === source)
    return [
      ...[source, faults.join(', ') || 'none'],
      ...(records === undefined
        ? ['-', '-', '-']
        : [records.published, records.lost.length, records.duplicated.length]),
      ...[requests, `${peak} in ${limit.periodMs / 1000} s`],
      limit.requests === undefined ? 'none documented' : `${limit.requests} in ${limit.periodMs / 1000} s`,
      ...[refused, limit.source ?? '-'],
    ]
  })
  const heads = ['source', 'faults', 'records', 'lost', 'duplicated', 'requests', 'peak', 'limit', 'refused', 'page']
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Compares documents with published records, by log source. Returns IDs without a document or with several. */
export function compare(found: Tally, published: Published) {
  return expectedOf(published).map(({ source, ids }) => {
    const counts = found.get(source) ?? new Map<string, number>()
    return {
      source,
      published: ids.size,
      documents: counts.size,
      lost: [...ids].filter((id) => !counts.has(id)),
      duplicated: [...counts].filter(([, times]) => times > 1).map(([id]) => id),
    }
  })
}

/** The log sources of the fakes. Their Google edition has no other applications and refuses their log sources. */
export const loopSources = [
  ...['azureactivedirectory', 'exchange', 'sharepoint', 'general'].map((name) => `m365-${name}`),
  ...['audit', 'signins-interactive', 'signins-noninteractive', 'signins-serviceprincipal'].map(
    (name) => `entra-${name}`,
  ),
  ...['signins-managedidentity', 'inventory'].map((name) => `entra-${name}`),
  ...['entra-risk-users', 'entra-risk-applications', 'entra-risky-users', 'entra-risky-applications'],
  'google-alert-center',
  ...['token', 'login', 'admin', 'drive', 'inventory'].map((name) => `google-${name}`),
]

/** The log sources with a complete pass in the records of the state topic. */
export const completeIn = (states: readonly string[]) =>
  new Set(
    states.flatMap((text) => {
      const state = readState(Buffer.from(text))
      return state?.cursor.complete === undefined ? [] : [state.source]
    }),
  )
