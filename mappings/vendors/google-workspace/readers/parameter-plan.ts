// Events of one name nearly always have the same parameters in the same order. What a sequence of names makes of the block
// is found once, by the general way, and kept as a function that makes the block at once. The text of such a function is
// made of names from our own tables, never of anything a record holds.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { place, type Target, writeEcs } from './parameter-table.ts'
import { parameterValue } from './parameter-values.ts'

/** What the parameters so far make. */
interface Made {
  readonly targets: readonly Target[]
  /** Some of it is ECS, too. */
  readonly ecs: boolean
  block(values: readonly Json[]): JsonObject
}

/** Where the names of an event's parameters lead, one after the other. */
interface Step {
  readonly before: Step | undefined
  readonly target: Target | undefined
  /** The name that came first after it, and nearly always comes. */
  name: string | undefined
  next: Step | undefined
  others: Map<string, Step> | undefined
  made: Made | undefined
}

/** What a stranger makes up must not grow without end. */
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

/** The literal of a block that has positions in the place of values. */
function literal(block: Json | undefined): string {
  if (!isObject(block)) return `values[${block}]`
  const members = Object.keys(block).map((name) => `${JSON.stringify(name)}: ${literal(block[name])}`)
  return `{ ${members.join(', ')} }`
}

/** Where a value ends up depends on the names alone, as long as none is an object. */
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
 * Compiles the making of a stream's block where all parameters have their places in it. The function gives nothing, and
 * has written nothing, where one is out of the ordinary: then they are stored one by one.
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

  /** The step after one by a name that is not the usual one. */
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
