import { checkDashboards } from '../../dashboards/lib/check-dashboards.ts'
import type { Dashboard } from '../../dashboards/lib/dashboard.ts'
import { renderPack } from '../../dashboards/lib/emit.ts'
import { type Content, loadContent } from '../../mappings/kernel/discover.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { ContentError, readContentFolder } from '../content-check/content-folder.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeOutFile } from './output.ts'

/** `consentry dashboards build`: all dashboards as NDJSON for Kibana's saved-object import. */
export async function dashboardsBuildCommand(options: { out?: string; content?: string }): Promise<ExitCode> {
  const catalog = fieldCatalog(await loadMappings())
  const dashboards = await loadDashboards(catalog, options.content)
  const pack = renderPack(
    dashboards.map((content) => content.value),
    catalog,
  )
  if (options.out === undefined) process.stdout.write(pack)
  else {
    await writeOutFile(options.out, pack)
    console.error(`wrote ${dashboards.length} dashboards to ${options.out}`)
  }
  return exitCodes.done
}

/** The dashboards of the pack, and those of an organization's own folder; throws a ContentError where one of these is wrong. */
export async function loadDashboards(catalog: FieldCatalog, folder?: string): Promise<Content<Dashboard>[]> {
  const pack = await loadContent<Dashboard>('dashboards', 'dashboard')
  if (folder === undefined) return pack
  const { dashboards } = readContentFolder(folder)
  const files = new Set(dashboards.map(({ file }) => file))
  const all = [...pack, ...dashboards]
  const wrong = checkDashboards(all, catalog).filter(({ file, level }) => files.has(file) && level === 'error')
  if (wrong.length > 0) throw new ContentError(wrong)
  return all
}
