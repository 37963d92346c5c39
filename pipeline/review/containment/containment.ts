/** The commands that take the access of an application away, for a person to read and run. */
export interface Containment {
  /** What stops working, in sentences. */
  readonly breaks: readonly string[]
  readonly steps: readonly Step[]
  /** What the commands do not cover, and why. */
  readonly gaps: readonly string[]
}

export interface Step {
  readonly what: string
  readonly command: string
}

/** An attacker with a session goes on. Steps on many accounts would hide the others in a report. */
const mostAccountSteps = 12

/** All steps: those on accounts follow the first ones. */
export function inOrder(first: readonly Step[], accounts: readonly Step[], others: readonly Step[]): Step[] {
  return accounts.length > mostAccountSteps ? [...first, ...others, ...accounts] : [...first, ...accounts, ...others]
}
