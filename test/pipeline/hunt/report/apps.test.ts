import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { DataTaken } from '../../../../pipeline/hunt/evidence/data-taken.ts'
import { DataTotals } from '../../../../pipeline/hunt/evidence/data-totals.ts'
import { evidenceApps } from '../../../../pipeline/hunt/evidence/evidence-apps.ts'
import type { HuntSummary } from '../../../../pipeline/hunt/hunt.ts'
import { type AlertedApp, alertedApps } from '../../../../pipeline/hunt/report/alerted-apps.ts'
import { commandFor, commandOn } from '../../../../pipeline/hunt/report/app-facts.ts'
import { makeLead, theftOf } from '../../../../pipeline/hunt/report/app-history.ts'
import { hiddenFacts, toRow } from '../../../../pipeline/hunt/report/apps.ts'
import { Collector } from '../../../../pipeline/hunt/report/collect.ts'
import { filteredView, summarize } from '../../../../pipeline/hunt/report/summary.ts'
import { appKey } from '../../../../pipeline/hunt/report/tallies.ts'
import { Trail } from '../../../../pipeline/hunt/report/trail.ts'
import { containApp } from '../../../../pipeline/review/containment/contain.ts'
import type { ReviewedApp } from '../../../../pipeline/review/review.ts'
import { commandLine } from '../../../../pipeline/safe-output/command-line.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'
import type { Severity } from '../../../../rules/lib/rule.ts'
import { alertOf } from '../../../support/alert-of.ts'
import { reviewedApp } from '../../review/reviewed-app.ts'

const alert = (app: string, rule: string, severity: Severity, settled = true): Alert =>
  alertOf({ rule: { id: rule, name: rule }, severity, settled, oauth: { app: { id: app } } })

/** A collector with these alerts, and the first application that they concern. */
function alerted(...alerts: readonly Alert[]) {
  const collector = new Collector()
  collector.alerts(alerts)
  return { collector, first: alertedApps(collector, new Map())[0] as AlertedApp }
}

const factsOf = (collector: Collector) => ({ collector, statusOf: () => undefined, taken: undefined })

it('the report puts an attack of several steps above repeated single consents, and provisional alerts last', () => {
  const { collector } = alerted(
    alert('provisional', 'a', 'high', false),
    alert('provisional', 'b', 'high', false),
    alert('consents', 'a', 'high'),
    alert('consents', 'a', 'high'),
    alert('attack', 'a', 'high'),
    alert('attack', 'b', 'medium'),
    alert('attack', 'c', 'medium'),
    alert('worst', 'd', 'critical'),
  )
  const order = alertedApps(collector, new Map()).map(({ group }) => group.app?.id)
  expect(order).toEqual(['worst', 'attack', 'consents', 'provisional'])
})

it.each([
  [{}, 0],
  [{ lastUsed: '2026-03-11T09:14:27.000Z' }, 0],
  [{ granted: '2026-03-11T09:14:27.000Z' }, 1],
  [{ revoked: '2026-03-11T09:14:27.000Z' }, 1],
])('a grant with %j counts %i times among the grants that the records show', (facts, granted) => {
  const { collector, first } = alerted(alert('app', 'a', 'high'))
  const grants = [{ principal: 'mara@a.example', kinds: [], scopes: [], ...facts }]
  expect(toRow({ ...first, app: { ...reviewedApp, grants } }, factsOf(collector)).granted).toBe(granted)
})

it.each(['disabled', 'deleted'] as const)('the access of a %s application is not open', (status) => {
  const { collector, first } = alerted(alert('app', 'a', 'high'))
  const app = { ...reviewedApp, status }
  const row = toRow({ ...first, app }, factsOf(collector))
  expect(row).toMatchObject({ standing: 0, ended: status })
  const alerts = { total: 1, unsettled: 0, bySeverity: { high: 1 }, byRule: [{}] }
  const none = { detached: 0, uncounted: 0, outside: 0, connections: [] }
  const sentencesOf = (each: typeof row, approved = [{ name: 'CRM', events: 97 }]) =>
    summarize({ alerts, shortHistory: [] } as unknown as HuntSummary, [each], { ...none, approved }).sentences
  const sentences = sentencesOf(row)
  expect(sentences.join(' ')).toContain('Approvals excluded rule matches (several can form one alert): CRM (97).')
  const { ended: _, ...unseen } = { ...row, granted: 0 }
  expect(sentencesOf(unseen, []).join(' ')).toMatch(
    /^1 rule raised [^A-Z]*1 alert concerns [^.]*\. The records contain no grants /,
  )
  expect(sentencesOf({ ...unseen, isNew: true }, []).join(' ')).toContain('which contain no successful grant to them')
  expect([...sentences, ...containApp(app).breaks].filter((each) => each.includes('gets no new tokens'))).toHaveLength(
    2,
  )
})

it('the history of a vendor client without a grant begins with its first alert', () => {
  const row = (at: string, reason: string) => ({ at, reason, settled: true, evidence: { shown: [], more: 0 } })
  const alerts = [row('2025-09-22T14:20:00.000Z', 'later'), row('2025-09-22T14:03:00.000Z', 'amy: with a device code')]
  expect(makeLead(undefined, undefined, [], alerts)[0]).toBe(
    'First alert 2025-09-22T14:03:00Z: amy: with a device code.',
  )
})

it('the report names the address of the consent if the log contains it', () => {
  const trail = new Trail()
  const act = { action: 'consent', address: '198.51.100.7', what: 'consented' }
  trail.acts.add({ ...act, at: '2026-03-11T08:00:00.000Z', address: '198.51.100.8' })
  trail.acts.add({ ...act, at: '2026-03-11T09:14:28.000Z' })
  expect(makeLead(reviewedApp, trail, [], [])[0]).toContain('Access granted 2026-03-11T09:14:27Z from 198.51.100.7 ')
})

it('the report calls a view filtered only if the view hides something', () => {
  const view = { filters: ['severity low or higher'], period: {}, hiddenAlerts: 0, hiddenDocuments: 1 }
  expect(filteredView(view)).toHaveLength(1)
  expect(filteredView({ ...view, hiddenDocuments: 0 })).toEqual([])
})

it.each([
  ['2026-05-01T00:00:00.000Z', true, '51 days after access was granted'],
  ['2026-05-01T00:00:00.000Z', 'first', undefined],
  ['2026-03-11T12:00:00.000Z', true, undefined],
] as const)('tokens may be stolen if new networks use them long after the grant: %s, %s', (first, isNew, said) => {
  const counts = { messages: 0, sent: 0, folders: 0, files: 0, chats: 0, calls: 24, unnamed: 0, bytes: 0 }
  const known = { ...counts, network: 'a', isNew: false, first: '2026-03-11T10:00:00.000Z', last: '' }
  const networks = { shown: [known, { ...known, network: 'b', isNew, first }], more: 0 }
  const theft = (at: string) => theftOf(reviewedApp, { networks, fromNew: counts } as unknown as DataTaken, [{ at }])
  if (said === undefined) expect(theft('2026-06-01T00:00:00.000Z')).toBeUndefined()
  else
    expect(theft('2026-06-01T00:00:00.000Z')).toContain(
      `24 API calls from 1 new network since 2026-05-01T00:00:00Z, ${said}`,
    )
  expect(theft('2026-03-11T11:00:00.000Z')).toBeUndefined()
})

it('the report states that tokens may be stolen even if filters exclude the alerts of the application', () => {
  const collector = new Collector()
  const key = appKey(reviewedApp.tenant, reviewedApp.id)
  const organization = { id: reviewedApp.tenant }
  collector.hiddenAlerts([
    { ...alert(reviewedApp.id, 'a', 'high'), organization, '@timestamp': '2026-05-01T00:10:00.000Z' },
  ])
  const totals = new DataTotals(
    {},
    new Map([[key, { network: 'known', first: '2026-03-11T10:00:00.000Z', isNew: false, newLater: new Set() }]]),
  )
  const call = {
    '@timestamp': '2026-05-01T00:00:00.000Z',
    event: {},
    oauth: { activity: { network_new: true } },
  } as EcsDocument
  totals.add(key, call, [{ type: 'API call', item: 'list', subject: '' }])
  const known = new Map([[key, reviewedApp]])
  const facts = (shown: readonly Alert[]) => {
    const cards = alertedApps(alerted(...shown).collector, known)
    return hiddenFacts(collector, known, cards, () => totals.of(key))
  }
  expect(facts([])).toEqual([
    {
      about: 'Invoice Sync Helper',
      what: expect.stringMatching(/^An attacker may have stolen the tokens.* 1 API call from 1 new network/),
    },
  ])
  const own = { ...alert(reviewedApp.id, 'a', 'high'), organization }
  expect(facts([own])).toEqual([])
})

it('a filtered view without the alerts and records of an application still states that it was used after its access ended', () => {
  const collector = new Collector()
  const app: ReviewedApp = { ...reviewedApp, status: 'disabled', ended: '2026-05-01T00:00:00.000Z' }
  const organization = { id: app.tenant }
  collector.hiddenAlerts([{ ...alert(app.id, 'a', 'high'), organization }])
  const use = {
    '@timestamp': '2026-05-01T00:20:00.000Z',
    event: { outcome: 'success' },
    organization,
    oauth: { action: 'app_use', app: { id: app.id } },
  } as EcsDocument
  collector.seen([use])
  const known = new Map([[appKey(app.tenant, app.id), app]])
  expect(hiddenFacts(collector, known, [], () => undefined)).toEqual([
    { about: 'Invoice Sync Helper', what: expect.stringContaining('It was used 20 minutes after it was disabled') },
  ])
})

it('the name of an application comes from all records, so that a filter on its alerts does not change it', () => {
  const collector = new Collector()
  const named = { event: {}, oauth: { action: 'app_sign_in', app: { id: 'app', name: 'Sync' } } }
  collector.seen([named as EcsDocument])
  collector.alerts([alert('app', 'a', 'high')])
  const [app] = alertedApps(collector, new Map())
  expect(toRow(app as AlertedApp, factsOf(collector)).name).toBe('Sync')
  expect([...evidenceApps(collector, []).values()].map(({ name }) => name)).toEqual(['Sync'])
})

it('the evidence of an application has the severity of its highest alert, shown or not, and the place of the application in the report', () => {
  const { collector } = alerted(alert('mild', 'a', 'low'), alert('worst', 'a', 'high'), alert('mild', 'b', 'medium'))
  collector.hiddenAlerts([alert('mild', 'c', 'high'), alert('hidden', 'a', 'critical'), alert('hidden', 'a', 'low')])
  const found = [...evidenceApps(collector, [], ['asked']).values()].map(({ id, severity, place }) => [
    id,
    severity,
    place,
  ])
  expect(found.sort()).toEqual([
    ['asked', undefined, 2],
    ['hidden', 'critical', 2],
    ['mild', 'high', 1],
    ['worst', 'high', 0],
  ])
})

it('a delegation that is known only from its use counts as open access', () => {
  const { collector, first } = alerted(alert('app', 'a', 'high'))
  const app: ReviewedApp = { ...reviewedApp, vendor: 'google', grants: [], usedDelegation: true }
  expect(toRow({ ...first, app }, factsOf(collector)).standing).toBe(1)
  expect(toRow({ ...first, app: { ...app, status: 'disabled' } }, factsOf(collector)).standing).toBe(0)
  const lead = makeLead(app, undefined, [], []).join(' ')
  expect(lead).toContain('it has a domain-wide delegation')
  expect(lead).toContain('A domain-wide delegation is still active: no record shows that somebody deleted it.')
  expect(lead).not.toMatch(/application permissions|No active grant/)
})

it('the command for an application whose ID begins with a hyphen has its options before the ID', () => {
  const row = { id: '-x', tenant: 'a b', elsewhere: true as const }
  expect(commandOn('show', row)).toBe("consentry apps show --tenant 'a b' -- -x PATH…")
  const words = commandFor('contain', row, { options: ['--quiet'], paths: ['a.json'] })
  expect(commandLine(...words)).toBe("consentry apps contain --tenant 'a b' --quiet -- -x a.json")
  expect(commandOn('show', { ...row, id: 'x' })).toBe("consentry apps show x --tenant 'a b' PATH…")
})
