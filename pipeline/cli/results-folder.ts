// The folder of a hunt. It contains a list of the files that hunts wrote: a hunt replaces only these files.
import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import { allNames, appsName, earlierHunt, type FileList, listName, redactedFolder } from '../framing/earlier-results.ts'
import { type Input, standardInput } from '../framing/paths.ts'
import type { HuntCommandOptions } from './hunt-options.ts'
import { attempt, makeOutFolder } from './output.ts'
import { removeLeftovers, type StagedFiles } from './staged-files.ts'

/** The list of an earlier hunt; undefined if the folder has no list. Throws a UsageError. */
const listedIn = (folder: string): Promise<FileList | undefined> =>
  attempt(join(folder, listName), async () => earlierHunt(folder))

/** Returns the identity of a file, which is the same for all links to the file. */
function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path)
    return `${dev} ${ino}`
  } catch {
    return resolve(path)
  }
}

/** A run empties its results first, and would read its own dead letters forever. */
function refuseOwnResults(inputs: readonly Input[], results: readonly string[], choice: string): void {
  const identities = new Set(results.map(identityOf))
  const own = inputs.find((input) => identities.has(identityOf(input.path)))
  if (own !== undefined) throw new UsageError(`${own.path} is both an input and a result of this run; ${choice}`)
}

const anotherFolder = 'choose another folder with --out'
const anotherFile = 'choose another file with --report'

const placeIn = (folder: string, path: string): string =>
  path === standardInput ? path : relative(resolve(folder), resolve(path))

/** Whether a file in the folder is an input of its earlier hunt, like the records of the demo. */
export async function isInputOfEarlier(folder: string, path: string): Promise<boolean> {
  return (await listedIn(folder))?.inputs.includes(placeIn(folder, path)) === true
}

export interface Claim {
  readonly options: HuntCommandOptions
  readonly paths: readonly string[]
  readonly inputs: readonly Input[]
  readonly reports: readonly string[]
  readonly command: string
  readonly staged: StagedFiles
}

/**
 * Prepares the folder of a hunt. The hunt may replace the results of an earlier hunt. Throws a UsageError if the hunt would replace
 * anything else.
 * Returns the command of the earlier hunt if it is a different command.
 */
export async function claimFolder({
  options,
  paths,
  inputs,
  reports,
  command,
  staged,
}: Claim): Promise<string | undefined> {
  const { out, apps, redact, redactKey } = options
  const results = allNames.map((name) => join(out, name))
  refuseOwnResults(inputs, results, anotherFolder)
  refuseOwnResults(inputs, reports, anotherFile)
  if (redactKey !== undefined && [...results, ...reports].map(identityOf).includes(identityOf(redactKey)))
    throw new UsageError(
      `${redactKey} is both the key file and a result of this run; choose another file with --redact-key`,
    )
  const earlier = await listedIn(out)
  const read = paths.map((path) => placeIn(out, path))
  const own = new Set(earlier?.files)
  const written = [
    ...allNames.filter(
      (name) => (name !== appsName || apps === true) && (!name.startsWith(redactedFolder) || redact === true),
    ),
    ...reports.map((path) => placeIn(out, path)),
  ]
  for (const path of written) {
    if (own.has(path)) continue
    const place = join(out, path)
    const found = await attempt(place, async () => statSync(place, { throwIfNoEntry: false }))
    if (found?.isFile() !== true) continue
    const choice = allNames.includes(path) ? anotherFolder : anotherFile
    throw new UsageError(`${place} exists, and no earlier hunt in ${out} wrote it; ${choice}, or move it`)
  }
  await makeOutFolder(out)
  removeLeftovers([...results, join(out, listName), ...reports])
  const kept = [...own].filter((path) => !written.includes(path))
  for (const path of kept) if (allNames.includes(path)) staged.remove(join(out, path))
  const files = [...written, ...kept.filter((path) => !allNames.includes(path))].sort()
  await staged.write(
    join(out, listName),
    `${JSON.stringify({ command, inputs: read, files } satisfies FileList, null, 2)}\n`,
  )
  return earlier?.command === command ? undefined : earlier?.command
}
