/** Options that several commands have. The entry of a command in `commands` lists those that it reads. */
export interface CommonOptions {
  readonly config?: string | undefined
  readonly environment?: string
  readonly content?: string
  /** The space of Kibana. */
  readonly space?: string
  readonly since?: string
  readonly until?: string
  readonly dryRun?: boolean
  readonly json?: boolean | undefined
  readonly quiet?: boolean | undefined
  /** Limits of ZIP archives: members, and gigabytes that they extract to. */
  readonly maxMembers?: number
  readonly maxExtracted?: number
}
