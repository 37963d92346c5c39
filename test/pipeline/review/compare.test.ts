import { expect, it } from 'vitest'
import { type Approval, type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { formatComparison } from '../../../pipeline/cli/apps-review.ts'
import { compareReview } from '../../../pipeline/review/compare.ts'
import { type ReviewedApp, reviewedStatuses } from '../../../pipeline/review/review.ts'
import { firstState, parseState, type ReviewState, renderState, toSeen } from '../../../pipeline/review/state.ts'
import { reviewedApp } from './reviewed-app.ts'

const now = Date.parse('2026-06-01T00:00:00Z')

const helper: ReviewedApp = {
  ...reviewedApp,
  otherIds: ['4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a'],
  tier: 'high',
  users: 3,
  firstSeen: '2026-03-11T09:14:27.000Z',
  reasons: ['high permissions', 'unused for 91 days'],
}

const reviewed = (...apps: readonly ReviewedApp[]): ReviewState => ({ ...firstState, apps: apps.map(toSeen) })

const approval = (more: Partial<Approval> = {}): Approval => ({
  id: helper.id,
  tier: 'high',
  uses: ['use'],
  owner: 'Ivo Brandt',
  reason: 'tried out',
  expires: '2027-03-31',
  ...more,
})

const approving = (...approvedApps: Approval[]): Environment => ({ ...emptyEnvironment, approvedApps })

function changesOf(app: Partial<ReviewedApp>, state = reviewed(helper), environment = emptyEnvironment) {
  return compareReview([{ ...helper, ...app }], state, environment, now).changes.map(({ kind, what }) => [
    kind,
    ...what,
  ])
}

it('a comparison of reviews lists everything as new without an earlier review', () => {
  expect(changesOf({}, firstState)).toEqual([
    ['new', 'high, for 3 users', 'first seen on 2026-03-11', 'high permissions', 'unused for 91 days'],
  ])
})

it('a comparison of reviews ignores unchanged applications, and small changes in days and users', () => {
  const later = { users: 4, reasons: ['high permissions', 'unused for 98 days'] }
  expect(compareReview([{ ...helper, ...later }], reviewed(helper), emptyEnvironment, now)).toEqual({
    changes: [],
    unchanged: 1,
  })
})

it.each<[string, Partial<ReviewedApp>, string[]]>([
  ['a tier', { tier: 'critical', reasons: ['critical permissions'] }, ['tier high → critical']],
  ['breadth', { breadth: 'tenant' }, ['for user → tenant']],
  ['a crowd', { users: 8 }, ['users 3 → 8']],
  ['an end', { status: 'disabled' }, ['state enabled → disabled']],
  ['a key', { credentials: 2 }, ['credentials unknown → 2']],
  ['an owner', { owners: ['tomas.lindqvist@northpier.example'] }, ['new owners: tomas.lindqvist@northpier.example']],
  ['a name', { names: ['Invoice Sync'] }, ['name Invoice Sync Helper → Invoice Sync']],
  [
    'a reason',
    { reasons: [...helper.reasons, 'all accounts that granted access are disabled or deleted'] },
    ['all accounts that granted access are disabled or deleted'],
  ],
])('a review sees against the one before: %s', (_, change, what) => {
  expect(changesOf(change)).toEqual([['changed', ...what]])
})

it('a comparison of reviews lists the added and removed permissions of existing grants', () => {
  const [grant] = helper.grants
  const grants = [
    { ...grant, scopes: ['Mail.Send'] },
    {
      ...grant,
      principal: 'ivo.brandt@northpier.example',
      scopes: ['Files.Read.All'],
      revoked: '2026-05-01T00:00:00.000Z',
    },
  ] as ReviewedApp['grants']
  expect(changesOf({ grants })).toEqual([['changed', 'new permissions: Mail.Send', 'removed permissions: Mail.Read']])
})

it('a comparison of reviews recognizes an application with a previously unknown client ID', () => {
  const early = { ...helper, id: helper.otherIds[0] as string, otherIds: [] }
  expect(changesOf({}, reviewed(early))).toEqual([])
})

it('a comparison of reviews lists ended and ending approvals first, including approvals of unseen applications', () => {
  const ended = approval({ expires: '2026-05-31' })
  const ending = approval({ id: 'another', name: 'Backup', expires: '2026-06-20' })
  const { changes } = compareReview(
    [{ ...helper, tier: 'critical', approval: 'expired' }],
    reviewed({ ...helper, approval: 'approved' }),
    approving(ending, ended),
    now,
  )
  expect(changes).toMatchObject([
    {
      kind: 'expired',
      what: ['the approval by Ivo Brandt expired on 2026-05-31 (tried out)', 'tier high → critical'],
    },
    {
      kind: 'expiring',
      id: 'another',
      name: 'Backup',
      what: ['the approval by Ivo Brandt ends on 2026-06-20 (tried out)', 'not in these records'],
    },
  ])
  expect(compareReview([helper], reviewed(helper), approving(approval()), now).changes).toEqual([])
})

it('a comparison of reviews shows the state of an approval', () => {
  const granted = changesOf({ approval: 'approved' }, reviewed(helper), approving(approval()))
  expect(granted).toEqual([['changed', 'approved by Ivo Brandt until 2027-03-31']])
  const approved = reviewed({ ...helper, approval: 'approved' })
  expect(changesOf({}, approved)).toEqual([['changed', 'approval removed']])
  const small = approving(approval({ tier: 'low' }))
  expect(changesOf({ approval: 'exceeded' }, approved, small)).toEqual([
    ['changed', 'has more than the low permissions that Ivo Brandt approved'],
  ])
})

it('a comparison of reviews lists missing applications last', () => {
  const gone = { ...helper, id: 'gone', otherIds: [], names: ['Gone'] }
  const { changes } = compareReview([{ ...helper, tier: 'critical' }], reviewed(helper, gone), emptyEnvironment, now)
  expect(changes.map(({ kind, name }) => [kind, name])).toEqual([
    ['changed', 'Invoice Sync Helper'],
    ['gone', 'Gone'],
  ])
})

const other = { ...helper, id: 'a-first', otherIds: [] }

it.each(reviewedStatuses)('the state of a review can be read again with an application of the status %s', (status) => {
  const state = reviewed({ ...helper, status })
  expect(parseState(renderState(state))).toEqual(state)
})

it('the state of a review does not depend on the order of applications, and can be read again', () => {
  const state = reviewed(helper, other)
  expect(renderState(state)).toBe(renderState(reviewed(other, helper)))
  expect(parseState(renderState(state))).toEqual({ ...state, apps: [toSeen(other), toSeen(helper)] })
})

it.each([
  '',
  '{}',
  '{"version":1}',
  '{"version":2,"reviews":[],"apps":[]}',
  '{"version":1,"reviews":[],"apps":[{"id":"x"}]}',
])('the state of a review is none in %s', (text) => {
  expect(parseState(text)).toBeUndefined()
})

const done = {
  at: '2026-03-01T00:00:00.000Z',
  asOf: '2026-02-28T00:00:00.000Z',
  applications: 1,
  changes: { new: 1 },
}
it.each<[string, 'apps' | 'reviews', object]>([
  ['a status that no application has', 'apps', { status: 'paused' }],
  ['a tier of another scale', 'apps', { tier: 5 }],
  ['owners that are not texts', 'apps', { owners: [1] }],
  ['a review at no time', 'reviews', { at: 'soon' }],
  ['a review of nothing', 'reviews', { asOf: undefined }],
  ['changes without a number', 'reviews', { changes: { new: 'x' } }],
])('the state of a review is none with %s', (_, list, change) => {
  const state = { ...reviewed(helper), reviews: [done] }
  expect(parseState(JSON.stringify(state))).toEqual(state)
  const changed = { ...state, [list]: [{ ...state[list][0], ...change }] }
  expect(parseState(JSON.stringify(changed))).toBeUndefined()
})

const hostile: ReviewedApp = { ...helper, names: ['=cmd|x'], tier: 'critical' }
const comparison = compareReview([hostile], firstState, emptyEnvironment, now)
const last = { ...done, by: 'Ivo Brandt', changes: {} }

it('a printed comparison of reviews shows the time and the number of changes', () => {
  expect(formatComparison(comparison, last, 'table')).toContain(
    'since the review of 2026-03-01 by Ivo Brandt: 1 new, 0 unchanged',
  )
  expect(formatComparison(comparison, undefined, 'markdown')).toContain('no earlier review: 1 new')
})

it('a printed comparison of reviews is a table, JSON, or CSV without formulas', () => {
  expect(formatComparison(comparison, last, 'csv').split('\n')[1]).toMatch(/^new,"'=cmd\|x",/)
  expect(JSON.parse(formatComparison(comparison, last, 'json'))).toMatchObject({
    since: last,
    changes: [{ kind: 'new', id: helper.id, app: { tier: 'critical' } }],
    unchanged: 0,
  })
  expect(formatComparison({ changes: [], unchanged: 4 }, last, 'table')).toBe(
    'since the review of 2026-03-01 by Ivo Brandt: 4 unchanged',
  )
})
