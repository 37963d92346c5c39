import type { Environment } from '../../mappings/environment/environment.ts'
import { renderPack } from '../../rules/lib/emit.ts'
import { checkPack } from '../../rules/lib/validate-pack.ts'
import { renderPortable } from '../../rules/portable/emit.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { CommonOptions } from './common-options.ts'
import { loadRules } from './content.ts'
import { environmentFile, openEnvironment, withoutEndedApprovals } from './environment.ts'
import { reportBlindRules, reportIdleSettings } from './environment-report.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeIntoFolder } from './output.ts'
import { printResult } from './result.ts'
import { releaseForStack } from './stack.ts'

interface BuildOptions extends CommonOptions {
  readonly out?: string
  readonly suppression?: boolean
  readonly stack: string
  readonly for?: 'elastic-integrations'
}

export async function rulesBuildCommand(options: BuildOptions): Promise<ExitCode> {
  const isPortable = options.for === 'elastic-integrations'
  if (isPortable && options.suppression)
    throw new UsageError(
      '--suppression groups alerts by fields of the pipeline: leave it out with --for elastic-integrations',
    )
  const attack = releaseForStack(options.stack)
  const file = environmentFile(options.environment)
  const environment = withoutEndedApprovals(await openEnvironment(file), Date.now())
  const rules = await loadRules(options.content)
  const catalog = fieldCatalog(await loadMappings())
  if (isPortable) reportIgnoredSettings(environment)
  else reportIdleSettings(environment, rules, file)
  const pack = isPortable
    ? renderPortable(rules, environment, { catalog, attack })
    : renderPack(rules, environment, catalog, { ...options, attack })
  const lines = pack.split('\n').slice(0, -1)
  const refused = checkPack(lines)
  if (refused.length > 0)
    throw new UsageError(`the pack does not match the import format of Kibana:\n${refused.join('\n')}`)
  if (options.out === undefined) process.stdout.write(pack)
  else {
    const file = await writeIntoFolder(options.out, 'rules.ndjson', pack)
    const count = lines.filter((line) => line.includes('"rule_id"')).length
    const lists = lines.length - count
    printResult(
      options,
      { file, rules: count, lists },
      () => `wrote ${count} rules and ${lists} exception lists and items to ${file}`,
    )
  }
  if (!isPortable) reportBlindRules(environment, rules)
  return exitCodes.done
}

/** The portable edition cannot express these parts of an environment. */
function reportIgnoredSettings({ approvedApps, networks, administrators }: Environment): void {
  const ignored = [
    ...(approvedApps.length > 0 ? ['approved applications'] : []),
    ...(networks.length > 0 ? ['networks'] : []),
    ...(administrators.length > 0 ? ['administrators'] : []),
  ]
  if (ignored.length > 0)
    console.error(
      `the portable edition ignores ${ignored.join(', ')} of the environment file: use exceptions in Kibana`,
    )
}
