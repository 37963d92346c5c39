// The times at which each habit occurs: by its rate, on working days or on all days, and always at the same times.
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import { parseDuration, parseInstant } from '../scenario/time.ts'
import { fraction, whole } from './chance.ts'
import { type Person, peopleOf } from './people.ts'
import type { Habit, Rate, Routine, Tenant } from './routine.ts'

export interface Occurrence {
  /** Unique within the rendered period of the tenant. */
  readonly id: string
  readonly habit: Habit
  /** Epoch milliseconds. */
  readonly at: number
  /** Absent if a machine has the habit. */
  readonly person?: Person
  /** The name of the application that the occurrence is about. */
  readonly app?: string
}

/** Start and end of the rendered month in epoch milliseconds, end excluded. */
export function monthOf({ id, month }: Tenant): { begin: number; end: number } {
  const begin = parseInstant(month.start)
  if (begin === undefined) throw new Error(`tenant ${id}: ${JSON.stringify(month.start)} is not a time`)
  return { begin, end: begin + month.days * dayMs }
}

/** Returns all occurrences in the month of a tenant and in the period before it, in chronological order. */
export function plan(tenant: Tenant, routines: readonly Routine[]): Occurrence[] {
  const people = peopleOf(tenant)
  const lastDays = leavingTimes(tenant, people)
  const gone = ({ habit, person, at }: Occurrence) =>
    habit.who !== 'leavers' && person !== undefined && at >= (lastDays.get(person) ?? Number.POSITIVE_INFINITY)
  return routines
    .flatMap(({ id, habits }) =>
      habits.flatMap((habit, i) => occurrences({ tenant, people, lastDays }, habit, `${id}.${i}`)),
    )
    .filter((occurrence) => !gone(occurrence))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

interface Workforce {
  readonly tenant: Tenant
  readonly people: readonly Person[]
  readonly lastDays: ReadonlyMap<Person, number>
}

function occurrences({ tenant, people, lastDays }: Workforce, habit: Habit, name: string): Occurrence[] {
  const apps = [habit.app ?? []].flat()
  const oneOf = (id: string) =>
    apps.length === 0 ? {} : { app: apps[whole(apps.length, tenant.id, id, 'app')] as string }
  if (habit.who === 'leavers')
    return [...lastDays].map(([person, at]) => {
      const id = `${name}.${person.address}`
      return { id, habit, at, person, ...oneOf(id) }
    })
  const group = people.filter(({ department }) => habit.who === 'everybody' || habit.who === department)
  if (habit.who !== 'nobody' && group.length === 0)
    throw new Error(`${name}: ${tenant.id} has no department ${habit.who}`)
  const { each, together, on } = habit
  if (on !== undefined) return once(tenant, habit, on, name, group).map((time) => ({ ...time, ...oneOf(name) }))
  if (each === undefined)
    return times(tenant, habit, together, name).map((time) => {
      const person = group[whole(group.length, tenant.id, time.id, 'person')]
      return { ...time, ...oneOf(time.id), ...(person === undefined ? {} : { person }) }
    })
  if (habit.who === 'nobody')
    return apps.flatMap((app) => times(tenant, habit, each, `${name}.${app}`).map((time) => ({ ...time, app })))
  return group.flatMap((person) => {
    const own = `${name}.${person.address}`
    return times(tenant, habit, each, own).map((time) => ({ ...time, ...oneOf(own), person }))
  })
}

function once(
  tenant: Tenant,
  habit: Habit,
  on: string,
  name: string,
  group: readonly Person[],
): Omit<Occurrence, 'app'>[] {
  const after = parseDuration(on)
  if (after === undefined) throw new Error(`${name}: ${JSON.stringify(on)} is not a duration`)
  const first = monthOf(tenant).begin + after
  if (group.length === 0) return [{ id: name, habit, at: first }]
  return group.map((person) => {
    const id = `${name}.${person.address}`
    return { id, habit, at: first + Math.floor(hourMs * fraction(tenant.id, id, 'time')), person }
  })
}

/** Returns the time at which each person leaves, spread over the whole period. */
function leavingTimes(tenant: Tenant, people: readonly Person[]): Map<Person, number> {
  const { end } = monthOf(tenant)
  const recorded = (tenant.month.days + tenant.month.past) * dayMs
  const step = people.length / Math.max(tenant.leavers, 1)
  return new Map(
    Array.from({ length: tenant.leavers }, (_, i) => {
      const day = Math.floor((end - recorded * ((i + 0.5) / tenant.leavers)) / dayMs) * dayMs
      return [people[Math.floor((i + 0.5) * step)] as Person, day + 16 * hourMs] as const
    }),
  )
}

type Time = Omit<Occurrence, 'person' | 'app'>

const workingDays = { day: 1, week: 5, month: 22, quarter: 65 } as const
const allDays = { day: 1, week: 7, month: 30, quarter: 91 } as const

/** The history of a habit is rendered at most once a week for each person with the habit. */
const mostOften = 1 / 7

/** Returns the times of a habit for one person, or for all people together. */
function times(tenant: Tenant, habit: Habit, rate: Rate | undefined, name: string): Time[] {
  if (rate === undefined) throw new Error(`${name}: "${habit.title}" has no frequency`)
  const { begin, end } = monthOf(tenant)
  const always = habit.hours === 'all'
  const [count, , unit] = rate.split(' ') as [string, string, keyof typeof allDays]
  const daily = Number(count) / (always ? allDays : workingDays)[unit]
  // Rules do not look back for acts of people without an application, so these acts need no history.
  const past = habit.each !== undefined && habit.app === undefined ? 0 : Math.min(daily, mostOften)
  const found: Time[] = []
  let due = fraction(tenant.id, name, 'first')
  for (let day = begin - tenant.month.past * dayMs; day < end; day += dayMs) {
    if (!always && isWeekend(day)) continue
    for (due += day < begin ? past : daily; due >= 1; due--) {
      const id = `${name}.${found.length}`
      const [from, hours] = always ? [0, 24] : [7.5, 10]
      found.push({ id, habit, at: day + Math.floor((from + hours * fraction(tenant.id, id, 'time')) * hourMs) })
    }
  }
  return found
}

function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(day).getUTCDay())
}
