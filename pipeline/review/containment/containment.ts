import type { ReviewedApp } from '../review.ts'

/** The commands that remove the access of an application. A person reads and runs them. */
export interface Containment {
  /** The functions that stop working, in sentences. */
  readonly breaks: readonly string[]
  readonly steps: readonly Step[]
  /** The gaps that the commands do not cover, with reasons. */
  readonly gaps: readonly string[]
}

export interface Step {
  readonly what: string
  readonly command: string
  /** It can wait until the next day: the application and the attacker have no access any more. */
  readonly canWait?: true
  /** It only prepares the next commands and changes nothing in the tenant: a summary omits it. */
  readonly prepares?: true
}

/** Steps with the same command once. */
export const distinctSteps = (steps: readonly Step[]): Step[] => [
  ...new Map(steps.map((step) => [step.command, step])).values(),
]

/** The steps in parts, each with its heading; no heading where nothing can wait. */
export function stepParts(steps: readonly Step[]): { readonly heading: string; readonly steps: readonly Step[] }[] {
  const later = steps.filter(({ canWait }) => canWait)
  if (later.length === 0) return [{ heading: '', steps }]
  return [
    { heading: 'Now', steps: steps.filter(({ canWait }) => !canWait) },
    { heading: 'Can wait until the next day', steps: later },
  ]
}

/** Orders steps: the application's access first, which an attacker's session can restore; irreversible steps last. */
export function inOrder({ block, accounts, others, last }: Record<Part, readonly Step[]>): Step[] {
  const later = [...others, ...last].map((step) => ({ ...step, canWait: true }) as const)
  return [...block, ...accounts, ...later]
}

type Part = 'block' | 'accounts' | 'others' | 'last'

/** The accounts whose sessions the commands end: the application acted for them, or an attacker may know their password. */
export function accountsOf({ unproven, exposed, actedFor }: ReviewedApp): string[] {
  return [...new Set([...(unproven?.account === undefined ? [] : [unproven.account]), ...exposed, ...actedFor])]
}
