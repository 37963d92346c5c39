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
