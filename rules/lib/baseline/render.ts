// Renders the daily work of a tenant as raw records: each occurrence of a habit is a small scenario.
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { renderScenario } from '../scenario/render.ts'
import type { RenderedRecord, Step } from '../scenario.ts'
import { guid } from './chance.ts'
import { type App, newApp, toApp } from './people.ts'
import { asAdministrator, asApp, asUser } from './personas.ts'
import { type Occurrence, plan } from './plan.ts'
import type { Routine, Tenant } from './routine.ts'

/** Yields the raw records of a tenant for the month and the time before, in the order in which the habits occur. */
export function* render(
  tenant: Tenant,
  routines: readonly Routine[],
  samples: (reference: string) => string,
): Generator<RenderedRecord> {
  const wanted = textsWithin(samples)
  const replacementOf = replacing(tenant)
  for (const occurrence of plan(tenant, routines)) {
    const replacement = replacementOf(occurrence)
    const steps = occurrence.habit.steps.map((step) => withPersonas(step, replacement, occurrence, wanted(step.sample)))
    yield* renderScenario(
      {
        id: `${tenant.id}/${occurrence.id}`,
        title: occurrence.habit.title,
        start: new Date(occurrence.at).toISOString(),
        steps,
      },
      samples,
    )
  }
}

type Texts = Readonly<Record<string, string>>

interface Replacement {
  /** Texts of a persona and what replaces them, one list for each persona. */
  readonly texts: readonly Texts[]
  readonly app?: App
}

/** Returns a function that gives the replacements of an occurrence, computed once for each person and application. */
function replacing(tenant: Tenant): (occurrence: Occurrence) => Replacement {
  const users = memoize(asUser)
  const administrators = memoize(asAdministrator)
  const apps = new Map<string, App>()
  const roles = memoize(asApp)
  return ({ id, habit, person, app: name }) => {
    const app = name === undefined ? undefined : (apps.get(name) ?? appOf(tenant, name, id))
    if (app !== undefined && name !== undefined && name !== 'new') apps.set(name, app)
    const texts = [
      ...(person === undefined ? [] : [users(person)]),
      ...(person === undefined || habit.administrator === undefined ? [] : [administrators(person)]),
      ...(app === undefined ? [] : [roles(app)]),
    ]
    return { texts, ...(app === undefined ? {} : { app }) }
  }
}

function memoize<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => lookedUp(made, key, () => make(key))
}

function appOf(tenant: Tenant, name: string, id: string): App {
  if (name === 'new') return newApp(tenant, id)
  if (tenant.apps[name] === undefined) throw new Error(`tenant ${tenant.id} has no application ${name}`)
  return toApp(tenant, name)
}

type Within = (texts: Texts) => [string, string][]

/** Returns a step with an occurrence's people and application. Replacements in the step itself take precedence. */
function withPersonas(step: Step, { texts, app }: Replacement, { id }: Occurrence, within: Within): Step {
  const filled = Object.entries(step.replace ?? {}).map(([text, by]) => [
    text,
    by.replace(/\{(app )?[^{}]+\}/g, (name, kept) => guid(kept === undefined ? id : (app?.principal ?? id), name)),
  ])
  return { ...step, replace: Object.fromEntries([...texts.flatMap(within), ...filled]) }
}

/** Returns only the persona texts that a sample contains, which are few. */
function textsWithin(samples: (reference: string) => string): (reference: string) => Within {
  const known = new Map<string, Map<string, boolean>>()
  return (reference) => {
    const found = lookedUp(known, reference, () => new Map())
    const holds = (text: string) => lookedUp(found, text, () => samples(reference).includes(text))
    return (texts) => Object.entries(texts).filter(([text]) => holds(text))
  }
}
