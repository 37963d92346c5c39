import type { Argument, Command, Option } from 'commander'
import type { ExitCode } from '../exit.ts'

/** The arguments of the command line, then the values of the options. */
type Values = Parameters<Parameters<Command['action']>[0]>

export type CommandEntry = { readonly name: string; readonly description: string } & (
  | { readonly commands: readonly CommandEntry[] }
  | {
      readonly takes?: readonly Argument[]
      readonly options?: readonly Option[]
      /** Describes the result with `--json`, or is empty. Null for a command that prints only its log. */
      readonly json: string | null
      /** A text below the options. */
      readonly more?: string
      /** Runs when the group is called alone. */
      readonly isDefault?: boolean
      readonly hidden?: boolean
      /** Imports the code of the command when it runs, so that its help is printed at once. */
      readonly run: (...values: Values) => Promise<ExitCode>
    }
)
