import { expect, it } from 'vitest'
import { recordTexts } from '../../../pipeline/collect/record-texts.ts'
import { collectBench } from '../../support/collect-bench.ts'

const bench = collectBench()

it.each([
  ['[{"a":1},null,"x",[{"b":"]"}],{"c":2}]', ['{"a":1}', 'null', '"x"', '[{"b":"]"}]', '{"c":2}']],
  ['[null]', ['null']],
  ['[{"a":1}, -1.5 ,\n true]', ['{"a":1}', '-1.5', 'true']],
  ['{"value":[{"a":1},null,false]}', ['{"a":1}', 'null', 'false']],
])('each element of %s has its own text, also one that is no object', (page, texts) => {
  expect(recordTexts(page)).toEqual(texts)
})

it('a collection reports elements of a blob that are no objects', async () => {
  const { vendors } = await bench.open({ seed: 2, records: 400, days: 1 })
  let blobs = 0
  vendors.instead = ({ pathname }) =>
    pathname.includes('/audit/') && blobs++ === 0 ? '[{"Id":"a"},null,"x",[{"Id":"b"}]]' : undefined
  const source = await bench.sourceOf('m365-azureactivedirectory')
  expect(source?.failure).toBeUndefined()
  expect(source?.notes.join()).toMatch(/m365-azureactivedirectory-\S+\.ndjson\.gz: 3 of \d+ elements are not records/)
})
