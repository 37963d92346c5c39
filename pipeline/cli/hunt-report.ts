// The report of a hunt: its path, and its description of the command that produced it.
import { basename, extname, join, resolve } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import type { Report } from '../hunt/report/model.ts'
import { commandLine, optionWords } from '../safe-output/command-line.ts'
import type { CommonOptions } from './common-options.ts'
import type { HuntCommandOptions } from './hunt-options.ts'
import type { StagedFiles } from './staged-files.ts'

/** Loaded when a report is written: a hunt should begin at once. */
const html = async (report: Report, file: string) =>
  (await import('../hunt/report/html/page.ts')).renderHtml(report, file)
const markdown = async (report: Report) => (await import('../hunt/report/markdown.ts')).renderMarkdown(report)
const renderers: Readonly<Record<string, (report: Report, file: string) => Promise<string>>> = {
  '.html': html,
  '.htm': html,
  '.md': markdown,
}

export const isHtml = (path: string): boolean => renderers[extname(path).toLowerCase()] === html

/** The report files of a hunt: the given paths, or by default a file next to the other results. Throws a UsageError. */
export function reportPaths({ report, out }: Pick<HuntCommandOptions, 'report' | 'out'>): readonly string[] {
  const paths = report ?? [join(out, 'report.html')]
  const odd = paths.find((path) => renderers[extname(path).toLowerCase()] === undefined)
  if (odd !== undefined) throw new UsageError(`--report ${odd}: unsupported file extension; use .html or .md`)
  const places = paths.map((path) => resolve(path))
  const twice = paths.find((_, i) => places.indexOf(places[i] as string) !== i)
  if (twice !== undefined) throw new UsageError(`--report ${twice} is repeated; give each report its own file`)
  return paths
}

export async function writeReport(report: Report, paths: readonly string[], files: StagedFiles): Promise<void> {
  for (const path of paths)
    await files.write(path, await (renderers[extname(path).toLowerCase()] as typeof html)(report, basename(path)))
}

export const commandOf = (paths: readonly string[], options: HuntCommandOptions): string =>
  commandLine(['hunt', ...optionWords(options)], paths)

/** Returns the options of a hunt that also change the results of other commands on the same inputs. */
export const sharedOptions = ({ config, environment, maxMembers, maxExtracted }: CommonOptions): string[] =>
  optionWords({ config, environment, maxMembers, maxExtracted })
