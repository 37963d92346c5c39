import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEql } from '../../../../../rules/lib/query/eql/parse.ts'
import { compileSequence, type SequenceEvent } from '../../../../../rules/lib/query/eql/sequence.ts'
import { catalog } from './catalog.ts'

function compiled(text: string) {
  const parsed = parseEql(text)
  if (!parsed.ok || parsed.query.kind !== 'sequence')
    throw new Error(parsed.ok ? 'not a sequence' : parsed.problem.message)
  return compileSequence(parsed.query, catalog)
}

interface Recorded extends SequenceEvent {
  readonly name: string
}

/** Makes events from names: `a1@5` is action a, first event of this action, at five seconds; `a1@5/x` is by user x. */
function render(text: string): Recorded[] {
  return text.split(' ').map((name) => {
    const [, action, seconds, users = 'u'] = /^([a-z]+)\d*@(\d+)(?:\/(.+))?$/.exec(name) as RegExpExecArray
    const id = users.split(',').filter((user) => user !== '-')
    return { name, time: Number(seconds) * 1000, document: { event: { action }, user: { id } } }
  })
}

function find(query: string, events: readonly Recorded[]): string[] {
  const run = compiled(query).open<Recorded>()
  const found = [...events.flatMap((event) => run.push(event)), ...run.end()]
  return found.map((sequence) => sequence.events.map(({ name }) => name).join(' ')).sort()
}

const is = (action: string) => `[any where event.action == "${action}"]`
const by = 'sequence by user.id with maxspan=10s'

test('a newer first event of a sequence replaces the older first event', () => {
  expect(find(`${by} ${is('a')} ${is('b')}`, render('a1@0 a2@1 b1@2 b2@3'))).toEqual(['a2@1 b1@2'])
})

test('an event continues an older sequence before it begins a new sequence', () => {
  expect(find(`${by} ${is('a')} ${is('a')}`, render('a1@0 a2@1 a3@2'))).toEqual(['a1@0 a2@1', 'a2@1 a3@2'])
  expect(find(`${by} ${is('a')} with runs=3`, render('a1@0 a2@1 a3@2 a4@3'))).toEqual([
    'a1@0 a2@1 a3@2',
    'a2@1 a3@2 a4@3',
  ])
})

test('a sequence in a later step continues while another sequence begins', () => {
  expect(find(`${by} ${is('a')} ${is('b')} ${is('c')}`, render('a1@0 b1@1 a2@2 c1@3 c2@4'))).toEqual(['a1@0 b1@1 c1@3'])
})

test('events with the same time keep the order of the stream', () => {
  expect(find(`${by} ${is('a')} ${is('b')}`, render('b1@1 a1@1 b2@1'))).toEqual(['a1@1 b2@1'])
})

test('the keys of a sequence separate users, and exclude an event without the key', () => {
  const events = render('a1@0/x a2@1/- b1@2/y b2@3/- b3@4/x')
  expect(find(`${by} ${is('a')} ${is('b')}`, events)).toEqual(['a1@0/x b3@4/x'])
})

test('the key of a sequence can be optional: an absent value then joins with absent values', () => {
  const events = render('a1@0/- b1@1/x b2@2/-')
  expect(find(`sequence by ?user.id with maxspan=10s ${is('a')} ${is('b')}`, events)).toEqual(['a1@0/- b2@2/-'])
})

test('an event with several key values belongs to the sequence of each value', () => {
  const events = render('a1@0/x,y b1@1/y b2@2/x')
  expect(find(`${by} ${is('a')} ${is('b')}`, events)).toEqual(['a1@0/x,y b1@1/y', 'a1@0/x,y b2@2/x'])
})

test('the time span of a sequence begins at the first event, and includes its end', () => {
  const query = `${by} ${is('a')} ${is('b')} ${is('c')}`
  expect(find(query, render('a1@0 b1@9 c1@10'))).toEqual(['a1@0 b1@9 c1@10'])
  expect(find(query, render('a1@0 b1@9 c1@11'))).toEqual([])
})

const query = `${by} ${is('a')} ${is('b')} until ${is('stop')}`

test('the end condition `until` ends unfinished sequences and keeps complete sequences', () => {
  expect(find(query, render('a1@0 stop@1 b1@2'))).toEqual([])
  expect(find(query, render('a1@0 b1@1 stop@2'))).toEqual(['a1@0 b1@1'])
  expect(find(query, render('a1@0 stop@1 a2@2 b1@3'))).toEqual(['a2@2 b1@3'])
  expect(find(query, render('a1@0/x stop@1/y b1@2/x'))).toEqual(['a1@0/x b1@2/x'])
})

test('the end condition `until` can match the event that completes the sequence', () => {
  expect(find(`${by} ${is('a')} ${is('b')} until ${is('b')}`, render('a1@0 b1@1 b2@2'))).toEqual(['a1@0 b1@1'])
})

test('a missing event of a sequence is searched strictly between the times of its two neighbors', () => {
  const query = `${by} ${is('a')} !${is('m')} ${is('b')}`
  expect(find(query, render('a1@0 m@1 b1@2'))).toEqual([])
  expect(find(query, render('m@0 a1@0 m@0 b1@2 m@3'))).toEqual(['a1@0 b1@2'])
  expect(find(query, render('a1@0 m@2 b1@2'))).toEqual(['a1@0 b1@2'])
})

test('a missing event can end a sequence that has already replaced an older sequence', () => {
  const query = `${by} ${is('a')} !${is('m')} ${is('b')} ${is('c')}`
  expect(find(query, render('a1@0 b1@1 a2@2 m@3 b2@4 c1@5'))).toEqual([])
})

test('a missing event at the beginning of a sequence is searched only within the time span', () => {
  const query = `${by} !${is('m')} ${is('a')} ${is('b')}`
  expect(find(query, render('m@0 a1@1 b1@2'))).toEqual([])
  expect(find(query, render('m@0 a1@1 b1@11'))).toEqual(['a1@1 b1@11'])
  expect(find(query, render('a1@1 m@2 b1@3'))).toEqual(['a1@1 b1@3'])
  expect(find(query, render('m@0/x a1@1/y b1@2/y'))).toEqual(['a1@1/y b1@2/y'])
})

test('a missing event at the end of a sequence is searched until the end of the time span', () => {
  const query = `${by} ${is('a')} !${is('m')}`
  expect(find(query, render('a1@0 m@5'))).toEqual([])
  expect(find(query, render('a1@0 m@11'))).toEqual(['a1@0'])
  expect(find(query, render('a1@0 a2@3 m@12'))).toEqual(['a1@0'])
  expect(find(query, render('a1@0'))).toEqual(['a1@0'])
})

test('the state of a sequence key without events for the time span is discarded', () => {
  const run = compiled(`${by} ${is('a')} ${is('b')}`).open<Recorded>()
  for (let second = 0; second < 1000; second++) run.push(render(`a1@${second}/user${second}`)[0] as Recorded)
  expect((run as unknown as { machines: Map<string, unknown> }).machines.size).toBeLessThanOrEqual(11)
})

test('a sequence of two steps finds the same events as a plain scan', () => {
  const query = `${by} ${is('a')} ${is('b')} until ${is('s')}`
  const step = fc.record({ action: fc.constantFrom('a', 'b', 's', 'x'), gap: fc.integer({ min: 0, max: 6 }) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const times = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, { gap }) => sum + gap, 0))
      const events = render(steps.map(({ action }, i) => `${action}${i}@${times[i]}`).join(' '))
      // For each b, expects the nearest a before it, unless this a is used or too old, or a stop is between them.
      const wanted: string[] = []
      let open: Recorded | undefined
      for (const event of events) {
        if (event.name.startsWith('b') && open !== undefined) {
          if (event.time - open.time <= 10_000) wanted.push(`${open.name} ${event.name}`)
          open = undefined
        } else if (event.name.startsWith('a')) open = event
        else if (event.name.startsWith('s')) open = undefined
      }
      expect(find(query, events)).toEqual(wanted.sort())
    }),
    { seed: 1671 },
  )
})
