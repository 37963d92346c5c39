// The time of an event decides where it is stored: a time that Elasticsearch refuses never leaves the normalizer.
import { describe, expect, it } from 'vitest'
import { loadMappings } from '../../../pipeline/chain.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import { makeNormalizer } from '../../../pipeline/normalize/normalize.ts'

const normalizer = makeNormalizer(await loadMappings())
const samples = loadSamples()
const isoTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?/g

/** The event times of all samples, with this time in the place of every other one. */
function timesWith(time: string): (string | undefined)[] {
  return samples.flatMap(({ text }) =>
    [...decode({ delivery: { source: 'test', offset: '0' }, text: text.replace(isoTime, time) })].flatMap((decoded) =>
      decoded.ok
        ? [...normalizer.normalize(decoded)].map((part) => (part.ok ? part.document['@timestamp'] : part.code))
        : [],
    ),
  )
}

describe('an event time', () => {
  it.each(['0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', '/Date(-99999999999999)/', '1e400'])(
    'of %s leaves no document with a time that Elasticsearch refuses',
    (time) => {
      const times = timesWith(time)
      expect(times.filter((each) => each === 'time_missing').length).toBeGreaterThan(samples.length / 3)
      expect(times.filter((each) => each !== 'time_missing' && !/^\d{4}-\d\d-\d\dT/.test(each ?? ''))).toEqual([])
    },
  )

  it.each(['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('of %s is kept', (time) => {
    expect(timesWith(time)).toContain(time)
  })
})
