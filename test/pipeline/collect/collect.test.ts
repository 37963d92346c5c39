import { generateKeyPairSync } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { huntCommand } from '../../../pipeline/cli/hunt.ts'
import { collect } from '../../../pipeline/collect/collect.ts'
import { CollectFolder } from '../../../pipeline/collect/folder.ts'
import { ManagementApi } from '../../../pipeline/collect/microsoft/management.ts'
import type { MicrosoftSettings } from '../../../pipeline/collect/settings.ts'
import { accessMicrosoft, makeSources } from '../../../pipeline/collect/sources.ts'
import type { VendorClient } from '../../../pipeline/collect/vendor-client.ts'
import { collectionName } from '../../../pipeline/framing/collections.ts'
import { collectBench } from '../../support/collect-bench.ts'
import { collectionTable, compare, documentsOf, manyFaults, start, wholeAt } from '../../support/collect-run.ts'
import { isDeep } from '../../support/deep.ts'
import { dice } from '../../support/dice.ts'
import { type FakeVendors, tenantId } from '../../support/fake-vendors.ts'

const { open, out, path, run, sourceOf } = collectBench()

/** Starts a collection and stops it at its first progress. */
async function interruptedCollection(): Promise<void> {
  const stop = new AbortController()
  const onProgress = () => stop.abort(new Error('stopped'))
  await expect(run({ signal: stop.signal, onProgress })).rejects.toThrow('stopped')
}

/** A hunt on the collection has a document of every published record. */
async function expectNoneLost(vendors: FakeVendors): Promise<void> {
  await hunt(path('hunt'))
  for (const { source, lost } of compare(await documentsOf(path('hunt')), vendors.published))
    expect(lost, source).toEqual([])
}

const hunt = (folder: string) => huntCommand([out()], { out: folder, quiet: true }, { version: 'test' })

it('a hunt on an interrupted collection with faults has every record once', async () => {
  const { vendors, time } = await open({
    seed: 7,
    records: isDeep ? 110_000 : 1500,
    days: 7,
    faults: manyFaults,
    tokenCalls: 40,
  })
  const roll = dice(3)
  let interrupted = 0
  for (const runs = { left: 4 }; runs.left > 0; runs.left--) {
    const stop = new AbortController()
    let progress = 0
    const after = 5 + roll(30)
    const stopped = run({
      signal: stop.signal,
      onProgress: () => {
        if (++progress === after) stop.abort(new Error('stopped'))
      },
    })
    await stopped.catch((error) => {
      expect(String(error)).toContain('stopped')
      interrupted++
    })
    // An operator reads the message and restarts the collection.
    time.at += 60_000
  }
  expect(interrupted).toBeGreaterThan(2)
  const first = await run()
  expect(first.sources.filter(({ failure }) => failure !== undefined)).toEqual([])
  expect(first.sources.reduce((sum, { resumed }) => sum + resumed, 0)).toBeGreaterThan(20)
  // Late records: the same command again, hours later.
  time.at = wholeAt
  const last = await run()
  expect(last.sources.filter(({ failure }) => failure !== undefined)).toEqual([])
  for (const [name, quota] of Object.entries(vendors.quotas)) expect(quota.refused, name).toBe(0)
  for (const kind of ['throttled', 'proxy', 'half', 'doubtful'])
    expect(
      [...vendors.faulted.values()].some((kinds) => kinds.has(kind)),
      kind,
    ).toBe(true)
  const gone = vendors.published.blobs.filter((blob) => blob.gone !== undefined)
  // The start of a log may be lost as well, because the vendor's clock continues while the collection is interrupted.
  const all = [...first.sources, ...last.sources].flatMap((source) => source.lost)
  const lost = new Set(all.filter((what) => what.startsWith('blob ')))
  expect(lost.size).toBe(gone.length)

  await hunt(path('hunt'))
  const found = await documentsOf(path('hunt'))
  const compared = compare(found, vendors.published)
  if (isDeep) console.log(collectionTable(vendors, compared))
  for (const { source, published, lost, duplicated } of compared) {
    expect(published, source).toBeGreaterThan(50)
    expect({ lost, duplicated }, source).toEqual({ lost: [], duplicated: [] })
  }
  const deadLetters = await readFile(path('hunt/dead-letters.ndjson'), 'utf8')
  expect(deadLetters).toBe('')
})

it('a collection sends no token to another host from a listing', async () => {
  const { vendors } = await open({ seed: 2, records: 4000, days: 2 })
  vendors.instead = ({ pathname }) =>
    pathname.endsWith('/subscriptions/content') ? [{ contentId: 'a', contentUri: 'http://localhost:9/a' }] : undefined
  const source = await sourceOf('m365-exchange')
  expect(source?.failure).toContain('refers to another host (localhost:9)')
  expect(source?.records).toBe(0)
})

it('a collection sends no token to another host from a page link', async () => {
  const { vendors } = await open({ seed: 2, records: 400, days: 2 })
  vendors.instead = ({ pathname }) =>
    pathname.endsWith('/applications') ? { value: [], '@odata.nextLink': 'http://localhost:9/' } : undefined
  expect((await sourceOf('entra-inventory'))?.failure).toContain('refers to another host (localhost:9)')
})

it('a collection without subscription rights creates no subscriptions, and reports missing subscriptions', async () => {
  const { vendors, time, settings } = await open({ seed: 2, records: 400, days: 2 })
  const sources = makeSources(settings, { subscribes: false, runtime: time })
  const since = start - 86_400_000
  const summary = await collect({ folder: new CollectFolder(out()), sources, since, now: time.now })
  const source = summary.sources.find(({ id }) => id === 'm365-exchange')
  expect(source?.failure).toContain('there is no subscription to Audit.Exchange')
  expect(vendors.requests.filter((request) => request.startsWith('POST /api/'))).toEqual([])
})

it('a collection reports a subscription that an administrator disabled', async () => {
  const { vendors } = await open({ seed: 2, records: 400, days: 2 })
  vendors.management.subscriptions.set('Audit.General', { status: 'disabled', startedAt: 0 })
  expect((await sourceOf('m365-general'))?.failure).toContain('AF20023')
})

it('a collection reports that the vendor no longer keeps the requested start', async () => {
  const { time } = await open({ seed: 2, records: 400, days: 10 })
  // The requests take time. The first collection must lose nothing because of this.
  const now = time.now
  time.now = () => {
    time.at += 1
    return now()
  }
  const source = await sourceOf('m365-exchange')
  expect(source?.notes).toContainEqual(
    expect.stringMatching(
      /^the records begin at 2026-03-11T12:\d\dZ instead of 2026-03-08\S+: the vendor keeps 7 days; for older records, export a Purview/,
    ),
  )
  expect(source?.lost).toEqual([])
})

it('a collection loses only the minutes that expire while the vendor throttles the first request', async () => {
  const { vendors, time } = await open({ seed: 2, records: 400, days: 10 })
  let waitMs = 600_000
  vendors.instead = ({ search }) => {
    if (!search.includes('contentType=Audit.Exchange&startTime')) return
    time.at += waitMs
    waitMs = 0
  }
  const source = await sourceOf('m365-exchange')
  expect(source?.failure).toBeUndefined()
  expect(source?.lost).toEqual([
    expect.stringMatching(
      /^2026-03-11T12:0[5-9]:\d\dZ to 2026-03-11T12:1[5-9]:\d\dZ, which the vendor no longer keeps$/,
    ),
  ])
})

it('a collection on a machine whose clock is 15 minutes behind loses only those minutes, and reports the clock', async () => {
  await open({ seed: 2, records: 400, days: 10, skewMs: 900_000 })
  const source = await sourceOf('m365-exchange')
  expect(source?.failure).toBeUndefined()
  expect(source?.notes).toContain("the clock of this machine is 15 minutes behind the vendor's: correct it")
  expect(source?.lost).toEqual([
    expect.stringMatching(/^2026-03-11T12:0[5-9]:\d\dZ to 2026-03-11T12:\d\d:\d\dZ, which the vendor no longer keeps$/),
  ])
})

it('collections on a machine whose clock is 12 hours ahead lose no record, and report the clock', async () => {
  const { vendors, time } = await open({ seed: 7, records: 600, days: 7, skewMs: -12 * 3_600_000 })
  await interruptedCollection()
  for (let round = 0; round < 8; round++, time.at += 3 * 3_600_000) {
    const { sources } = await run()
    const silent = sources.filter(({ notes }) => !/720 minutes ahead of|Google denied access/.test(notes.join()))
    expect(silent.map(({ id }) => id)).toEqual(['entra-inventory', 'google-inventory'])
    expect(sources.filter(({ failure }) => failure !== undefined)).toEqual([])
  }
  await expectNoneLost(vendors)
})

it('each page request to the Management Activity API has the publisher identifier, even if the link to the page lacks it', async () => {
  const { settings, time } = await open({ seed: 7, records: 8000, days: 7 })
  const { clients } = accessMicrosoft(settings.microsoft as MicrosoftSettings, { subscribes: true, runtime: time })
  const api = new ManagementApi(clients.management as VendorClient, tenantId)
  await api.start('Audit.General')
  const day = { from: start - 6 * 86_400_000, to: start - 5 * 86_400_000 }
  expect((await api.list('Audit.General', day)).length).toBeGreaterThan(3)
})

it('a collection on a machine whose clock is 12 hours behind contains the newest records', async () => {
  const { vendors, time } = await open({ seed: 7, records: 600, days: 2, skewMs: 12 * 3_600_000 })
  for (const vendorTime of [start, wholeAt]) {
    time.at = vendorTime - 12 * 3_600_000
    const { sources } = await run({ since: start - 6.9 * 86_400_000 })
    expect(sources.filter(({ failure }) => failure !== undefined)).toEqual([])
  }
  await expectNoneLost(vendors)
})

it('a collection reports windows as lost when it continues after the vendor has removed their records', async () => {
  const { time } = await open({ seed: 2, records: 2000, days: 6 })
  await interruptedCollection()
  time.at = start + 4 * 86_400_000
  const source = await sourceOf('m365-exchange')
  expect(source?.failure).toBeUndefined()
  expect(source?.lost).toContainEqual(expect.stringContaining('which the vendor no longer keeps'))
})

it('a collection continues without detections and alerts that need a missing license or permission, and reports them', async () => {
  const { vendors, time } = await open({ seed: 2, records: 400, days: 2 })
  const { tokens, graph } = vendors
  tokens.roles = tokens.roles.filter((role) => !/^IdentityRisk(Event|yUser)/.test(role))
  tokens.scopes = tokens.scopes.filter((scope) => scope !== 'apps.alerts')
  const { sources } = await run()
  expect(sources.filter(({ failure }) => failure !== undefined)).toEqual([])
  const notesOf = (source: string) => sources.find(({ id }) => id === source)?.notes.join(' ')
  for (const kind of ['risk', 'risky']) {
    expect(notesOf(`entra-${kind}-users`)).toContain('Insufficient privileges')
    expect(notesOf(`entra-${kind}-applications`)).toBe('')
  }
  expect(notesOf('google-alert-center')).toContain('apps.alerts')
  graph.premium = false
  time.at = wholeAt
  expect((await sourceOf('entra-risk-applications'))?.notes.join(' ')).toContain('Entra Workload ID Premium')
})

it('a collection fails with a wrong service account key, and does not report a missing scope', async () => {
  const { vendors } = await open({ seed: 2, records: 400, days: 2 })
  vendors.tokens.publicKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString()
  expect((await sourceOf('google-alert-center'))?.failure).toContain('invalid_grant')
})

const wrong = { error: { code: 'x' } }
it.each([
  ['a list of subscriptions', '/subscriptions/list', { x: 1 }, 'm365-exchange'],
  ['the start of a subscription', '/subscriptions/start', {}, 'm365-exchange'],
  ['a list of blobs', '/subscriptions/content', wrong, 'm365-exchange'],
  ['a blob without an address', '/subscriptions/content', [{ contentId: 'a' }], 'm365-exchange'],
  ['a blob', '/audit/', { value: [] }, 'm365-azureactivedirectory'],
  ['the audit log', '/directoryAudits', wrong, 'entra-audit'],
  ['the sign-in log', '/signIns', { value: { id: 'x' } }, 'entra-signins-interactive'],
  ['risk detections', '/riskDetections', { value: null }, 'entra-risk-users'],
  ['the directory of Microsoft', '/servicePrincipals', null, 'entra-inventory'],
  ['an object of the directory', '/users', { value: [5] }, 'entra-inventory'],
  ['records next to an error', '/directoryAudits', { value: [], ...wrong }, 'entra-audit'],
  ['a link to the next page', '/directoryAudits', { value: [], '@odata.nextLink': 42 }, 'entra-audit'],
  ['activities next to an error', '/applications/token', { items: [], ...wrong }, 'google-token'],
  ['a page token', '/applications/token', { items: [], nextPageToken: 1 }, 'google-token'],
  ['activities', '/applications/token', { x: 1 }, 'google-token'],
  ['activities as an object', '/applications/admin', { kind: 'k', items: {} }, 'google-admin'],
  ['alerts', '/alerts', wrong, 'google-alert-center'],
  ['the directory of Google', '/directory/v1/users', { ...wrong, kind: 'k' }, 'google-inventory'],
  ['tokens of a user', '/tokens', { x: 1 }, 'google-inventory'],
])(
  'a collection is not complete where %s has another form than the documented one',
  async (_name, path, answer, source) => {
    const { vendors } = await open({ seed: 2, records: 200, days: 2 })
    vendors.instead = ({ pathname }) => (pathname.includes(path) ? answer : undefined)
    const { failure } = (await sourceOf(source)) ?? {}
    expect(failure).toContain('does not have the documented form; a proxy may have sent it; run the same command again')
  },
)

it.each([
  ['refers to itself', (_at: number) => 'z=0', 'refers to a page that was already read'],
  ['always refers to another one', (at: number) => `z=${at}`, '100 pages in a row contained no new record'],
])('a collection ends where a page %s', async (_name, query, expected) => {
  const { vendors } = await open({ seed: 2, records: 4, days: 1 })
  let pages = 0
  vendors.instead = ({ pathname, origin }) => {
    const link = `${origin}${pathname}?${query(++pages)}`
    if (pathname.endsWith('/applications')) return { value: [{ id: 'x' }], '@odata.nextLink': link }
    if (pathname.includes('/alerts')) return { nextPageToken: query(pages) }
    return undefined
  }
  expect((await sourceOf('entra-inventory'))?.failure).toMatch(new RegExp(`GET /v1.0/applications: .*${expected}`))
  expect((await sourceOf('google-alert-center'))?.failure).toContain(expected)
})

it('a collection from an empty tenant has no records and no failures', async () => {
  await open({ seed: 2, records: 0, days: 2 })
  const { sources } = await run()
  expect(sources.filter(({ failure }) => failure !== undefined)).toEqual([])
  expect(sources.filter(({ id, records }) => records > 0 && !id.endsWith('inventory'))).toEqual([])
  expect(await hunt(out())).toBe(0)
  for (const name of await readdir(out())) if (name.includes('inventory')) await rm(join(out(), name))
  const stateFile = join(out(), collectionName)
  const state = JSON.parse(await readFile(stateFile, 'utf8'))
  expect(await hunt(out()), 'the files of the inventory are missing').toBe(3)
  const windows = Object.entries(state.done).filter(([key]) => !key.includes('inventory'))
  const done = Object.fromEntries(windows)
  const answers: [state: object, code: number][] = [
    [{ done }, 0],
    [{ done, ended: false }, 3],
    [{ done, failed: ['entra-audit'] }, 3],
    [{ done: { ...done, 'entra-audit': { records: 0, lost: ['a blob'] } } }, 3],
  ]
  for (const [changes, code] of answers) {
    await writeFile(stateFile, JSON.stringify({ ...state, ...changes }))
    expect(await hunt(out()), JSON.stringify(changes)).toBe(code)
  }
  await writeFile(stateFile, '{')
  expect(await hunt(out()), 'damaged').toBe(3)
})
