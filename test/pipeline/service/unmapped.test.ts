import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import type { CompiledMapping } from '../../../mappings/lib/compile.ts'
import { countUnmapped } from '../../../pipeline/service/unmapped.ts'

test('the metric of unmapped events contains the documents without a class of each dataset, and no other lookups', async () => {
  const registry = new Registry()
  const texts = new Map([
    ['NewOperation', 2],
    ['OtherOperation', 1],
  ])
  const otherwise = new Map([
    ['event.category', texts],
    ['event.outcome', new Map([['Unknown', 9]])],
  ])
  countUnmapped(registry, [{ mapping: { dataset: 'o365.audit' }, otherwise } as unknown as CompiledMapping])
  const read = async () => (await registry.getMetricsAsJSON())[0]?.values
  await read()
  texts.set('NewOperation', 3)
  expect(await read()).toMatchObject([{ value: 4, labels: { dataset: 'o365.audit' } }])
})
