// The benign baseline is content: a tenant, and what its people, applications and administrators do when nothing is
// wrong. A month of this baseline is rendered on demand and limits the number of alerts of each rule.
import type { Step } from '../scenario.ts'

type NonEmpty<T> = readonly [T, ...T[]]

/** `3 a day`; for a habit in working hours, only working days count: 5 in a week, 22 in a month, 65 in a quarter. */
export type Rate = `${number} a ${'day' | 'week' | 'month' | 'quarter'}`

/** A repeated or single event: exactly one of `each`, `together` and `on`; none of them for a habit of leavers. */
export interface Habit {
  readonly title: string
  /** A department, `everybody`, `leavers` (once, on their last day), or `nobody`: a machine. */
  readonly who: string
  /** `person` replaces the administrator of the samples. When absent, the samples keep their own administrator. */
  readonly administrator?: 'person'
  /** `each`: rate of each person, or of each application if `who` is a machine. `together`: rate of all of them. */
  readonly each?: Rate
  readonly together?: Rate
  /** Happens once, at this offset from the month's start (`P8DT10H`), for the whole department within one hour. */
  readonly on?: string
  /** Working hours when absent. */
  readonly hours?: 'all'
  /** The tenant's application in place of the sample's, or several to choose from. `new`: a different one each time. */
  readonly app?: string | NonEmpty<string>
  /**
   * Steps of a scenario, rendered from the time at which the habit occurs. In the texts of `replace`, `{…}` is an ID of
   * this occurrence only; `{app …}` is an ID that the application keeps.
   */
  readonly steps: NonEmpty<Step>
}

/** Habits of a tenant that belong together. */
export interface Routine {
  /** `<vendor folder>/<name>` */
  readonly id: string
  readonly habits: NonEmpty<Habit>
}

/** An application of a tenant. Missing IDs are derived from its name. */
export interface TenantApp {
  /** Client ID at Microsoft or Google. */
  readonly microsoft?: string
  readonly google?: string
  /** The IP address of its servers. */
  readonly address?: string
}

/** An organization with its daily work. */
export interface Tenant {
  readonly id: string
  /** Sizes of the departments; the sum is the number of people in the tenant. */
  readonly departments: Readonly<Record<string, number>>
  /** The number of people who leave, including those who leave in the days before the month. */
  readonly leavers: number
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

/** Declares a routine. Returns the literal unchanged, so that routines stay plain data. */
export function routine(content: Routine): Routine {
  return content
}

/** Declares a tenant. Returns the literal unchanged. */
export function tenant(content: Tenant): Tenant {
  return content
}
