// Every form in which a record may arrive, for a sample of the records (all in a deep run): the documents are the same,
// or differ as the table states.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Form, waysOf } from '../formats/form.ts'
import { formGroups } from '../formats/forms.ts'
import { loadNatives } from '../formats/natives.ts'
import { covers, type Difference, differences, makeFormChain, nativeOutcomes, outcomesOf } from '../formats/run.ts'
import { renderTable, samplePath, storedSample, tablePath } from '../formats/table.ts'
import { withoutRecord } from '../formats/without-record.ts'
import { isDeep, sampleOf } from '../support/deep.ts'

const chain = await makeFormChain()
const natives = loadNatives()

/** Returns the differences between outcomes of native records and of the form, for each way in which it arrives. */
async function differencesOf(form: Form): Promise<Difference[]> {
  const carried = sampleOf(natives.filter(form.carries), 5)
  const expected = nativeOutcomes(chain, carried)
  const found: Difference[] = []
  for (const way of waysOf(form)) {
    const actual = await outcomesOf(chain, way, form.wrap(carried))
    expect(actual).toHaveLength(expected.length)
    expected.forEach((native, index) => {
      found.push(...differences(native, actual[index]))
    })
  }
  return found
}

describe.each(formGroups)('$heading', ({ forms }) => {
  const whole = forms.filter(({ refused }) => refused === undefined)

  it.each(whole)(
    '$name produces the same documents as the native records, except for the differences in the table',
    async (form) => {
      const found = await differencesOf(form)
      const lacks = (form.lacks ?? []).flatMap(({ fields }) => fields)
      // A document with a problem keeps its record, in the form that carried it.
      const unnamed = found.filter(
        ({ field }) => field !== 'event.original' && !lacks.some((pattern) => covers(pattern, field)),
      )
      expect(unnamed).toEqual([])
      // A listed field that does not differ would hide a future difference.
      const idle = lacks.filter((pattern) => !found.some(({ field }) => covers(pattern, field)))
      if (isDeep) expect(idle).toEqual([])
    },
  )

  for (const form of forms.filter(({ refused }) => refused !== undefined)) {
    it(`${form.name} is refused as ${form.refused} for each record`, async () => {
      const carried = natives.filter(form.carries)
      const outcomes = await outcomesOf(chain, 'file', form.wrap(carried))
      expect(outcomes.map((one) => (one.ok ? 'a document' : one.code))).toEqual(carried.map(() => form.refused))
    })
  }

  it.each(forms)('$name has its stored sample', (form) => {
    const sample = storedSample(form, natives)
    if (sample === undefined) expect(existsSync(samplePath(form))).toBe(false)
    else expect(readFileSync(samplePath(form)).equals(sample), 'run `npm run generate`').toBe(true)
  })
})

it.each(withoutRecord)(
  'input without records gives nothing, or one dead letter: $title',
  async ({ way, content, code }) => {
    const outcomes = await outcomesOf(chain, way, content)
    expect(outcomes.map((one) => (one.ok ? 'a document' : one.code))).toEqual(code === undefined ? [] : [code])
  },
)

it('the formats table equals the table generated from the forms', () => {
  expect(readFileSync(tablePath, 'utf8')).toBe(renderTable())
})
