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

/** All steps: the application loses its access first. An attacker with a session of an account can restore this access. Irreversible steps are last. */
export function inOrder({ block, accounts, others, last }: Record<Part, readonly Step[]>): Step[] {
  return accounts.length > mostAccountSteps
    ? [...block, ...others, ...accounts, ...last]
    : [...block, ...accounts, ...others, ...last]
}

type Part = 'block' | 'accounts' | 'others' | 'last'
