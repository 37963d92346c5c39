import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { MissingResults, resultAdvice } from '../../../pipeline/decode/missing-results.ts'

function foundFor(result: string, kind = 'event') {
  const results = new MissingResults()
  const azure = { auditlogs: { properties: { result } } }
  const document = { event: { kind, outcome: 'unknown' }, azure }
  results.see('a.json', document as unknown as EcsDocument, 'azure.auditlogs')
  return results.found()
}

it.each(['timeout', 'unknownFutureValue', ' Timeout'])(
  'an input is readable if all its results are a documented value without an outcome: %s',
  (result) => expect(foundFor(result)).toEqual([]),
)

it.each([
  ['Teilweise erfolgreich', true],
  ['partiallySucceeded', false],
  ['partial_2', false],
])(
  'an unreadable result is found, and the advice is about the language only if the value is a text of a portal: %s',
  (result, isLanguage) => {
    const advice = foundFor(result).map(resultAdvice)
    expect(advice).toEqual([expect.stringContaining(isLanguage ? 'language of the portal' : 'The value is unknown')])
    expect(foundFor(result, 'pipeline_error')).toEqual(foundFor(result))
    expect(foundFor(result, 'asset')).toEqual([])
  },
)
