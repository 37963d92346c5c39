// One act has one meaning. Every Microsoft log source that reports an act on an application or grant gives the same
// members of the `oauth` group (as far as the log source contains them) and the same act id.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { directoryOperations } from '../../mappings/vendors/microsoft/operations.ts'
import { actsOf, logSources } from '../formats/acts.ts'
import { loadNatives } from '../formats/natives.ts'
import { covers, flat, makeFormChain, outcomesOf } from '../formats/run.ts'

const chain = await makeFormChain()
const operations = [...directoryOperations].flatMap(([name, { read }]) => (read === undefined ? [] : [name]))
const acts = actsOf(loadNatives(), operations)

async function oauthOf(content: string | Buffer): Promise<OauthGroup | undefined> {
  const [outcome] = await outcomesOf(chain, 'kafka', content)
  return outcome?.ok ? outcome.document.oauth : undefined
}

function differing(left: OauthGroup | undefined, right: OauthGroup | undefined): string[] {
  const [a, b] = [left, right].map((group) => flat(group as Json | undefined, '', new Map()))
  const names = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])
  // If a record names its actor by another kind of ID than its target, the entity store decides whether they are one.
  return [...names].filter((name) => name !== 'actor_app.self' && a?.get(name) !== b?.get(name)).sort()
}

/** The record with another name of its application, including inside a list in a text. */
function renamed(record: JsonObject, name: string): JsonObject {
  const target = (record.Target as JsonObject[]).find(({ Type }) => Type === 1)?.ID
  if (typeof target !== 'string') return record
  const replace = (value: Json): Json => {
    if (value === target) return name
    if (typeof value === 'string') return value.replaceAll(JSON.stringify(target), () => JSON.stringify(name))
    if (Array.isArray(value)) return value.map(replace)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replace(member as Json)]))
  }
  return replace(record) as JsonObject
}

/** Names that people could choose. JSON names are excluded, because each log source parses them differently. */
const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((name) => name.trim() !== '' && !/^\s*["[{]/.test(name))

it('the tested acts cover every known operation', () => {
  expect(acts.length).toBeGreaterThanOrEqual(operations.length)
})

for (const { title, render, lacks } of logSources) {
  const lacking = lacks.flatMap(({ fields }) => fields)

  it.each(acts)(`the act $name is the same in ${title}`, async ({ record }) => {
    const [unified, other] = [await oauthOf(JSON.stringify(record)), await oauthOf(render(record))]
    expect(unified?.act?.id).toBeDefined()
    expect(other?.act).toEqual(unified?.act)
    expect(differing(unified, other).filter((name) => !lacking.some((one) => covers(one, name)))).toEqual([])
  })

  it(`an act is the same in ${title} whatever the application is called`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...acts), names, async (act, name) => {
        const record = renamed(act.record, name)
        const [unified, other] = [await oauthOf(JSON.stringify(record)), await oauthOf(render(record))]
        expect(other?.act).toEqual(unified?.act)
        expect(differing(unified, other).filter((one) => !lacking.some((pattern) => covers(pattern, one)))).toEqual([])
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  it(`the exceptions for an act in ${title} list only fields that differ`, async () => {
    const found = new Set<string>()
    for (const { record } of acts) {
      for (const name of differing(await oauthOf(JSON.stringify(record)), await oauthOf(render(record))))
        found.add(name)
    }
    expect(lacking.filter((pattern) => ![...found].some((name) => covers(pattern, name)))).toEqual([])
  })
}

it('one click that gives five permissions is five acts in one bundle, in every log source', async () => {
  const [grant] = acts.filter(({ name }) => name === 'app-role-grant-mail')
  const text = JSON.stringify(grant?.record)
  const role = /"AppRole\.Id","NewValue":"([^"]+)"/.exec(text)?.[1] as string
  const recorded = [(record: JsonObject) => JSON.stringify(record), ...logSources.map(({ render }) => render)]
  const clicks = await Promise.all(
    recorded.map(async (render) => {
      const records = [1, 2, 3, 4, 5].map((n) => JSON.parse(text.replace(role, role.slice(0, -1) + n)) as JsonObject)
      const groups = await Promise.all(records.map((record) => oauthOf(render(record))))
      expect(new Set(groups.map((group) => group?.act?.bundle)).size).toBe(1)
      return groups.map((group) => group?.act?.id)
    }),
  )
  expect(new Set(clicks[0]).size).toBe(5)
  for (const ids of clicks) expect(ids).toEqual(clicks[0])
})
