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
  /** It can wait until the next day: the application and the attacker have no access any more. */
  readonly canWait?: true
}

/** The steps in parts, each with its heading; no heading where nothing can wait. */
export function stepParts(steps: readonly Step[]): { readonly heading: string; readonly steps: readonly Step[] }[] {
  const later = steps.filter(({ canWait }) => canWait)
  if (later.length === 0) return [{ heading: '', steps }]
  return [
    { heading: 'Now', steps: steps.filter(({ canWait }) => !canWait) },
    { heading: 'Can wait until the next day', steps: later },
  ]
}

/** All steps: the application loses its access first. An attacker with a session of an account can restore this access. Irreversible steps are last. */
export function inOrder({ block, accounts, others, last }: Record<Part, readonly Step[]>): Step[] {
  const later = [...others, ...last].map((step) => ({ ...step, canWait: true }) as const)
  return [...block, ...accounts, ...later]
}

type Part = 'block' | 'accounts' | 'others' | 'last'
