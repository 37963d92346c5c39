import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../../mappings/kernel/json.ts'
import { compilePlan } from '../../../../../mappings/vendors/google-workspace/readers/parameter-plan.ts'
import { compileTable, store } from '../../../../../mappings/vendors/google-workspace/readers/parameter-table.ts'
import { parameterValue } from '../../../../../mappings/vendors/google-workspace/readers/parameter-values.ts'

const targets = compileTable({
  app: 'client.id',
  app_again: 'client.id',
  client: 'client',
  below: 'client.id.number',
  bytes: { to: 'bytes', type: 'long' },
  flag: { to: 'flags.one', type: 'boolean' },
  scopes: { to: 'scope.value', list: true },
  tree: { to: 'scope.data', type: 'flattened' },
  groups: { to: 'groups', list: true, split: true },
  begin: { ecs: 'event.start' },
  when: { to: 'when', type: 'date', ecs: 'event.end', wins: true },
  target: { to: 'user.email', is: 'target' },
  receivers: { to: 'receivers', list: true, is: 'recipient' },
  noted: { is: 'related' },
  meta: { to: 'meta', type: 'object', members: { rule_key: 'meta.rule.key' } },
  odd: 'a"b.c\\d',
})
const targetOf = (name: string) => targets.get(name)

const text = fc.constantFrom('a', 'b', '', '12', '2026-05-04T06:07:08Z', 'mia.field@example.com', 'x,y')
const slot = fc.oneof(
  text.map((value) => ({ value })),
  fc.boolean().map((boolValue) => ({ boolValue })),
  fc.integer().map((intValue) => ({ intValue })),
  fc.array(text, { maxLength: 3 }).map((multiValue) => ({ multiValue })),
  fc.constantFrom({}, { messageValue: { parameter: [{ name: 'rule_key', value: 'k' }] } }),
  fc.constant({ multiMessageValue: [{ parameter: [{ name: 'n', value: 'v' }] }] }),
)
const parameter = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(fc.constantFrom(...targets.keys()), slot).map(([name, of]) => ({ name, ...of })) },
  { weight: 1, arbitrary: fc.constantFrom({ name: 'unknown', value: 'u' }, { value: 'nameless' }, null, 'text') },
)
const event = fc.record({ name: fc.constantFrom('one', 'two'), parameters: fc.array(parameter, { maxLength: 6 }) })

/** Returns the result of storing the parameters one by one, or undefined if the plan does not support them. */
function oneByOne(parameters: readonly unknown[], document: EcsDocument): JsonObject | undefined {
  const block: JsonObject = {}
  for (const each of parameters as JsonObject[]) {
    const value = parameterValue(each)
    const target = targetOf(each.name as string)
    if (value === undefined) continue
    if (target === undefined || !store(document, block, target, value)) return undefined
  }
  return block
}

const freshDocument = () => ({ ecs: { version: '8.16.0' }, event: {} }) as EcsDocument

it('the plan of event parameters gives the same result as storage of one parameter after another, or nothing', () => {
  let planned = 0
  const plan = compilePlan(targetOf)
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (events) => {
      for (const { name, parameters } of events) {
        const document = freshDocument()
        const block = plan(name, parameters as JsonObject[], document)
        if (block === undefined) {
          expect(document).toEqual(freshDocument())
          continue
        }
        planned++
        const expected = freshDocument()
        expect(JSON.stringify(block)).toBe(JSON.stringify(oneByOne(parameters, expected)))
        expect(JSON.stringify(document)).toBe(JSON.stringify(expected))
      }
    }),
    { numRuns: 1_000, seed: 20_261_124 },
  )
  expect(planned).toBeGreaterThan(500)
})

it('the plan of event parameters gives each event a new block', () => {
  const plan = compilePlan(targetOf)
  const parameters = [{ name: 'app', value: 'a' }]
  const first = plan('one', parameters, freshDocument())
  const second = plan('one', parameters, freshDocument())
  expect(first).toEqual({ client: { id: 'a' } })
  expect(second).toEqual(first)
  expect(second).not.toBe(first)
  expect(second?.client).not.toBe(first?.client)
})

it('the plan of event parameters skips events with too many parameters, and new sequences above a limit', () => {
  const plan = compilePlan(targetOf)
  const many = Array.from({ length: 51 }, () => ({ name: 'app', value: 'a' }))
  expect(plan('one', many, freshDocument())).toBeUndefined()
  for (let i = 0; i < 5_000; i++) plan(`made up ${i}`, [{ name: 'app', value: 'a' }], freshDocument())
  expect(plan('made up 5000', [{ name: 'app', value: 'a' }], freshDocument())).toBeUndefined()
  expect(plan('made up 1', [{ name: 'app', value: 'a' }], freshDocument())).toEqual({ client: { id: 'a' } })
})
