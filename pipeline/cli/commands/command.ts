import type { Command } from 'commander'
import type { ExitCode } from '../exit.ts'

export interface CommandContext {
  readonly version: string
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void
}

/**
 * Adds arguments, options and the action to a command. The code of the command is imported when it runs, so that its
 * help is printed at once.
 */
export type DefineCommand = (command: Command, context: CommandContext) => void

/** A row of the table of commands: a command with its definition, or a group of commands. */
export type CommandEntry = {
  readonly name: string
  readonly description: string
} & (
  | { readonly commands: readonly CommandEntry[] }
  | {
      /** Its arguments, for the help of the group. */
      readonly takes?: string
      /** Runs when the group is called alone. */
      readonly isDefault?: boolean
      readonly hidden?: boolean
      readonly load: () => Promise<{ readonly define: DefineCommand }>
    }
)
