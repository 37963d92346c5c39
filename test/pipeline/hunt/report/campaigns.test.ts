import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { alertedApps, indexApps } from '../../../../pipeline/hunt/report/alerted-apps.ts'
import { toRow } from '../../../../pipeline/hunt/report/apps.ts'
import { makeCampaigns } from '../../../../pipeline/hunt/report/campaigns.ts'
import { Collector } from '../../../../pipeline/hunt/report/collect.ts'
import type { ReviewedApp } from '../../../../pipeline/review/review.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'
import { alertOf } from '../../../support/alert-of.ts'
import { reviewedApp } from '../../review/reviewed-app.ts'

const tenant = reviewedApp.tenant

interface Facts {
  readonly hour: number
  readonly rule?: string
  readonly account?: string
  readonly ip?: string
}

function alert(app: NonNullable<Alert['oauth']>['app'], { hour, rule = 'r', account, ip }: Facts): Alert {
  return alertOf({
    '@timestamp': `2026-03-11T${String(hour).padStart(2, '0')}:00:00.000Z`,
    rule: { id: rule, name: rule },
    organization: { id: tenant },
    oauth: { ...(app && { app }), ...(account !== undefined && { account: { name: account } }) },
    ...(ip !== undefined && { source: { ip } }),
  })
}

function campaigns(
  alerts: readonly Alert[],
  apps: readonly ReviewedApp[] = [],
  documents: readonly EcsDocument[] = [],
): readonly string[] {
  const collector = new Collector()
  collector.seen(documents)
  collector.alerts(alerts)
  const alerted = alertedApps(collector, indexApps(apps))
  return makeCampaigns(
    alerted,
    alerted.map((each) => toRow(each, { collector, statusOf: () => undefined, taken: undefined })),
    collector,
  )
}

const app = (id: string, facts: Partial<ReviewedApp> = {}): ReviewedApp => ({
  ...reviewedApp,
  id,
  names: [id],
  ...facts,
})

it.each([
  ['the same account within an hour', { hour: 9, account: 'a@a.example' }, { hour: 10, account: 'a@a.example' }],
  ['the same address within an hour', { hour: 9, ip: '192.0.2.1' }, { hour: 10, ip: '192.0.2.1' }],
])('applications with %s may belong to one campaign', (reason, one, other) => {
  const found = (hour: number) => campaigns([alert({ id: 'a' }, one), alert({ id: 'b' }, { ...other, hour })])
  expect(found(10)).toEqual([`a and b may belong to one campaign: ${reason}.`])
  expect(found(11)).toEqual([])
})

it('applications of both vendors may belong to one campaign if both use an address, new to one of them, within a day', () => {
  const apps = [app('a'), app('b', { vendor: 'google', tenant: 'C02exmpl9' })]
  const other = { ...alert({ id: 'b' }, { hour: 16, ip: '192.0.2.1' }), organization: { id: 'C02exmpl9' } } as Alert
  const first = alert({ id: 'a' }, { hour: 9, ip: '192.0.2.1' })
  const found = (ip: string, at = first['@timestamp']) =>
    campaigns([first, other], apps, [
      { '@timestamp': at, event: {}, source: { ip }, oauth: { activity: { network_new: true } } } as EcsDocument,
    ])
  expect(found('192.0.2.1')).toEqual(['a and b may belong to one campaign: the same new address within a day.'])
  expect(found('192.0.2.2')).toEqual([])
  expect(found('192.0.2.1', '2026-01-05T09:00:00.000Z')).toEqual([])
})

it('campaigns show the short IDs of applications that have the same name, including two clients of one Google project', () => {
  const ids = ['a1b2', 'c3d4'].map((end) => `512223344556-driftmail${end}.apps.googleusercontent.com`)
  const apps = ids.map((id) => app(id, { names: ['Drift'] }))
  const [sentence] = campaigns(
    apps.map(({ id }, i) => alert({ id }, { hour: i })),
    apps,
  )
  expect(sentence).toMatch(/^Drift \(5122…a1b2\) and Drift \(5122…c3d4\) may belong to one campaign/)
})

it('applications with the same permissions and the same rules may belong to one campaign, on any day', () => {
  const apps = ['a', 'b', 'c'].map((id) => app(id))
  const found = (rule: string) =>
    campaigns(
      apps.map(({ id }, i) => alert({ id }, { hour: i * 5, ...(id === 'c' && { rule }) })),
      apps,
    )
  expect(found('r')).toEqual(['a, b and c may belong to one campaign: the same permissions and the same rules.'])
  expect(found('other')).toEqual(['a and b may belong to one campaign: the same permissions and the same rules.'])
})

it('applications of one foreign tenant may belong to one campaign, but not applications of the own tenant', () => {
  const found = (ownerTenant: string) => {
    const apps = [app('a', { ownerTenant }), app('b', { ownerTenant, grants: [] })]
    return campaigns([alert({ id: 'a' }, { hour: 1 }), alert({ id: 'b' }, { hour: 9 })], apps)
  }
  expect(found('evil')).toEqual(['a and b may belong to one campaign: registered in the same foreign tenant.'])
  expect(found(tenant)).toEqual([])
})

it('an object ID and a client ID of one campaign may belong to one application', () => {
  const same = { hour: 9, account: 'a@a.example' }
  expect(campaigns([alert({ id: 'a' }, same), alert({ object_id: 'o' }, same)])[0]).toContain(
    ' The records name o by an object ID or a registration ID only: these IDs may belong to one application.',
  )
})

it('a campaign counts all its applications, including those without a card in the report', () => {
  const alerts = Array.from({ length: 70 }, (_, i) => alert({ id: `app-${i}` }, { hour: 9, account: 'a@a.example' }))
  expect(campaigns(alerts)).toEqual([
    expect.stringMatching(/ and 66 more may belong to one campaign: the same account within an hour\.$/),
  ])
})
