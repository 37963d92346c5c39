// The report of a hunt: where it is written, and what it says of the command that made it.
import { extname, join } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import { renderHtml } from '../hunt/report/html/page.ts'
import { renderMarkdown } from '../hunt/report/markdown.ts'
import type { Report } from '../hunt/report/model.ts'
import type { HuntCommandOptions } from './hunt-options.ts'
import type { StagedFiles } from './staged-files.ts'

const renderers: Readonly<Record<string, (report: Report) => string>> = {
  '.html': renderHtml,
  '.htm': renderHtml,
  '.md': renderMarkdown,
}

/** The files that a hunt writes its report into: those that are named, else one beside the other results. Throws a UsageError. */
export function reportPaths({ report, out }: Pick<HuntCommandOptions, 'report' | 'out'>): readonly string[] {
  const paths = report ?? [join(out, 'report.html')]
  const odd = paths.find((path) => renderers[extname(path).toLowerCase()] === undefined)
  if (odd !== undefined)
    throw new UsageError(`--report ${odd}: a report is HTML or Markdown; name a file.html or a file.md`)
  return paths
}

/** Writes a report into each of the files, in the form that its name asks for. Throws a UsageError. */
export async function writeReport(report: Report, paths: readonly string[], files: StagedFiles): Promise<void> {
  for (const path of paths)
    await files.write(path, (renderers[extname(path).toLowerCase()] as typeof renderHtml)(report))
}

/** More paths than that, a shell made out of one pattern. */
const shownPaths = 20

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

/** The command line of a hunt, as it would be typed. */
export function commandOf(paths: readonly string[], options: HuntCommandOptions): string {
  const { environment, config, content, out } = options
  const given = Object.entries({ environment, config, content, out }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  )
  const more = paths.length > shownPaths ? [`(and ${paths.length - shownPaths} more)`] : []
  return [...['consentry', 'hunt', ...given, ...paths.slice(0, shownPaths)].map(quoted), ...more].join(' ')
}
