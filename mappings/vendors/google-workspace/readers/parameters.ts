// Event parameters: from `[{name, <one value slot>}]` to members of the stream's block, by the table of the application.
// A parameter that the table does not know keeps its name and place, and is stored once more in a flattened sibling
// (`admin_other`), so that it can be searched although the block is not mapped dynamically.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { withoutEmpty } from '../../../lib/clean.ts'
import { shortenTexts } from '../../../lib/shorten-texts.ts'
import type { DeriveStep, Draft } from '../../../lib/step.ts'
import type { MappingStep } from '../../mapping-step.ts'
import { type ActivityTable, isNewer } from '../activity-table.ts'
import { dottedAsMessages } from './dotted-names.ts'
import { compileTable, foldedTargets, place, store, type Targets } from './parameter-table.ts'
import { memberName, parameterValue, type SlotOrder } from './parameter-values.ts'

/** Returns the block members that targets of the table use. A parameter without a target must not overwrite them. */
function takenMembers(targets: Targets): ReadonlySet<string> {
  return new Set([...targets.values()].flatMap(({ vendor }) => vendor?.segments[0] ?? []))
}

/** Builds the step that reads the parameters of a stream into `<stream>` of the vendor block. */
function parametersOf(
  table: Pick<ActivityTable, 'stream' | 'envelope' | 'parameters' | 'prefix' | 'dottedNames'>,
): DeriveStep {
  const { stream, envelope, prefix = '' } = table
  const newer = isNewer(envelope)
  const order: SlotOrder = newer ? 'first' : 'last'
  const targets = compileTable(table.parameters)
  const folded = foldedTargets(targets)
  const taken = takenMembers(targets)
  const other = `${stream}_other`
  const targetOf = (name: string) => targets.get(name) ?? folded.get(name.toLowerCase())

  function storeEach(parameters: readonly Json[], { document, vendor, problem }: Draft): void {
    const given = vendor[stream]
    const block: JsonObject = isObject(given) ? given : {}
    let rest: JsonObject | undefined
    for (const parameter of parameters) {
      if (!isObject(parameter) || typeof parameter.name !== 'string') {
        if (withoutEmpty(parameter) !== undefined) problem('a parameter has no name')
        continue
      }
      const rawName = newer ? parameter.name.toLowerCase() : parameter.name
      const value = parameterValue(parameter, order)
      if (value === undefined) continue
      const target = targetOf(rawName)
      if (target !== undefined && store(document, block, target, value)) continue
      const name = memberName(rawName.startsWith(prefix) ? rawName.slice(prefix.length) : rawName)
      if (target === undefined && !taken.has(name)) place(block, [name], value)
      rest ??= {}
      if (rest[name] === undefined) rest[name] = value
    }
    vendor[stream] = block
    if (rest === undefined) return
    const { value, cut } = shortenTexts(rest)
    vendor[other] = value
    if (cut) document.tags = [...(document.tags ?? []), 'truncated']
  }

  return (draft) => {
    const { element, problem } = draft
    const { parameters } = element
    if (parameters === undefined || parameters === null) return
    if (!Array.isArray(parameters)) {
      problem('events.parameters is not a list')
      return
    }
    storeEach(table.dottedNames ? dottedAsMessages(parameters) : parameters, draft)
  }
}

export const parametersStep: MappingStep = {
  madeFor: ({ activity, dataset }) => {
    if (activity === undefined) throw new Error(`${dataset} has no table of parameters`)
    return parametersOf(activity)
  },
}
