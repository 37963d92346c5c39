// Finds sequences as Elasticsearch does. For each combination of join keys, a state machine holds at most one
// unfinished sequence in each step; a newer sequence replaces an older one. Events arrive in chronological order.
import type { FieldCatalog } from '../catalog.ts'
import { combinations } from '../combinations.ts'
import { keysOf, type SequenceQuery, type Step } from './ast.ts'
import { eventFormula, keyValues } from './evaluate.ts'

export interface SequenceEvent {
  readonly document: object
  /** `@timestamp` in milliseconds; never earlier than the time of the previous event. */
  readonly time: number
}

/** A finished sequence: its events in the order of the steps (without missing steps), and their shared key values. */
export interface FoundSequence<E extends SequenceEvent> {
  readonly events: readonly E[]
  readonly keys: readonly Key[]
}

type Key = string | number | boolean | null

/** One pass over a stream of events. The number of keys seen within `maxspan` limits its state. */
export interface SequenceRun<E extends SequenceEvent> {
  /** Takes the next event; returns the sequences that it finishes. */
  push(event: E): FoundSequence<E>[]
  /** Ends the stream: finishes the sequences that only wait for the absence of an event. */
  end(): FoundSequence<E>[]
}

interface Stage {
  readonly holds: (document: object) => boolean
  /** Returns every key combination in a document: several if a key field has a list, none if a required key is null. */
  readonly keys: (document: object) => Key[][]
}

/** A missing step between two positive steps: `after` counts the events of the unfinished sequence at that point. */
interface Gap extends Stage {
  readonly after: number
}

interface Unfinished<E> {
  readonly events: readonly E[]
  /** The time of the last leading event that must be missing, before the first event; undefined if there is none. */
  readonly leading: number | undefined
  /** The time of the first event that must be missing in the current gap; set once. */
  gap: number | undefined
  /** An event occurred that must be missing: the sequence is not reported but still replaces and is replaced. */
  readonly spoilt: boolean
}

interface Machine<E> {
  readonly keys: readonly Key[]
  readonly stages: (Unfinished<E> | undefined)[]
  /** The time of the last event of a leading missing step, and the time of the last such event at an earlier time. */
  leading: { last: number; before: number | undefined } | undefined
  /** Sequences that are complete except for a missing step at the end. */
  waiting: Unfinished<E>[]
  touched: number
}

/** A sequence compiled once, to be run over any number of streams. */
export interface CompiledSequence {
  open<E extends SequenceEvent>(): SequenceRun<E>
}

/** Compiles a sequence. A leaf that the checker refuses never holds. */
export function compileSequence(query: SequenceQuery, catalog: FieldCatalog): CompiledSequence {
  const steps = query.steps.flatMap((step) => Array.from({ length: step.runs }, () => step))
  const toStage = (step: Step): Stage => {
    const fields = keysOf(query, step).map(({ name, optional }) => {
      const values = keyValues(name, catalog)
      return optional ? values : (document: object) => values(document).filter((value) => value !== null)
    })
    return {
      holds: eventFormula(step.event, catalog).holds,
      keys: (document) => combinations(fields, document),
    }
  }
  const positive: Stage[] = []
  const leading: Stage[] = []
  const gaps: Gap[] = []
  for (const step of steps) {
    if (!step.missing) positive.push(toStage(step))
    else if (positive.length === 0) leading.push(toStage(step))
    else gaps.push({ ...toStage(step), after: positive.length })
  }
  const plan: Plan = {
    positive,
    leading,
    gaps: gaps.filter((gap) => gap.after < positive.length),
    trailing: gaps.filter((gap) => gap.after === positive.length),
    until: query.until === undefined ? undefined : toStage(query.until),
    maxspan: query.maxspan?.milliseconds ?? Number.POSITIVE_INFINITY,
  }
  return { open: <E extends SequenceEvent>() => new Run<E>(plan) }
}

interface Plan {
  readonly positive: readonly Stage[]
  readonly leading: readonly Stage[]
  readonly gaps: readonly Gap[]
  readonly trailing: readonly Stage[]
  readonly until: Stage | undefined
  readonly maxspan: number
}

class Run<E extends SequenceEvent> implements SequenceRun<E> {
  private readonly plan: Plan
  /** In the order in which the machines were last touched. */
  private readonly machines = new Map<string, Machine<E>>()

  constructor(plan: Plan) {
    this.plan = plan
  }

  push(event: E): FoundSequence<E>[] {
    const { plan } = this
    const { document, time } = event
    const found = this.forget(time)
    for (const gap of plan.gaps)
      this.each(gap, document, (machine) => {
        const unfinished = machine.stages[gap.after - 1]
        if (unfinished !== undefined && time > lastTime(unfinished)) unfinished.gap ??= time
      })
    for (const stage of plan.trailing)
      this.each(stage, document, (machine) => found.push(...this.trailingHappened(machine, time)))
    // Later steps come first, because an event cannot follow itself.
    for (let at = plan.positive.length - 1; at >= 0; at--) {
      const stage = plan.positive[at] as Stage
      if (!stage.holds(document)) continue
      for (const keys of stage.keys(document)) found.push(...this.advance(at, keys, event))
    }
    for (const stage of plan.leading)
      if (stage.holds(document))
        for (const keys of stage.keys(document)) this.leadingHappened(this.touch(keys, time), time)
    if (plan.until !== undefined)
      this.each(plan.until, document, (machine) => {
        machine.stages.fill(undefined)
      })
    return found
  }

  end(): FoundSequence<E>[] {
    const found = [...this.machines.values()].flatMap((machine) =>
      machine.waiting.map((unfinished) => this.toFound(machine, unfinished)),
    )
    this.machines.clear()
    return found
  }

  /** Advances the sequence that waits for this step; the first step starts a sequence. */
  private advance(at: number, keys: Key[], event: E): FoundSequence<E>[] {
    if (at === 0) {
      const machine = this.touch(keys, event.time)
      const { leading } = machine
      const before = leading === undefined || leading.last < event.time ? leading?.last : leading.before
      return this.place(machine, 0, { events: [event], leading: before, gap: undefined, spoilt: false })
    }
    const machine = this.machines.get(JSON.stringify(keys))
    const before = machine?.stages[at - 1]
    if (machine === undefined || before === undefined) return []
    machine.stages[at - 1] = undefined
    if (event.time - startTime(before) > this.plan.maxspan) return []
    this.touch(keys, event.time)
    const spoilt = before.spoilt || (before.gap !== undefined && before.gap < event.time)
    const { leading } = before
    return this.place(machine, at, { events: [...before.events, event], leading, gap: undefined, spoilt })
  }

  private place(machine: Machine<E>, at: number, unfinished: Unfinished<E>): FoundSequence<E>[] {
    if (at < this.plan.positive.length - 1) {
      machine.stages[at] = unfinished
      return []
    }
    if (unfinished.spoilt) return []
    const { leading, trailing, maxspan } = this.plan
    // With missing steps at both ends, one quiet end is enough. Otherwise the quiet time must be longer than maxspan.
    const quietBefore = leading.length > 0 && unfinished.leading === undefined
    if (trailing.length === 0 || quietBefore) {
      const quiet =
        quietBefore || leading.length === 0 || lastTime(unfinished) - (unfinished.leading as number) > maxspan
      return quiet ? [this.toFound(machine, unfinished)] : []
    }
    const found = this.waitedEnough(machine, lastTime(unfinished))
    machine.waiting.push(unfinished)
    return found
  }

  /** Finishes the sequences that have waited so long that an event that must be missing can no longer affect them. */
  private waitedEnough(machine: Machine<E>, now: number): FoundSequence<E>[] {
    const over = (unfinished: Unfinished<E>) => now - this.quietSince(unfinished) > this.plan.maxspan
    const found = machine.waiting.filter(over)
    machine.waiting = machine.waiting.filter((unfinished) => !over(unfinished))
    return found.map((unfinished) => this.toFound(machine, unfinished))
  }

  /** The first event of a missing step at the end decides on all waiting sequences. */
  private trailingHappened(machine: Machine<E>, time: number): FoundSequence<E>[] {
    const decided = machine.waiting.filter((unfinished) => time > lastTime(unfinished))
    machine.waiting = machine.waiting.filter((unfinished) => time <= lastTime(unfinished))
    return decided
      .filter((unfinished) => time - this.quietSince(unfinished) > this.plan.maxspan)
      .map((unfinished) => this.toFound(machine, unfinished))
  }

  /** Returns the time after which the events that must be missing have to stay absent for longer than maxspan. */
  private quietSince(unfinished: Unfinished<E>): number {
    return unfinished.leading ?? startTime(unfinished)
  }

  private leadingHappened(machine: Machine<E>, time: number): void {
    const { leading } = machine
    if (leading === undefined) machine.leading = { last: time, before: undefined }
    else if (leading.last < time) machine.leading = { last: time, before: leading.last }
  }

  /** Drops machines that can no longer finish a sequence, and finishes sequences that have waited long enough. */
  private forget(now: number): FoundSequence<E>[] {
    const { maxspan } = this.plan
    const found: FoundSequence<E>[] = []
    for (const [name, machine] of this.machines) {
      if (now - machine.touched <= maxspan) break
      found.push(...machine.waiting.map((unfinished) => this.toFound(machine, unfinished)))
      this.machines.delete(name)
    }
    return found
  }

  private each(stage: Stage, document: object, act: (machine: Machine<E>) => void): void {
    if (this.machines.size === 0 || !stage.holds(document)) return
    for (const keys of stage.keys(document)) {
      const machine = this.machines.get(JSON.stringify(keys))
      if (machine !== undefined) act(machine)
    }
  }

  private touch(keys: Key[], time: number): Machine<E> {
    const name = JSON.stringify(keys)
    const machine = this.machines.get(name) ?? {
      keys,
      stages: new Array<Unfinished<E> | undefined>(Math.max(0, this.plan.positive.length - 1)).fill(undefined),
      leading: undefined,
      waiting: [],
      touched: time,
    }
    machine.touched = time
    this.machines.delete(name)
    this.machines.set(name, machine)
    return machine
  }

  private toFound({ keys }: Machine<E>, { events }: Unfinished<E>): FoundSequence<E> {
    return { events, keys }
  }
}

function startTime<E extends SequenceEvent>({ events }: Unfinished<E>): number {
  return (events[0] as E).time
}

function lastTime<E extends SequenceEvent>({ events }: Unfinished<E>): number {
  return (events[events.length - 1] as E).time
}
