// Turns a scenario into the raw records that a tenant would have sent, in the order in which they arrive.
import type { Diagnostic } from '../../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { asPersona, personaProblem, turns } from './personas.ts'
import { rewrite } from './rewrite.ts'
import type { Scenario, Step } from './scenario.ts'
import { parseDuration, parseMoment } from './time.ts'

/** A raw record as the scenario delivers it. Times are ISO instants in UTC. */
export interface RenderedRecord {
  readonly at: string
  readonly delivered: string
  readonly sample: string
  readonly raw: string
}

/**
 * The raw records of a scenario in the order of their delivery. IDs depend only on scenario, step and repetition.
 * Throws if a time cannot be read or a sample does not exist: `checkScenario` reports the cause.
 */
export function renderScenario(content: Scenario, samples: (reference: string) => string): RenderedRecord[] {
  const start = moment(content.start, 0, content)
  const steps = content.steps.flatMap((step) => [step.at].flat().map((at) => ({ ...step, at })))
  const recorded = steps.flatMap((step, i) => renderings(content, step, i, start, samples))
  return recorded
    .sort((a, b) => a.delivered - b.delivered)
    .map(({ at, delivered, sample, raw }) => ({ at: iso(at), delivered: iso(delivered), sample, raw }))
}

type Rendering = { readonly at: number; readonly delivered: number; readonly sample: string; readonly raw: string }

function renderings(
  content: Scenario,
  step: Step & { readonly at: string },
  index: number,
  start: number,
  samples: (reference: string) => string,
): Rendering[] {
  const { sample, repeat } = step
  const texts = replacementsOf(step).map((replace) => replaceAll(samples(sample), replace))
  const every = repeat === undefined ? 0 : parseDuration(repeat.every)
  if (every === undefined) throw new Error(`scenario ${content.id}: ${step.repeat?.every} is not a duration`)
  return Array.from({ length: repeat?.times ?? 1 }, (_, round) => round).flatMap((round) => {
    const at = moment(step.at, start, content) + round * every
    const seed = [content.id, index, round].join('\0')
    const bundleSeed = `${content.id}\0bundle\0${step.bundle}\0${round}`
    const raw = rewrite(texts[round % texts.length] ?? '', {
      at,
      seed,
      ...(step.bundle !== undefined && { bundleSeed }),
    })
    if (raw === undefined) throw new Error(`scenario ${content.id}: the sample ${sample} has no time that can be moved`)
    const first = step.delivered === undefined ? at : moment(step.delivered, start, content) + round * every
    const again = (step.redelivered ?? []).map((text) => moment(text, start, content) + round * every)
    return [first, ...again].map((delivered) => ({ at, delivered, sample, raw }))
  })
}

/** The replacements of a step: one set for all repetitions, or one for each. A text precedes a persona. */
function replacementsOf({ personas = {}, replace = {}, repeat }: Step): Readonly<Record<string, string>>[] {
  const varied = Object.entries(repeat?.replace ?? {})
  const roles = Object.entries(personas).map(([name, by]) => [name, turns(name, by)] as const)
  const times = varied.length === 0 && roles.every(([, by]) => by.length === 1) ? 1 : (repeat?.times ?? 1)
  return Array.from({ length: times }, (_, round) => ({
    ...Object.assign({}, ...roles.map(([name, by]) => asPersona(name, by[round % by.length] ?? name))),
    ...replace,
    ...Object.fromEntries(varied.map(([text, values]) => [text, values[round % values.length] ?? text])),
  }))
}

function moment(text: string, start: number, { id }: Scenario): number {
  const found = parseMoment(text, start)
  if (found === undefined) throw new Error(`scenario ${id}: ${JSON.stringify(text)} is not a time`)
  return found
}

/** Returns R024 for each replacement without effect: the scenario is not what its author meant. */
export function checkReplacements({ file, value }: Content<Scenario>, samples: SampleTexts): Diagnostic[] {
  return value.steps.flatMap((step, i) => {
    const { sample, personas = {}, replace = {}, repeat } = step
    const text = samples(sample)
    if (text === undefined) return []
    const report = (member: string, message: string, hint: string): Diagnostic => ({
      code: 'R024',
      level: 'error',
      file,
      path: `steps.${i}.${member}`,
      message,
      hint,
    })
    const rounds = replacementsOf(step)
    const without = (member: string, key: string, rest: Step) => {
      const others = replacementsOf(rest)
      const changes = rounds.some((by, n) => replaceAll(text, by) !== replaceAll(text, others[n % others.length] ?? {}))
      return changes ? [] : [report(member, `${JSON.stringify(key)} changes nothing in ${sample}`, 'remove it')]
    }
    return [
      ...Object.entries(personas).flatMap(([name, by]) => {
        const problem = personaProblem(name, by, repeat?.times ?? 1)
        if (problem !== undefined) return [report('personas', problem.message, problem.hint)]
        return without('personas', name, { ...step, personas: omit(personas, name) })
      }),
      ...Object.keys(replace).flatMap((key) => without('replace', key, { ...step, replace: omit(replace, key) })),
      ...Object.keys(repeat?.replace ?? {}).flatMap((key) =>
        without('repeat.replace', key, {
          ...step,
          ...(repeat && { repeat: { ...repeat, replace: omit(repeat.replace ?? {}, key) } }),
        }),
      ),
    ]
  })
}

function omit<T>(entries: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = entries
  return rest
}

/** Returns the raw text of a sample; undefined if no sample has this name. */
type SampleTexts = (reference: string) => string | undefined

/** Replaces all texts in one pass, longest text first, so that two identities can swap places. */
function replaceAll(text: string, replacements: Readonly<Record<string, string>>): string {
  const wanted = Object.keys(replacements)
    .filter((key) => key !== '')
    .sort((a, b) => b.length - a.length)
  if (wanted.length === 0) return text
  const any = new RegExp(wanted.map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g')
  return text.replace(any, (found) => replacements[found] ?? found)
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
