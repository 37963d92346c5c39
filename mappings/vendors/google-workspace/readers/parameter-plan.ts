// Events with the same name nearly always have the same parameters in the same order. The effect of a name sequence on
// the block is determined once, by the general code, and kept as a function that builds the block directly. The text of
// this function contains only names from our own tables, and never text from a record.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { place, type Target, writeEcs } from './parameter-table.ts'
import { parameterValue } from './parameter-values.ts'

/** The result of the parameters up to a step. */
interface Made {
  readonly targets: readonly Target[]
  /** True if some of the parameters also set ECS fields. */
  readonly ecs: boolean
  block(values: readonly Json[]): JsonObject
}

/** A node in the tree of an event's parameter name sequences. */
interface Step {
  readonly before: Step | undefined
  readonly target: Target | undefined
  /** The first name that was seen after this node, and nearly always the only one. */
  name: string | undefined
  next: Step | undefined
  others: Map<string, Step> | undefined
  made: Made | undefined
}

/** A limit, because hostile input could otherwise create steps without end. */
const mostSteps = 4_000
const mostParameters = 50

const newStep = (before?: Step, target?: Target): Step => ({
  before,
  target,
  name: undefined,
  next: undefined,
  others: undefined,
  made: undefined,
})

/** Returns the source text of an object literal. The block has positions in place of values. */
function literal(block: Json | undefined): string {
  if (!isObject(block)) return `values[${block}]`
  const members = Object.keys(block).map((name) => `${JSON.stringify(name)}: ${literal(block[name])}`)
  return `{ ${members.join(', ')} }`
}

/** The path of a value depends only on the names, if no value is an object. */
function compileMade(last: Step): Made {
  const targets: Target[] = []
  for (let step = last; step.before !== undefined; step = step.before) targets.unshift(step.target as Target)
  const block: JsonObject = {}
  targets.forEach(({ vendor }, position) => {
    if (vendor !== undefined) place(block, vendor.segments, position, vendor.wins)
  })
  return {
    targets,
    ecs: targets.some(({ ecs, writeRole }) => ecs !== undefined || writeRole !== undefined),
    block: new Function('values', `"use strict"; return ${literal(block)}`) as Made['block'],
  }
}

/**
 * Compiles the function that builds a stream's block if all parameters have a place in it. If a parameter is unusual,
 * the function returns undefined without writing anything, and the caller stores the parameters one by one.
 */
export function compilePlan(
  targetOf: (name: string) => Target | undefined,
): (event: string, parameters: readonly Json[], document: EcsDocument) => JsonObject | undefined {
  const roots = new Map<string, Step>()
  let steps = 0
  const values: Json[] = []
  const given: Json[] = []

  function rootOf(event: string): Step | undefined {
    const known = roots.get(event)
    if (known !== undefined || steps >= mostSteps || event.length > 100) return known
    steps++
    const root = newStep()
    roots.set(event, root)
    return root
  }

  /** Returns the step for a name other than `step.name`. Creates the step if the limit allows it. */
  function turn(step: Step, name: string): Step | undefined {
    const other = step.others?.get(name)
    if (other !== undefined || steps >= mostSteps) return other
    const target = targetOf(name)
    if (target === undefined || target.members !== undefined) return undefined
    steps++
    const next = newStep(step, target)
    if (step.name === undefined) {
      step.name = name
      step.next = next
    } else {
      step.others ??= new Map()
      step.others.set(name, next)
    }
    return next
  }

  return (event, parameters, document) => {
    let step = parameters.length > mostParameters ? undefined : rootOf(event)
    let count = 0
    for (let i = 0; i < parameters.length && step !== undefined; i++) {
      const parameter = parameters[i]
      if (!isObject(parameter) || typeof parameter.name !== 'string') return undefined
      const value = parameterValue(parameter)
      if (value === undefined) continue
      step = step.name === parameter.name ? step.next : turn(step, parameter.name)
      if (step === undefined) return undefined
      const { takesText, vendor, ecs } = step.target as Target
      const kept = takesText && typeof value === 'string' ? value : (vendor ?? ecs)?.convert(value)
      if (kept === undefined || isObject(kept)) return undefined
      values[count] = kept
      given[count] = value
      count++
    }
    if (step === undefined) return undefined
    step.made ??= compileMade(step)
    const { ecs, targets, block } = step.made
    if (ecs) for (let i = 0; i < count; i++) writeEcs(document, targets[i] as Target, given[i] as Json)
    return block(values)
  }
}
