import type { Dashboard } from '../../dashboards/lib/dashboard.ts'
import { renderPack } from '../../dashboards/lib/emit.ts'
import { loadContent } from '../../mappings/kernel/discover.ts'
import { fieldCatalogue } from '../catalogue.ts'
import { loadMappings } from '../chain.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeOutFile } from './output.ts'

/** `consentry dashboards build`: all dashboards as NDJSON for Kibana's saved-object import. */
export async function dashboardsBuildCommand(options: { out?: string }): Promise<ExitCode> {
  const dashboards = await loadContent<Dashboard>('dashboards', 'dashboard')
  const pack = renderPack(
    dashboards.map((content) => content.value),
    fieldCatalogue(await loadMappings()),
  )
  if (options.out === undefined) process.stdout.write(pack)
  else {
    await writeOutFile(options.out, pack)
    console.error(`${dashboards.length} dashboards written to ${options.out}`)
  }
  return exitCodes.done
}
