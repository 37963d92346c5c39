import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { toAlert } from '../../../rules/lib/alert.ts'
import type { Finding } from '../../../rules/lib/evaluate/evaluator.ts'
import { reason } from '../../../rules/lib/reason.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { joinedTies } from '../../../rules/lib/ties.ts'
import { environmentWith, exampleRule, ruleWith } from './example-rule.ts'

const consent: EcsDocument = {
  '@timestamp': '2026-03-11T09:14:27.000Z',
  event: { id: '7c0f5a1e', dataset: 'o365.audit', action: 'consent-to-application', outcome: 'success' },
  user: { email: 'mara.voss@northpier.example' },
  source: { ip: '198.51.100.7' },
  oauth: {
    action: 'consent',
    app: { id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', name: 'Invoice Sync Helper' },
    grant: { scopes: ['Mail.ReadWrite', 'Mail.Send'], tier: 'high', breadth: 'user', kind: 'delegated', tier_rank: 2 },
    account: { name: 'mara.voss@northpier.example' },
  },
}

const found = (document: EcsDocument): Finding => ({
  at: Date.parse('2026-03-11T09:15:00Z'),
  entries: [{ document, id: 'abc', dataset: 'o365.audit', visible: Date.parse(document['@timestamp'] ?? '') }],
  settled: true,
})

it('an alert describes the event and contains the values that an analyst groups by', () => {
  expect(toAlert(exampleRule, found(consent))).toEqual({
    '@timestamp': '2026-03-11T09:14:27.000Z',
    rule: { id: exampleRule.id, name: exampleRule.name },
    severity: 'high',
    risk_score: 73,
    reason:
      'mara.voss@northpier.example consented to "Invoice Sync Helper" (e2f4…0a13): Mail.ReadWrite, Mail.Send (high), for one user, from 198.51.100.7',
    settled: true,
    events: [{ id: '7c0f5a1e', _id: 'abc', '@timestamp': '2026-03-11T09:14:27.000Z', dataset: 'o365.audit' }],
    oauth: {
      app: { id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', name: 'Invoice Sync Helper' },
      grant: { scopes: ['Mail.ReadWrite', 'Mail.Send'], tier: 'high', breadth: 'user', kind: 'delegated' },
      account: { name: 'mara.voss@northpier.example' },
    },
    user: { email: 'mara.voss@northpier.example' },
    source: { ip: '198.51.100.7' },
    ties: { clicks: [], spread: { accounts: ['mara.voss@northpier.example'], users: 1 } },
  })
})

it('an alert takes its severity from the tier of the grant or the risk level of a verdict if the rule maps them, unless the environment sets a severity', () => {
  const graded: Rule = { ...exampleRule, severity: 'medium', severityByTier: { critical: 'critical', high: 'low' } }
  const ofTier = (tier: 'critical' | 'high' | 'medium') =>
    found({ ...consent, oauth: { ...consent.oauth, grant: { ...consent.oauth?.grant, tier } } })
  expect(toAlert(graded, ofTier('critical'))).toMatchObject({ severity: 'critical', risk_score: 47 })
  expect(toAlert(graded, ofTier('high')).severity).toBe('low')
  expect(toAlert(graded, ofTier('medium')).severity).toBe('medium')
  expect(toAlert(graded, ofTier('critical'), environmentWith({ severities: { [graded.id]: 'high' } })).severity).toBe(
    'high',
  )
  const ofRisk = (risk_level: string) =>
    found({ ...consent, azure: { identityprotection: { properties: { risk_level } } } } as EcsDocument)
  const risky: Rule = { ...exampleRule, severity: 'medium', severityByRisk: { high: 'high' } }
  expect(['high', 'hidden'].map((level) => toAlert(risky, ofRisk(level)).severity)).toEqual(['high', 'medium'])
})

it('an alert is baseline ready if enough of its documents come from log sources with a long history', () => {
  const query = 'oauth.activity.network_new: true'
  const counting = (value: number) =>
    ruleWith({ type: 'threshold', query, threshold: { field: ['service.id'], value } })
  const from = (baseline_ready: boolean) =>
    found({ ...consent, oauth: { ...consent.oauth, entity_store: { baseline_ready } } } as EcsDocument).entries[0]
  const entries = [from(false), from(true)] as [Finding['entries'][0], Finding['entries'][0]]
  const isSettled = (rule: Rule) => toAlert(rule, { ...found(consent), entries }).settled
  expect([1, 2].map((value) => isSettled(counting(value)))).toEqual([true, false])
  expect(isSettled(ruleWith({ query }))).toBe(false)
})

it('an alert of a sequence requires history only for documents with a first-seen fact', () => {
  const sequence = ruleWith({
    type: 'eql',
    query: 'sequence by user.email [any where oauth.account.network_new == true] [any where oauth.action == "consent"]',
  })
  const short = (account: object) =>
    found({
      ...consent,
      oauth: { ...consent.oauth, account, entity_store: { baseline_ready: false } },
    } as EcsDocument)
  expect(toAlert(sequence, short({})).settled).toBe(true)
  expect(toAlert(sequence, short({ network_new: true })).settled).toBe(false)
})

it('an alert contains the last known name of one application, and no name of several applications', () => {
  const { app } = consent.oauth as { app: { id: string } }
  const on = (change: object): EcsDocument => ({
    ...consent,
    oauth: { ...consent.oauth, app: { id: app.id, ...change } },
  })
  const named = (...documents: EcsDocument[]) => {
    const entries = documents.map((document) => found(document).entries[0]) as [Finding['entries'][0]]
    return toAlert(exampleRule, { ...found(consent), entries }).oauth?.app
  }
  expect(named(on({ name: 'Old' }), on({ name: 'New' }), on({}))).toEqual({ id: app.id, name: 'New' })
  expect(named(on({}), on({}))).toEqual({ id: app.id })
  expect(named(on({ name: 'Old' }), on({ id: 'other', name: 'New' }))).toBeUndefined()
})

it('an alert of a sequence contains its only application, even if the first event has none', () => {
  const { oauth: _, ...signIn } = consent
  const sequence = (...documents: EcsDocument[]): Finding => {
    const [first, ...others] = documents.map(found) as [Finding, ...Finding[]]
    return { ...first, entries: [first.entries[0], ...others.flatMap(({ entries }) => entries)] }
  }
  const other: EcsDocument = { ...consent, oauth: { action: 'consent', app: { id: 'b1' } } }
  expect(toAlert(exampleRule, sequence(signIn, consent)).oauth?.app).toEqual(consent.oauth?.app)
  expect(toAlert(exampleRule, sequence(signIn, consent, other)).oauth?.app).toBeUndefined()
})

it('an alert contains only values of its document', () => {
  const bare = toAlert(exampleRule, found({ '@timestamp': '2026-03-11T09:14:27Z', event: {} }))
  expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['oauth', 'user', 'source']))
  expect(bare.reason).toBe('an event')
  expect(JSON.parse(JSON.stringify(bare))).toEqual(bare)
})

it('an alert on first-seen facts is not baseline ready with a short history', () => {
  const young: EcsDocument = { ...consent, oauth: { ...consent.oauth, entity_store: { baseline_ready: false } } }
  const firstSeen = ruleWith({ query: 'oauth.action: "consent" and oauth.grant.known: false' })
  expect([exampleRule, firstSeen].map((rule) => toAlert(rule, found(young)).settled)).toEqual([true, false])
})

const second: EcsDocument = {
  ...consent,
  '@timestamp': '2026-03-11T09:39:00.000Z',
  event: { ...consent.event, id: 'b2' },
  user: { email: 'ole.brandt@northpier.example' },
  oauth: { ...consent.oauth, account: { name: 'ole.brandt@northpier.example' } },
}
const entries = [consent, second].map((document, i) => ({
  document,
  id: `doc-${i}`,
  dataset: 'o365.audit',
  visible: Date.parse(document['@timestamp'] ?? ''),
}))
const finding = {
  at: 0,
  entries: entries as unknown as Finding['entries'],
  terms: { 'service.id': consent.oauth?.app?.id ?? '', 'oauth.account.id': 'x1' },
  settled: true,
}

it('an alert on several documents states only facts that are true for all of them, and lists all events', () => {
  const alert = toAlert(exampleRule, finding)
  expect(alert['@timestamp']).toBe('2026-03-11T09:39:00.000Z')
  expect(alert.events.map(({ _id }) => _id)).toEqual(['doc-0', 'doc-1'])
  expect(alert.oauth?.app?.name).toBe('Invoice Sync Helper')
  expect(alert.user).toBeUndefined()
  expect(alert.oauth?.account).toBeUndefined()
  expect(alert.terms).toEqual({ 'service.id': consent.oauth?.app?.id, 'oauth.account.id': 'x1' })
  expect(alert.reason).toMatch(
    /^2 events of "Invoice Sync Helper" \(e2f4…0a13\), the account x1 within 24 minutes; the first: mara.*; the last: ole/,
  )
})

it('an alert on several alerts names each event behind the alerts once', () => {
  const alerts = [0, 1].map((i) => ({ ...entries[0], id: `alert-${i}`, behind: entries }))
  const alert = toAlert(exampleRule, { ...finding, entries: alerts as unknown as Finding['entries'] })
  expect(alert.events.map(({ _id }) => _id)).toEqual(['doc-0', 'doc-1'])
  expect(alert.reason).toMatch(/^2 alerts/)
})

const of = (change: Partial<EcsDocument>) => reason({ ...consent, source: {}, ...change })

it('the reason names the added permissions instead of the held permissions, and truncates long lists', () => {
  const scopes_added = Array.from({ length: 8 }, (_, i) => `Scope.${i}`)
  const grant = {
    scopes: ['User.Read'],
    scopes_added,
    tier: 'high',
    tier_added: 'medium',
    breadth: 'tenant',
  } as const
  expect(of({ oauth: { ...consent.oauth, grant: { ...grant, scopes: [...grant.scopes] } } })).toBe(
    'mara.voss@northpier.example consented to "Invoice Sync Helper" (e2f4…0a13): Scope.0, Scope.1, Scope.2, Scope.3, Scope.4, Scope.5 and 2 more (medium), for the whole tenant',
  )
})

it('the reason describes a credential', () => {
  const credential = { kind: 'secret' as const, name: 'ops', added: 1, end: '2028-03-11T00:00:00Z' }
  expect(of({ oauth: { action: 'credential_add', app: { name: 'Payroll' }, credential } })).toBe(
    'mara.voss@northpier.example added a credential to "Payroll": 1 secret "ops" valid until 2028-03-11',
  )
})

it('the reason names the account if the account is not the actor', () => {
  const account = { name: 'ceo@northpier.example' }
  expect(of({ oauth: { ...consent.oauth, account } })).toContain('for ceo@northpier.example')
})

it('the reason names the acting application, and marks a failed act', () => {
  const event = { outcome: 'failure' as const }
  const oauth = { action: 'app_role_grant' as const, actor_app: { name: 'Deployer' }, app: { object_id: '4d9e' } }
  expect(of({ user: {}, event, oauth })).toBe(
    'the application "Deployer" granted application permissions to the application 4d9e (failed)',
  )
})

it('an alert on an act whose target is not an application names the application that acted', () => {
  const actor = { id: '7d4f2b8e-5a1c-4e3d-8b9a-0c6f7e2d1a54', name: 'Deployer' }
  const { app, ...rest } = consent.oauth ?? {}
  const acted: EcsDocument = { ...consent, oauth: { ...rest, actor_app: { ...actor, self: false } } }
  expect(toAlert(exampleRule, found(acted)).oauth).toMatchObject({ actor_app: actor })
  expect(toAlert(exampleRule, found(acted)).oauth).not.toHaveProperty('app')
  expect(toAlert(exampleRule, found({ ...consent, oauth: { ...consent.oauth, actor_app: actor } })).oauth?.app).toEqual(
    app,
  )
})

it('an alert on the use of an application from a new address knows the account, unless the application acted without one', () => {
  const use = (app_only: boolean): EcsDocument => ({
    ...consent,
    source: { ip: '192.0.2.7' },
    user: { email: 'Mara.Voss@northpier.example' },
    oauth: {
      action: 'app_use',
      app: { id: 'app' },
      grant: { app_only },
      activity: { access: 'read', network_new: true },
    },
  })
  const thefts = ['app 192.0.2.7']
  const { ties } = toAlert(exampleRule, found(use(false)))
  expect(ties).toMatchObject({ thefts, victims: ['mara.voss@northpier.example'] })
  expect(toAlert(exampleRule, found(use(true))).ties).toMatchObject({ thefts, victims: [] })
  expect(joinedTies(ties, { clicks: [], thefts, victims: ['ole'] })?.victims).toHaveLength(2)
})
