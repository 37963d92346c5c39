import { checkDashboards } from '../../dashboards/lib/check-dashboards.ts'
import { type Dashboard, loadDashboards } from '../../dashboards/lib/dashboard.ts'
import { emitPack, renderPack } from '../../dashboards/lib/emit.ts'
import type { DashboardLayout } from '../../dashboards/lib/kibana/dashboard-object.ts'
import type { SavedObject } from '../../dashboards/lib/kibana/saved-object.ts'
import { huntSession } from '../../dashboards/lib/kibana/search-object.ts'
import { type Content, loadContent } from '../../mappings/kernel/discover.ts'
import type { Hunt } from '../../rules/lib/hunts/hunt.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { settings } from '../config/settings.ts'
import { ContentError, readContentFolder } from '../content-check/content-folder.ts'
import { count } from '../hunt/report/words.ts'
import type { CommonOptions } from './common-options.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeIntoFolder } from './output.ts'
import { printResult } from './result.ts'

export async function dashboardsBuildCommand(
  options: CommonOptions & { out?: string; flat?: boolean },
): Promise<ExitCode> {
  const catalog = fieldCatalog(await loadMappings())
  const dashboards = await allDashboards(catalog, options.content)
  const pack = renderPack(
    dashboards.map((content) => content.value),
    { catalog, layout: options.flat === true ? 'flat' : 'sections' },
  )
  if (options.out === undefined) process.stdout.write(pack)
  else {
    const file = await writeIntoFolder(options.out, 'dashboards.ndjson', pack)
    const { length } = dashboards
    printResult(options, { file, dashboards: length }, () => `wrote ${count(length, 'dashboard')} to ${file}`)
  }
  return exitCodes.done
}

export interface ObjectOptions {
  /** A folder with own dashboards. */
  readonly content?: string | undefined
  readonly namespace?: string
  /** The Kibana space whose alerts the dashboards show; all spaces when absent. */
  readonly space?: string
}

/**
 * Everything that a deployment imports: dashboards with what they need, and the Discover sessions of the hunts. Dashboards read
 * every namespace; a hunt reads one.
 */
export async function savedObjectsOf(
  layout: DashboardLayout,
  { content, namespace = settings.namespace.default, space }: ObjectOptions = {},
): Promise<SavedObject[]> {
  const catalog = fieldCatalog(await loadMappings())
  const dashboards = (await allDashboards(catalog, content)).map(({ value }) => value)
  const hunts = await loadContent<Hunt>('rules/hunts', 'hunt')
  return [
    ...emitPack(dashboards, { catalog, layout, ...(space !== undefined && { space }) }),
    ...hunts.map(({ value }) => huntSession(value, namespace)),
  ]
}

/** Returns the dashboards of the pack and of the own folder. Throws a ContentError if one of the folder is invalid. */
async function allDashboards(catalog: FieldCatalog, folder?: string): Promise<Content<Dashboard>[]> {
  const pack = await loadDashboards()
  if (folder === undefined) return pack
  const { dashboards } = readContentFolder(folder)
  const files = new Set(dashboards.map(({ file }) => file))
  const all = [...pack, ...dashboards]
  const wrong = checkDashboards(all, catalog).filter(({ file, level }) => files.has(file) && level === 'error')
  if (wrong.length > 0) throw new ContentError(wrong)
  return all
}
