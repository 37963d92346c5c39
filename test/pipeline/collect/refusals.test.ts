import { expect, it } from 'vitest'
import { activities } from '../../../pipeline/collect/google/reports.ts'
import type { GoogleSettings } from '../../../pipeline/collect/settings.ts'
import { accessGoogle } from '../../../pipeline/collect/sources.ts'
import { collectBench } from '../../support/collect-bench.ts'
import { start } from '../../support/collect-run.ts'
import { refuse, refuseAsGoogle } from '../../support/fake-vendor-parts.ts'
import type { Answer } from '../../support/local-server.ts'

const bench = collectBench()

const forbidden = refuseAsGoogle(403, 'forbidden', 'Not Authorized to access this resource/api')
const serviceDisabled: Answer = {
  status: 403,
  body: { error: { code: 403, message: 'API is off', details: [{ reason: 'SERVICE_DISABLED' }] } },
}
const noRights = refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges')

it.each([
  ['google-token', '/applications/token', forbidden, 'forbidden: Not Authorized'],
  ['google-admin', '/applications/admin', forbidden, '`consentry collect --check` tests each permission'],
  ['google-drive', '/applications/drive', refuseAsGoogle(403, 'accessNotConfigured', 'x'), 'enable the API'],
  ['google-drive', '/applications/drive', refuseAsGoogle(403, 'insufficientPermissions', 'x'), 'insufficientPerm'],
  ['google-drive', '/applications/drive', refuseAsGoogle(403, 'domainCannotUseApis', 'x'), 'turn on API access'],
  ['google-alert-center', '/v1beta1/alerts', serviceDisabled, 'enable the API'],
  ['google-alert-center', '/v1beta1/alerts', refuseAsGoogle(403, 'forbidden', 'x'), 'forbidden: x'],
])('a collection in which %s is refused at %s is not complete (%#)', async (source, path, answer, expected) => {
  const { vendors } = await bench.open({ seed: 2, records: 200, days: 2 })
  vendors.refused = ({ pathname }) => (pathname.endsWith(path) ? answer : undefined)
  expect((await bench.sourceOf(source))?.failure).toContain(expected)
})

it('a collection leaves out an application that an edition can lack, with the reason of the refusal', async () => {
  const { vendors } = await bench.open({ seed: 2, records: 200, days: 2 })
  vendors.refused = ({ pathname }) => (pathname.endsWith('/vault') ? forbidden : undefined)
  const source = await bench.sourceOf('google-vault')
  expect(source?.failure).toBeUndefined()
  expect(source?.notes.join()).toMatch(/the edition does not have it, .*: Not Authorized to access/)
})

it.each([
  ['google-drive', '/applications/drive', forbidden, 'forbidden'],
  ['entra-risk-users', '/riskDetections', noRights, 'Authorization_RequestDenied'],
])(
  'a collection in which %s is refused after its first day is not complete',
  async (source, path, answer, expected) => {
    const { vendors } = await bench.open({ seed: 2, records: 200, days: 3 })
    let requests = 0
    vendors.refused = ({ pathname }) => (pathname.endsWith(path) && ++requests > 1 ? answer : undefined)
    expect((await bench.sourceOf(source))?.failure).toContain(expected)
  },
)

it('a collection in which a log source is refused after its first page is not complete', async () => {
  const { vendors } = await bench.open({ seed: 2, records: 200, days: 1 })
  const drive = '/applications/drive'
  vendors.instead = ({ pathname }) =>
    pathname.endsWith(drive) ? { items: [{ id: {} }], nextPageToken: 'a' } : undefined
  vendors.refused = ({ pathname, search }) =>
    pathname.endsWith(drive) && search.includes('pageToken') ? forbidden : undefined
  expect((await bench.sourceOf('google-drive'))?.failure).toContain('forbidden')
})

it('a collection is not complete if a log source that an earlier run collected is refused', async () => {
  const { vendors, time } = await bench.open({ seed: 2, records: 200, days: 2 })
  expect((await bench.sourceOf('google-drive'))?.failure).toBeUndefined()
  time.at += 3_600_000
  vendors.refused = ({ pathname }) => (pathname.endsWith('/applications/drive') ? forbidden : undefined)
  expect((await bench.sourceOf('google-drive'))?.failure).toContain('forbidden')
})

it.each(['dailyLimitExceeded', 'quotaExceeded', 'concurrentLimitExceeded', 'RATE_LIMIT_EXCEEDED'])(
  'a collection waits after a refusal with %s, and continues',
  async (reason) => {
    const { vendors, time } = await bench.open({ seed: 2, records: 200, days: 2 })
    let requests = 0
    vendors.refused = ({ pathname }) =>
      pathname.endsWith('/drive') && ++requests === 1 ? refuseAsGoogle(403, reason, 'x') : undefined
    const source = await bench.sourceOf('google-drive')
    expect({ ...source, records: 0, files: 0 }).toMatchObject({ notes: [], windows: 3 })
    expect(requests).toBeGreaterThan(2)
    expect(time.at).toBeGreaterThan(start)
  },
)

it('a collection reports how long it waits for a vendor, and that the vendor throttles it', async () => {
  const { vendors, settings, time } = await bench.open({ seed: 2, records: 4, days: 1 })
  let requests = 0
  vendors.refused = ({ pathname }) =>
    pathname.endsWith('/drive') && ++requests === 1
      ? { ...refuseAsGoogle(429, 'rateLimitExceeded', 'x'), headers: { 'retry-after': '86401' } }
      : undefined
  const waits: [reason: string, ms: number][] = []
  const onRetry = (reason: string, ms: number) => waits.push([reason, ms])
  const { clients } = accessGoogle(settings.google as GoogleSettings, { subscribes: true, runtime: time, onRetry })
  const url = `${clients.reports.base}/admin/reports/v1/activity/users/all/applications/drive?startTime=${new Date(start - 60_000).toISOString()}&endTime=${new Date(start).toISOString()}`
  await clients.reports.json({ url, read: activities })
  expect(waits).toEqual([
    [expect.stringMatching(/^throttled by the vendor: Google Admin SDK: GET .*\/drive: rate/), 300_000],
  ])
})
