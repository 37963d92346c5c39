// The ECS values that follow from an event name and its parameter values, by the tables of the application.
import type { EcsDocument, ValueOf } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import { toText } from '../../../lib/convert.ts'
import { compileLookup, type LookupTable } from '../../../lib/lookup.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import type { MappingStep } from '../../mapping-step.ts'
import type { ActivityTable, ValueClass } from '../activity-table.ts'
import { parameterValue } from './parameter-values.ts'
import { writeTargetGroup } from './targets.ts'

type ByValue = LookupTable<ValueClass>

function byValue(classes: readonly ValueClass[]): ByValue {
  return compileLookup(Object.fromEntries(classes.flatMap((each) => each.values.map((value) => [value, each]))))
}

function refine({ event }: EcsDocument, { category, type, outcome, kind }: ValueClass): void {
  if (category !== undefined) event.category = [...category]
  if (type !== undefined) event.type = [...type]
  if (outcome !== undefined) event.outcome = outcome
  if (kind !== undefined) event.kind = kind
}

function refineByParameters(document: EcsDocument, element: JsonObject, tables: ReadonlyMap<string, ByValue>): void {
  if (!Array.isArray(element.parameters)) return
  for (const parameter of element.parameters) {
    if (!isObject(parameter) || typeof parameter.name !== 'string') continue
    const classes = tables.get(parameter.name.toLowerCase())
    const text = classes && toText(parameterValue(parameter))
    const verdict = text === undefined ? undefined : classes?.get(text.toLowerCase())
    if (verdict !== undefined && (verdict.of ?? element.name) === element.name) refine(document, verdict)
  }
}

/** Users change their own accounts: the actor is the target. */
function writeOwnAccount({ user }: EcsDocument): void {
  if (user === undefined) return
  const { id, name, email, domain } = user
  user.target = present({ id, name, email, domain })
}

/** There are only a few event names. The limit protects against invented names. */
const mostNames = 1_000
const longestName = 100

interface NameVerdict {
  readonly outcome: ValueOf<'event.outcome'> | undefined
  readonly isAlert: boolean
}

function eventOf({ outcomes, alerts, refinedBy, otherwise, ownAccount }: ActivityTable): DeriveStep {
  const outcomeOf = compileLookup(outcomes)
  const alertNames = new Set(alerts)
  const tables = new Map(Object.entries(refinedBy).map(([name, classes]) => [name, byValue(classes)]))
  const verdicts = new Map<string, NameVerdict>()
  const ownNames = new Set(ownAccount === 'all' ? [] : ownAccount)
  const verdictOf = (name: string): NameVerdict => {
    const known = verdicts.get(name)
    if (known !== undefined) return known
    const folded = name.toLowerCase()
    const verdict = {
      outcome: outcomeOf.get(name) ?? outcomeOf.get(folded),
      isAlert: alertNames.has(name) || alertNames.has(folded),
    }
    if (verdicts.size < mostNames && name.length <= longestName) verdicts.set(name, verdict)
    return verdict
  }
  return ({ document, element }) => {
    const { event } = document
    const name = toText(element.name)
    if (name === undefined) {
      event.category = [...otherwise.category]
      event.type = [...otherwise.type]
    } else {
      const { outcome, isAlert } = verdictOf(name)
      if (outcome !== undefined) event.outcome = outcome
      if (isAlert) event.kind = 'alert'
    }
    if (tables.size > 0) refineByParameters(document, element, tables)
    // ECS has no category for some events (a message in a chat). Such documents have no category.
    if (event.category?.length === 0) delete event.category
    if (ownAccount === 'all' || (name !== undefined && ownNames.has(name))) writeOwnAccount(document)
    if (document.group !== undefined) writeTargetGroup(document)
  }
}

/** Sets outcome, kind and the values from parameters, in addition to the values from the event name. */
export const eventStep: MappingStep = {
  madeFor: ({ activity, dataset }) => {
    if (activity === undefined) throw new Error(`${dataset} has no table of events`)
    return eventOf(activity)
  },
}
