import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isGroupChange } from '../../../pipeline/clients/kafka.ts'
import { Membership } from '../../../pipeline/source/kafka-membership.ts'

const rebalance = Object.assign(new Error('rebalancing'), { type: 'REBALANCE_IN_PROGRESS' })
const unknownMember = Object.assign(new Error('who?'), { type: 'UNKNOWN_MEMBER_ID' })

/** Milliseconds that pass without the timers of the process, as when the process is stopped. */
let stopped = 0
let membership: Membership

beforeEach(() => {
  vi.useFakeTimers()
  stopped = 0
  membership = new Membership({ sessionMs: 6000, now: () => Date.now() + stopped })
  membership.joined()
})
afterEach(() => {
  membership.close()
  vi.useRealTimers()
})

test('an assignment lasts while the group responds', () => {
  const { assignment } = membership
  for (let i = 0; i < 20; i++) {
    vi.advanceTimersByTime(1000)
    membership.heard()
  }
  expect(membership.assignment).toBe(assignment)
  expect(assignment.signal.aborted).toBe(false)
})

test('an assignment ends if the group does not respond for a session, and kafkajs joins again', () => {
  const { assignment } = membership
  vi.advanceTimersByTime(7000)
  expect(assignment.signal.aborted).toBe(true)
  expect(isGroupChange(assignment.change)).toBe(true)
})

test('an assignment ends after a process was suspended, even if an old response is read first', () => {
  const { assignment } = membership
  stopped = 7000
  membership.heard()
  expect(assignment.signal.aborted).toBe(true)
  membership.heard()
  expect(membership.assignment.signal.aborted).toBe(true)
})

test('an assignment ends after a process was suspended, even if its timers run first', () => {
  const { assignment } = membership
  stopped = 7000
  vi.advanceTimersByTime(500)
  expect(assignment.signal.aborted).toBe(true)
})

test('an assignment survives a suspension that is shorter than the session', () => {
  stopped = 3000
  vi.advanceTimersByTime(500)
  membership.heard()
  expect(membership.assignment.signal.aborted).toBe(false)
})

test('an assignment has limited time to finish during a rebalance, and begins no new work', () => {
  const { assignment } = membership
  assignment.leave(rebalance)
  expect(assignment.change).toBe(rebalance)
  vi.advanceTimersByTime(4000)
  membership.heard()
  vi.advanceTimersByTime(4000)
  membership.heard()
  expect(assignment.signal.aborted).toBe(false)
  vi.advanceTimersByTime(4000)
  expect(assignment.signal.aborted).toBe(true)
})

test('an assignment ends at once if the group removed the member', () => {
  const { assignment } = membership
  assignment.leave(unknownMember)
  expect(assignment.signal.aborted).toBe(true)
})

test('an assignment ends when the next assignment begins', () => {
  const { assignment } = membership
  stopped = 7000
  membership.joined()
  expect(assignment.signal.aborted).toBe(true)
  expect(membership.assignment.signal.aborted).toBe(false)
  expect(membership.assignment.since).toBeGreaterThan(assignment.since)
})
