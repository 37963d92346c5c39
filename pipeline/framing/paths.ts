import { type Stats, statSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { tooManyFiles } from '../../mappings/kernel/open-files.ts'
import { table } from '../../mappings/kernel/table.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError, type DependencyErrorCode } from '../errors/dependency-error.ts'
import { isEmptyCollection } from './collections.ts'
import { listName, resultsOf } from './earlier-results.ts'
import { isBesides } from './foreign-formats.ts'
import { isZip } from './zip.ts'

/** A file to read, with its name in reports, or standard input. */
export interface Input {
  readonly path: string
  /** Size on disk; absent if not known in advance. */
  readonly size?: number
  /** The time of the last write to the file; absent for standard input and other inputs that are not files. */
  readonly writtenAt?: Date
  /** A named pipe: it opens when something writes to it. */
  readonly isPipe?: true
  /** The only member of a ZIP archive to read. */
  readonly member?: string
  /** The reason why the input cannot be read, if known in advance. */
  readonly failure?: DependencyError
}

export interface WalkOptions {
  /** Called for each result of an earlier hunt. */
  readonly onResult?: ((path: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export const standardInput = '-'

/**
 * Returns files as given, members of ZIP archives (`export.zip/audit.json`), and all files below folders, sorted. In
 * folders, skips names that start with a dot, files about the export (readme, license), and the results of earlier
 * hunts, which `onResult` receives. A link to a folder outside the named folder fails: it may lead to the whole disk.
 * Reads no file until all paths are known to exist. An unreadable file below a folder fails only when it is read.
 */
export async function resolveInputs(paths: readonly string[], options: WalkOptions = {}): Promise<Input[]> {
  const inputs: Input[] = []
  for (const path of paths)
    for (const input of path === standardInput ? [{ path }] : await resolveInput(path, options)) inputs.push(input)
  return inputs
}

async function resolveInput(path: string, { onResult, signal }: WalkOptions): Promise<Input[]> {
  const member = memberOf(path)
  if (member !== undefined) return [member]
  const stats = await stat(path).catch((error: unknown) => {
    throw inputError(path, error)
  })
  if (stats.isFile()) return [fileInput(path, stats)]
  if (stats.isFIFO()) return [{ path, isPipe: true }]
  if (!stats.isDirectory()) return [{ path, ...(isEndless(path, stats) && { failure: endless(path) }) }]
  const results = new Set<string>()
  const found: Input[] = []
  await walkFolder(path, { results, found, seen: new Set(), signal })
  const inputs: Input[] = []
  for (const input of found) {
    if (results.has(resolve(input.path))) onResult?.(input.path)
    else inputs.push(input)
  }
  if (inputs.length > 0 || isEmptyCollection(path)) return inputs
  const hidden = (await readdir(path)).filter(isBesides).length
  const skipped = hidden === 0 ? '' : ` to read (skipped: ${hidden} with a hidden name or a name such as readme)`
  const content = found.length === 0 ? `no files${skipped}` : 'only the results of earlier hunts'
  const message = `${path} contains ${content}: name the folder that contains the export`
  return [{ path, failure: new DependencyError('input_empty', message) }]
}

/** Standard input may be a terminal. Other devices, such as /dev/zero, may never end. */
const isEndless = (path: string, stat: Stats): boolean =>
  stat.isCharacterDevice() && path !== '/dev/stdin' && path !== '/dev/null'

function endless(path: string): DependencyError {
  const message = `cannot read ${path}: a device may never end; name a file, a folder, a named pipe or /dev/stdin`
  return new DependencyError('input_unreadable', message)
}

/** Returns the archive member for a path into a ZIP archive, in the form of `source` and dead letters. */
function memberOf(path: string): Input | undefined {
  for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) {
    const archive = path.slice(0, end)
    const stat = statSync(archive, { throwIfNoEntry: false })
    if (stat === undefined) return undefined
    if (stat.isFile())
      return attempt(archive, () =>
        isZip(archive) ? { ...fileInput(archive, stat), member: path.slice(end + 1) } : undefined,
      )
  }
  return undefined
}

function fileInput(path: string, { size, mtime }: Stats): Input {
  return { path, size, writtenAt: mtime }
}

interface Walk {
  /** The paths of earlier results. */
  readonly results: Set<string>
  readonly found: Input[]
  /** Links can lead to a folder twice, or in a circle: it is read once. The first is the folder that the user named. */
  readonly seen: Set<string>
  readonly signal: AbortSignal | undefined
}

/** The number of names that the walk reads before an interrupt can end it. */
const namesAtOnce = 256

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  const { results, found, seen, signal } = walk
  signal?.throwIfAborted()
  try {
    const place = await realpath(folder)
    if (seen.has(place)) return
    const [root = place] = seen
    if (!join(place, sep).startsWith(join(root, sep))) {
      const message = `cannot read ${folder}: this link was not followed, because it leads out of the folder; name its target in the command`
      throw new DependencyError('input_unreadable', message)
    }
    seen.add(place)
    const names = await readdir(folder)
    if (names.includes(listName)) for (const path of resultsOf(folder)) results.add(path)
    const wanted = names.filter((each) => !isBesides(each)).sort()
    for (const [i, name] of wanted.entries()) {
      if (i % namesAtOnce === namesAtOnce - 1) {
        await setImmediate()
        signal?.throwIfAborted()
      }
      const path = join(folder, name)
      const input = inputAt(path)
      if (input === undefined) await walkFolder(path, walk)
      else found.push(input)
    }
  } catch (error) {
    if (signal?.aborted === true) throw error
    found.push({ path: folder, failure: inputError(folder, error) })
  }
}

/** Returns undefined for a folder. A promise for each of many files would take most of the time of a walk. */
function inputAt(path: string): Input | undefined {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) return undefined
    if (stats.isFile()) return fileInput(path, stats)
    const message = `cannot read ${path}: it is not a regular file; to read a named pipe, name it in the command`
    throw new DependencyError('input_unreadable', message)
  } catch (error) {
    return { path, failure: inputError(path, error) }
  }
}

function attempt<T>(path: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw inputError(path, error)
  }
}

const reasons: Readonly<Record<string, readonly [code: DependencyErrorCode, text: string]>> = table({
  ENOENT: ['input_missing', 'the file does not exist; check the path'],
  EACCES: ['input_denied', 'permission denied; run the command as a user with read permission'],
  EPERM: ['input_denied', 'permission denied; run the command as a user with read permission'],
  EMFILE: ['input_unreadable', tooManyFiles],
  ENFILE: ['input_unreadable', tooManyFiles],
  ENOTDIR: ['input_missing', 'a part of the path is not a folder; check the path'],
})

const notUtf8 = ['input_unreadable', 'its name is not UTF-8; rename the file'] as const

export function inputError(path: string, cause: unknown): DependencyError {
  if (cause instanceof DependencyError) return cause
  const code = (cause as { code?: unknown }).code
  const isMangled = code === 'ENOENT' && path.includes('\ufffd')
  const known = isMangled ? notUtf8 : typeof code === 'string' ? reasons[code] : undefined
  const name = path === standardInput ? 'standard input' : path
  if (known !== undefined) return new DependencyError(known[0], `cannot read ${name}: ${known[1]}`, { cause })
  if (typeof code === 'string' && code.startsWith('Z_')) {
    const text = `cannot read ${name}: the gzip data is damaged (${messageOf(cause)}); download the file again`
    return new DependencyError('input_damaged', text, { cause })
  }
  const text = `cannot read ${name}: ${messageOf(cause)}`
  return new DependencyError('input_unreadable', text, { cause, retryable: code === 'EIO' || code === 'EAGAIN' })
}
