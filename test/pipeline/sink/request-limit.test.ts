import { expect, it } from 'vitest'
import { RequestLimit } from '../../../pipeline/sink/request-limit.ts'

const most = 5_000_000

/** Sends full requests to a server that accepts at most `accepts` bytes. Returns the number of refused requests. */
function send(limit: RequestLimit, requests: number, accepts: number): number {
  let refused = 0
  for (let i = 0; i < requests; i++) {
    if (limit.bytes <= accepts) limit.accepted(limit.bytes)
    else {
      refused++
      limit.refused(limit.bytes)
    }
  }
  return refused
}

it('the limit of requests shrinks to no less than 64 KB, and returns to its first value', () => {
  const limit = new RequestLimit(most)
  send(limit, 100, 0)
  expect(limit.bytes).toBe(65_536)
  send(limit, 500, most)
  expect(limit.bytes).toBe(most)
})

it('attempts to raise the limit become rarer while the server refuses larger requests', () => {
  const limit = new RequestLimit(most)
  send(limit, 1_000, 1_000_000)
  expect(send(limit, 10_000, 1_000_000)).toBeLessThan(10)
})

it('requests far below the limit do not raise the limit', () => {
  const limit = new RequestLimit(most)
  limit.refused(most)
  for (let i = 0; i < 1_000; i++) limit.accepted(1_000)
  expect(limit.bytes).toBe(most / 2)
})

it('the limit never exceeds its first value, even if this is small', () => {
  const limit = new RequestLimit(2_000)
  send(limit, 100, 0)
  send(limit, 100, most)
  expect(limit.bytes).toBe(2_000)
})
