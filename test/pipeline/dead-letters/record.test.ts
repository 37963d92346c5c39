import { expect, it } from 'vitest'
import { processValue } from '../../../pipeline/chain.ts'
import {
  letterId,
  needsOriginal,
  outcomesOf,
  outcomesOfOriginal,
  parseLetter,
  passes,
} from '../../../pipeline/dead-letters/letter.ts'
import type { DeadLetter, Event } from '../../../pipeline/outcome.ts'
import { toDeadLetter } from '../../../pipeline/sink/dead-letter.ts'
import { toFailure } from '../../../pipeline/sink/failure.ts'
import { chain } from '../../support/chain.ts'
import { audit } from '../../support/native-samples.ts'

const now = '2026-03-02T10:00:00.000Z'
const delivery = { source: 'raw', partition: 1, offset: '7', receivedAt: '2026-03-02T09:16:00.000Z' }

const consent = (id: string) => ({ ...audit, Id: id })

/** The diagnostic record of a Graph call: only the wrapper has its tenant. */
const graphCall = {
  time: '2026-03-02T09:15:00Z',
  tenantId: '22222222-2222-4222-8222-222222222222',
  category: 'MicrosoftGraphActivityLogs',
  properties: { timeGenerated: '2026-03-02T09:15:00Z', requestId: 'r1', requestMethod: 'GET', responseStatusCode: 200 },
}

const letterOf = (event: Event): DeadLetter =>
  JSON.parse(JSON.stringify(toDeadLetter(toFailure(event, 'document_rejected', 'too long'), now)))

const eventsOf = (value: unknown): Event[] => processValue({ delivery, text: JSON.stringify(value) }, chain).events

it('the record of a dead letter becomes the refused document, with the same ID, tenant and arrival time', () => {
  for (const value of [consent('a'), { value: [consent('a'), consent('b')] }, { records: [graphCall] }]) {
    for (const event of eventsOf(value)) {
      const [again] = outcomesOf(letterOf(event), chain)
      expect(again).toMatchObject({ ok: true, id: event.id, document: event.document })
    }
  }
  expect(eventsOf({ records: [graphCall] })).toHaveLength(1)
})

it('the record of a dead letter is read from the original if the letter lacks a wrapper or is incomplete', () => {
  const letter = { '@timestamp': now, code: 'not_json', detail: '', source: 'raw', offset: '7', raw: '' } as const
  expect(needsOriginal({ ...letter, element: '' })).toBe(false)
  expect(needsOriginal({ ...letter, element: 'value[1]' })).toBe(true)
  expect(needsOriginal({ ...letter, element: 'value[1]', kind: 'U' })).toBe(false)
  expect(needsOriginal({ ...letter, element: '', incomplete: true })).toBe(true)
})

it('the record of a dead letter is only the failed element of the original', () => {
  const page = { value: [consent('a'), consent('b'), ...Array.from({ length: 9 }, (_, i) => consent(`c${i}`))] }
  const value = { delivery, buffer: Buffer.from(JSON.stringify(page)) }
  const letter = { ...letterOf(eventsOf(page)[1] as Event), element: 'value[1]' }
  const own = outcomesOfOriginal(letter, value, chain)
  expect(own.map((outcome) => outcome.ok && outcome.document.event.id)).toEqual(['b'])
  expect(outcomesOfOriginal({ ...letter, element: 'gone[0]' }, value, chain)).toHaveLength(11)
})

const [event] = eventsOf(consent('a'))
const letter = letterOf(event as Event)

it('the name of a dead letter is its position', () => {
  expect(letterId(letter)).toBe('raw/1/7')
  expect(letterId({ ...letter, element: 'value[1]' })).toBe('raw/1/7#value[1]')
})

it('a value that is not a dead letter is recognized', () => {
  expect(parseLetter(JSON.stringify(letter))).toEqual(letter)
  for (const text of ['', '{}', '[]', JSON.stringify({ ...letter, code: 'toString' })])
    expect(parseLetter(text)).toBeUndefined()
})

it('a dead letter can be selected by code and by creation time', () => {
  const all = { codes: [], datasets: [] }
  expect(passes(letter, all)).toBe(true)
  expect(passes(letter, { ...all, codes: ['not_json'] })).toBe(false)
  expect(passes(letter, { ...all, since: now })).toBe(true)
  expect(passes(letter, { ...all, until: now })).toBe(false)
})
