// Prints command results on standard output. All commands use this module, so `--json` has one meaning.
import type { CommonOptions } from './common-options.ts'
import { safeJson } from './terminal.ts'

/** Prints the result: with `--json` as one line of JSON, otherwise as lines of text. */
export function printResult(
  { json = false }: Pick<CommonOptions, 'json'>,
  value: unknown,
  lines: () => string | readonly string[],
): void {
  for (const line of json ? [safeJson(value)] : [lines()].flat()) console.log(line)
}
