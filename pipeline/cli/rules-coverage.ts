import { type CoverageRow, coverageOf, navigatorLayer, type Vendor } from '../../rules/lib/coverage/coverage.ts'
import { elements } from '../../rules/lib/coverage/elements.ts'
import { loadProduct } from '../content-check/check.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeOutFile } from './output.ts'
import { printable } from './terminal.ts'

export interface RulesCoverageOptions {
  readonly content?: string
  readonly json?: boolean
  readonly navigator?: string
}

const vendorNames: Readonly<Record<Vendor, string>> = {
  m365: 'Microsoft 365 and Entra ID',
  'google-workspace': 'Google Workspace',
}

/** `consentry rules coverage`: T1671 element by element, with rules and evidence for each vendor. */
export async function rulesCoverageCommand(options: RulesCoverageOptions): Promise<ExitCode> {
  // Rules with the scenarios of their folders: coverage lists evidence.
  const rules = (await loadProduct(options.content)).rules.map(({ value }) => value)
  const rows = coverageOf(rules)
  if (options.navigator !== undefined)
    await writeOutFile(options.navigator, `${JSON.stringify(navigatorLayer(rules), null, 2)}\n`)
  if (options.json) console.log(JSON.stringify({ technique: 'T1671', rows }))
  else for (const line of rows.flatMap(linesOf)) console.log(line)
  return exitCodes.done
}

function linesOf({ element, vendor, rules }: CoverageRow): string[] {
  const head = `${elements[element]} · ${vendorNames[vendor]}`
  if (rules.length === 0) return [head, '    no rule']
  return [
    head,
    ...rules.map(
      ({ name, match, noMatch }) =>
        `    ${printable(name)}: matches ${match.join(', ')}; does not match ${noMatch} near ${noMatch === 1 ? 'miss' : 'misses'}`,
    ),
  ]
}
