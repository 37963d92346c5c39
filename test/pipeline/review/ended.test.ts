import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { time } from '../../../pipeline/entity-store/age.ts'
import { compareReview } from '../../../pipeline/review/compare.ts'
import { endTest, usedAfterEnd } from '../../../pipeline/review/ended.ts'
import { reasonsOf } from '../../../pipeline/review/reasons.ts'
import type { ReviewedApp } from '../../../pipeline/review/review.ts'
import { firstState } from '../../../pipeline/review/state.ts'
import { reviewedApp } from './reviewed-app.ts'

const end = '2026-03-12T09:00:00.000Z'
const at = (time: string) => `2026-03-12T${time}:00.000Z`
const mara = { principal: 'mara@a.example', kinds: [], scopes: [], revoked: end }

const disabled = (lastUsed: string, lastIssued?: string): ReviewedApp => ({
  ...reviewedApp,
  status: 'disabled',
  ended: end,
  lastUsed,
  grants: [{ ...mara, lastUsed, ...(lastIssued !== undefined && { lastIssued }) }],
})

it.each([
  [at('09:30'), undefined, 'a token from before may still have been valid.', true],
  [
    at('09:30'),
    at('08:50'),
    `were issued before that (the newest at ${time(at('08:50'))}), and one may still have been valid.`,
    true,
  ],
  [at('11:00'), undefined, 'it may still have access that the records do not explain.', false],
  [
    at('11:00'),
    at('08:50'),
    `were issued before that (the newest at ${time(at('08:50'))}): it may still have access`,
    false,
  ],
  [at('09:30'), at('09:20'), `It obtained a new token at ${time(at('09:20'))}, after it was disabled`, false],
  [at('11:00'), at('09:20'), 'The block does not work', false],
])('use at %s after access ended, with a token from %s: %s', (used, issued, words, isExplained) => {
  const late = usedAfterEnd(disabled(used, issued))
  expect(late?.sentence).toContain(words)
  expect(late?.isExplained).toBe(isExplained)
})

it('use within the minute of the end of access is not late', () => {
  expect(usedAfterEnd(disabled('2026-03-12T09:00:59.000Z', end))).toBeUndefined()
})

it('a token from after the end of one access is more severe than unexplained use after the end of another', () => {
  const other = { ...mara, principal: 'joost@a.example', lastUsed: at('09:10'), lastIssued: at('09:05') }
  const late = usedAfterEnd({ ...reviewedApp, grants: [{ ...mara, lastUsed: at('12:00') }, other] })
  expect(late?.sentence).toContain('revoked for joost@a.example')
})

it('access to the data of an account ends with its last grant, or with the application', () => {
  const grants = [mara, { ...mara, principal: 'joost@a.example', revoked: at('10:00') }]
  const hasEnded = endTest({ ...reviewedApp, grants })
  expect(hasEnded('Mara@a.example', at('09:30'))).toBe(true)
  expect(hasEnded('joost@a.example', at('09:30'))).toBe(false)
  const whole = { principal: '*', kinds: [], scopes: [], granted: at('08:00') }
  expect(endTest({ ...reviewedApp, grants: [...grants, whole] })('mara@a.example', at('11:00'))).toBe(false)
  const later = { ...whole, revoked: at('10:30') }
  const untilWhole = endTest({ ...reviewedApp, grants: [...grants, later] })
  expect(untilWhole('mara@a.example', at('10:15'))).toBe(false)
  expect(untilWhole('mara@a.example', at('10:45'))).toBe(true)
  expect(endTest({ ...reviewedApp, status: 'disabled', ended: end })('anna@a.example', at('09:30'))).toBe(true)
})

it('access to the data of an account ends with the account, unless a grant for the whole tenant remains', () => {
  const grant = { principal: 'mara@a.example', kinds: [], scopes: [], granted: at('08:00'), lastUsed: at('09:05') }
  const app = { ...reviewedApp, grants: [{ ...grant, accountStatus: 'disabled', accountEnded: end }] }
  expect(endTest(app)('mara@a.example', at('09:30'))).toBe(true)
  expect(endTest(app)('mara@a.example', at('08:30'))).toBe(false)
  expect(usedAfterEnd(app)?.sentence).toContain('after the account mara@a.example was disabled')
  const whole = { principal: '*', kinds: [], scopes: [], granted: at('08:00') }
  expect(endTest({ ...app, grants: [...app.grants, whole] })('mara@a.example', at('09:30'))).toBe(false)
})

it('a new token after the end of access is a reason for a review, which states what ended', () => {
  const reasons = (app: ReviewedApp) => usedAfterEnd(app)?.reason
  const revoked = {
    ...reviewedApp,
    lastUsed: at('09:30'),
    grants: [{ ...mara, lastUsed: at('09:30'), lastIssued: at('09:20') }],
  }
  expect(reasons(revoked)).toBe('new token after its revocation')
  expect(reasons(disabled(at('09:30'), at('09:20')))).toBe('new token after it was disabled')
  expect(reasons(disabled(at('11:00')))).toBe('used after it was disabled')
  expect(reasons(disabled(at('09:30')))).toBeUndefined()
})

it('a review lists first an application that obtained a token after its revocation, and does not describe its access as ended', () => {
  const token = (revoked: string) => ({
    ...reviewedApp,
    tier: 'high' as const,
    grants: [{ ...mara, revoked, lastIssued: at('09:20') }],
  })
  const [open, closed] = [token(end), token(at('10:00'))]
  expect(reasonsOf(open, undefined)).toContain('new token after its revocation')
  const firstLine = (app: ReviewedApp) =>
    compareReview([{ ...app, breadth: 'none' }], firstState, emptyEnvironment, 0).changes[0]?.what[0]
  expect(firstLine(open)).toBe('high, access did not end')
  expect(firstLine(closed)).toBe('high, no active grant')
})
