// The benign baseline is content: a tenant, and what its people, applications and administrators do when nothing is wrong.
// A month of it is rendered on the fly, and limits the number of alerts of each rule.
import type { Step } from '../scenario.ts'

type NonEmpty<T> = readonly [T, ...T[]]

/** `3 a day`, of working days where the habit keeps working hours; a week, a month and a quarter have 5, 22 and 65 of them. */
export type Rate = `${number} a ${'day' | 'week' | 'month' | 'quarter'}`

/** Something that happens again and again, or once: one of `each`, `together` and `on`, none for leavers. */
export interface Habit {
  readonly title: string
  /** A department, `everybody`, `leavers` (once, on their last day), or `nobody`: a machine. */
  readonly who: string
  /** Who stands for the administrator of the samples; their own administrator when absent. */
  readonly administrator?: 'person'
  /** How often each of them does it, of machines each application, or all of them together. */
  readonly each?: Rate
  readonly together?: Rate
  /** Once, so long after the month begins (`P8DT10H`): for everybody of the department within the hour. */
  readonly on?: string
  /** Working hours when absent. */
  readonly hours?: 'all'
  /** The application of the tenant that stands for the one of the samples, or one of several; `new` is another each time. */
  readonly app?: string | NonEmpty<string>
  /**
   * Steps of a scenario, rendered from the time at which the routine occurs. In the texts of `replace`, `{…}` is an id of this
   * time alone, `{app …}` one that the application keeps.
   */
  readonly steps: NonEmpty<Step>
}

/** What belongs together in the life of a tenant. */
export interface Routine {
  /** `<vendor folder>/<name>` */
  readonly id: string
  readonly habits: NonEmpty<Habit>
}

/** An application of a tenant; ids that it does not say follow from its name. */
export interface TenantApp {
  /** Client id with Microsoft, with Google. */
  readonly microsoft?: string
  readonly google?: string
  /** Where its servers are. */
  readonly address?: string
}

/** An organization with its daily work. */
export interface Tenant {
  readonly id: string
  /** Sizes of the departments: together everybody who works there. */
  readonly departments: Readonly<Record<string, number>>
  /** The number of people that leave, the days before the month included. */
  readonly leavers: number
  /** Mail domain. */
  readonly domain: string
  readonly apps: Readonly<Record<string, TenantApp>>
  readonly month: {
    /** Midnight in UTC, an ISO instant. */
    readonly start: string
    readonly days: number
    /** Days before the month, with fewer records: rules and the entity store need a history. */
    readonly past: number
  }
}

/** Declares a routine. It hands the literal back: routines stay plain data. */
export function routine(content: Routine): Routine {
  return content
}

/** Declares a tenant. It hands the literal back. */
export function tenant(content: Tenant): Tenant {
  return content
}
