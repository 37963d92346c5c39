// The list of the files that hunts wrote to a folder. A hunt replaces these files, and no command reads them as logs.
import { basename, join, resolve } from 'node:path'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { codeOf } from '../../mappings/kernel/thrown.ts'

export const listName = '.consentry-hunt.json'

export const resultNames = ['documents.ndjson', 'alerts.ndjson', 'dead-letters.ndjson'] as const
export const evidenceNames = ['evidence.csv', 'timeline.csv', 'timeline.jsonl', 'indicators.csv'] as const
export const appsName = 'apps.json'
export const redactedFolder = 'redacted'

/** Every file that a hunt can write, except its reports. */
export const allNames: readonly string[] = [
  ...resultNames,
  ...evidenceNames,
  appsName,
  ...evidenceNames.map((name) => join(redactedFolder, name)),
]

/** The title of a report, and the mark of its HTML form: an HTML report may have another title. */
export const reportTitle = 'Hunt for OAuth application abuse'
export const reportMark = '<meta name="generator" content="Consentry">'

/** The mark is within this number of characters from the start of the page. */
const markedBytes = 1024

/** The first line of a Markdown report of a hunt that read nothing. */
const nothingRead =
  /^# Nothing was read: (?:the input contains no records|the input could not be read|none of \d+ records? could be used)$/

/** Checks whether a text is a report of an earlier hunt: a report may be in a folder without the file list. */
export function isReportText(text: string): boolean {
  const start = text.slice(0, markedBytes).replace(/^\uFEFF/, '')
  // A browser or an editor may save a report with `\r\n`.
  const [first = '', ...more] = start.split(/\r?\n/, 2)
  if (more.length > 0 && (first === `# ${reportTitle}` || nothingRead.test(first))) return true
  return /^<!doctype html>/i.test(start) && start.includes(reportMark)
}

/** Paths are relative to the folder. */
export interface FileList {
  readonly command: string
  readonly inputs: readonly string[]
  readonly files: readonly string[]
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string')

function isFileList(value: unknown): value is FileList {
  const { command, inputs, files } = (value ?? {}) as Partial<Record<keyof FileList, unknown>>
  return typeof command === 'string' && isTexts(inputs) && isTexts(files)
}

/** The list of an earlier hunt; undefined if the folder has no list. Throws an Error for a file that is not a list. */
export function earlierHunt(folder: string): FileList | undefined {
  try {
    const list: unknown = JSON.parse(readNamedText(join(folder, listName)))
    if (isFileList(list)) return list
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Error('it does not list the files of a hunt')
}

const isReport = (path: string): boolean => basename(path) === path && /\.(?:html|md)$/i.test(path)

/**
 * The absolute paths of the results in a folder. Empty if the list is unreadable. The list can be part of the evidence,
 * so it hides no other files.
 */
export function resultsOf(folder: string): string[] {
  try {
    const files = earlierHunt(folder)?.files ?? []
    return files.filter((path) => allNames.includes(path) || isReport(path)).map((path) => resolve(folder, path))
  } catch {
    return []
  }
}
