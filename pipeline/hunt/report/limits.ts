// The limits of a report: it is for a person, and a hunt may have a million records and ten thousand alerts. Omitted
// parts are counted, and the report names the file that contains them.
export const limits = {
  /** The number of applications with alerts that have a card, and of applications that have a row. */
  cards: 25,
  rows: 200,
  /** The number of groups of applications that may belong to one campaign. */
  campaigns: 5,
  /** The number of applications whose cards a printout contains in full: the most severe ones. */
  printed: 2,
  /** Applications with kept alerts, applications with separately counted alerts, and applications with tracked acts. */
  noted: 2_000,
  groups: 50_000,
  trails: 20_000,
  /** The first and the last alerts of one rule on one application, and their events. */
  firstAlerts: 3,
  lastAlerts: 2,
  events: 5,
  /** The distinct reasons of all alerts. */
  reasons: 20_000,
  /** The first and the last acts on an application. More last acts are kept once it has an alert. */
  firstActs: 6,
  lastActs: 10,
  lastActsOfAlerted: 24,
  /** The tokens of one application, and the tokens of all sign-ins. */
  tokensOfApp: 1_000,
  tokens: 200_000,
  rulesOfApp: 100,
  tierReasons: 3,
  lanes: 8,
  /** Accounts with their own lane of sign-ins. */
  signInLanes: 3,
  /** Keys of an application that are followed. */
  keys: 64,
  grants: 25,
  scopes: 12,
  steps: 24,
  accountsOfApp: 50,
  accounts: 100,
  /** Indicators of each kind: addresses, user agents, redirect URIs, … */
  indicatorsOfKind: 50,
  inventory: 100,
  inputs: 50,
  tenants: 20,
  messages: 20,
  names: 12,
  /** Addresses with separately counted records. */
  addresses: 100_000,
  columns: 62,
  days: 4_000,
  /** Characters of a sentence, of a name, and of an id. */
  sentence: 600,
  name: 120,
  id: 200,
} as const

/** The kinds of objects that may exceed the limits, so that the report does not follow all of them. */
export type LeftOut = 'accounts' | 'applications' | 'days'

/** The shown part of a list, and the number of omitted members. */
export interface Capped<T> {
  readonly shown: readonly T[]
  readonly more: number
}

export function capped<T>(all: readonly T[], most: number): Capped<T> {
  return { shown: all.slice(0, most), more: Math.max(0, all.length - most) }
}

export function cappedMap<T, U>({ shown, more }: Capped<T>, make: (each: T) => U): Capped<U> {
  return { shown: shown.map(make), more }
}
