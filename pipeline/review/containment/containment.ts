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

/** Steps for many accounts would hide the other steps in a report. */
const mostAccountSteps = 12

/** All steps. An attacker with the session of an account can create the application again: these accounts come first. */
export function inOrder(
  exposed: readonly Step[],
  first: readonly Step[],
  accounts: readonly Step[],
  others: readonly Step[],
): Step[] {
  if (exposed.length + accounts.length > mostAccountSteps) return [...first, ...others, ...exposed, ...accounts]
  return [...exposed, ...first, ...accounts, ...others]
}
