import { expect, it, onTestFinished, vi } from 'vitest'
import { huntCommand } from '../../../pipeline/cli/hunt.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { commandBench } from '../../support/command-bench.ts'
import { product } from '../../support/product.ts'

const bench = commandBench()

it.each(['2020-01-01', '2026-03-10'])(
  'on a computer whose clock is behind (%s), a hunt has the same results, and names this clock in all outputs',
  async (clock) => {
    await bench.run('demo', '--out', bench.path('demo'))
    const [file, last] = [bench.path('demo/records.ndjson'), bench.lines('demo/documents.ndjson').at(-1)['@timestamp']]
    const facts = async (...more: string[]) => {
      const report = bench.path('out/r.md')
      expect(await bench.run('hunt', file, '--out', bench.path('out'), '--report', report, '--json', ...more)).toBe(0)
      const { shortHistory, firstEvent, lastEvent, futureEvent, documents, alerts, view } = JSON.parse(bench.out)
      return [{ shortHistory, firstEvent, lastEvent, documents, alerts, view }, futureEvent]
    }
    const [known, filtered] = [await facts(), await facts('--since', '2d')]
    expect(known[1]).toBeUndefined()
    expect(bench.read('out/r.md')).toContain('; all records usable.')
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(clock) })
    onTestFinished(() => void vi.useRealTimers())
    expect((await facts('--since', '2d'))[0]).toEqual(filtered[0])
    expect(await facts()).toEqual([known[0], last])
    const said = `the last event (${last}) is in the future: check the clocks of this computer and of the sources`
    expect(bench.read('out/r.md')).toContain(`; ${said}.`)
    expect(bench.read('out/r.md')).not.toContain('all records usable')
    await bench.run('hunt', file, '--out', bench.path('out'), '--report', bench.path('out/r.html'))
    expect(bench.read('out/r.html')).toContain(said)
    expect(bench.out).toContain(said)
  },
)

it('records that arrive while a hunt reads its input are not in the future, and neither are those of the next minutes', async () => {
  const [start, minute] = [Date.parse('2026-03-01T00:00:00Z'), 60_000]
  const later = (minutes: number) => new Date(start + minutes * minute).toISOString()
  const consent = JSON.parse(sampleText(product.evidence, 'm365/consent-user-mail'))
  const text = [-9, -8, 60, 63].map((minutes) =>
    JSON.stringify({ ...consent, CreationTime: later(minutes), Id: `${minutes}` }),
  )
  const file = bench.input('live.ndjson', text.join('\n'))
  // The input opens an hour before its records arrive.
  let calls = 0
  const clock = () => new Date(start + (calls++ === 0 ? 0 : 60 * minute))
  bench.clear()
  const options = { out: bench.path('out'), json: true, verbose: false }
  expect(await huntCommand([file], options, { version: '0.0.0', clock })).toBe(0)
  const { lastEvent, futureEvent } = JSON.parse(bench.out)
  expect([lastEvent, futureEvent]).toEqual([later(63), undefined])
})
