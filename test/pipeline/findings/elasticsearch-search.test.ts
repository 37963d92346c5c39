import type { Client } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import { Searches, toEvents, toReferences } from '../../../pipeline/findings/elasticsearch-search.ts'

const ours = { '@timestamp': '2026-03-02T09:00:00.000Z', event: { id: 'a1', dataset: 'o365.audit' } }

it('only hits with an event become documents', () => {
  const hits = [
    { _id: '1', _source: ours },
    { _id: '2', _source: { message: 'x' } },
    { _id: '3', _source: { event: 'x' } },
  ]
  expect(toEvents(hits)).toEqual([{ id: '1', dataset: 'o365.audit', document: ours }])
})

it('a reference to a hit contains the ID of the document and the ID of the event', () => {
  const hits = [
    { _id: '1', _source: ours },
    { _id: '2', _source: { event: {} } },
  ]
  expect(toReferences(hits)).toEqual([
    { _id: '1', id: 'a1', '@timestamp': '2026-03-02T09:00:00.000Z', dataset: 'o365.audit' },
    { _id: '2', '@timestamp': '', dataset: '' },
  ])
})

it('the searches of a pass do not allow partial results', async () => {
  const sent: unknown[] = []
  const request = async (search: { querystring: unknown }) => {
    sent.push(search.querystring)
    return { hits: { hits: [] } }
  }
  const searches = new Searches({ transport: { request } } as unknown as Client)
  for await (const _ of searches.buckets('logs-*', {}, ['event.dataset'], {})) expect.fail('no bucket is expected')
  expect(sent).toEqual([expect.objectContaining({ allow_partial_search_results: 'false' })])
})
