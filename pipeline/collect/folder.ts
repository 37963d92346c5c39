// A folder of collected records: one file per window, and a state file of the complete windows. A complete file is
// synced and gets its final name, then the state is written, so an interruption costs at most one window.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createGzip, type Gzip } from 'node:zlib'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { makeFolders } from '../../mappings/kernel/folders.ts'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { codeOf, messageOf } from '../../mappings/kernel/thrown.ts'
import { stagedName, writeWholeFile } from '../../mappings/kernel/whole-file.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { collectionName } from '../framing/collections.ts'
import { openPrivate, privateFile, privateFolder } from '../safe-output/private-file.ts'
import type { WindowOutput, WindowResult } from './lane.ts'
import { type LogSource, toSecond, type Window } from './log-source.ts'

export interface CollectState {
  readonly version: 1
  readonly organizations: Readonly<Partial<Record<LogSource['vendor'], string>>>
  readonly since: string
  /** The end time of the recorded run. */
  until: string
  /** False while windows of this run are missing that another attempt could get. */
  ended: boolean
  /** Log sources that the run did not collect completely. */
  failed: readonly string[]
  /** The time up to which each log source is complete. */
  readonly complete: Record<string, string>
  /** The start of each log source in this run, in epoch milliseconds. */
  readonly starts: Record<string, number>
  /** The files of all runs, by name. */
  readonly files: Record<string, CollectedFile>
  /** Windows of this run that are on the disk, by `keyOf`. */
  readonly done: Record<string, WindowResult>
}

export interface CollectedFile extends Window {
  readonly source: string
  readonly bytes: number
}

/** A collected file that is no longer as it was written. */
export interface DamagedFile extends CollectedFile {
  readonly name: string
  /** `is missing`, or its sizes. */
  readonly damage: string
}

export const keyOf = (id: string, { from, to }: Window): string => `${id} ${toSecond(from)} ${toSecond(to)}`

async function guarded<T>(path: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof DependencyError || error instanceof UsageError) throw error
    // Another process removed the temporary file.
    const fix =
      codeOf(error) === 'ENOENT'
        ? 'let only one collector at a time use this folder'
        : 'free space or choose another folder with --out'
    const message = `cannot write ${path} (${messageOf(error)}); ${fix}, then run the same command again: it continues`
    throw new DependencyError('file_not_written', message, { cause: error })
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    // Some file systems cannot sync a folder.
    await handle.sync().catch(() => undefined)
  } finally {
    await handle.close()
  }
}

/** The age of the temporary file of a killed collector. A running collector waits less for a vendor. */
const leftoverMs = dayMs

export class CollectFolder {
  readonly path: string
  #writing: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.path = path
  }

  /** Removes the temporary files of killed collectors. */
  async removeLeftovers(now: number): Promise<void> {
    for (const name of await readdir(this.path)) {
      const path = join(this.path, name)
      if (!/^\..*\.partial$/.test(name)) continue
      const found = await stat(path).catch(() => undefined)
      if (found !== undefined && now - found.mtimeMs > leftoverMs) await rm(path, { force: true })
    }
  }

  /** Returns the state of an earlier run; undefined in a new folder. Throws a UsageError if the state is unusable. */
  async readState(): Promise<CollectState | undefined> {
    const path = join(this.path, collectionName)
    try {
      const state: unknown = JSON.parse(readNamedText(path))
      // An earlier version recorded no files.
      if (isState(state)) return { ...state, files: state.files ?? {} }
      throw new UsageError(`${path} was written by another version of Consentry; choose another folder with --out`)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      if (error instanceof UsageError) throw error
      throw new UsageError(
        `${path} cannot be read (${messageOf(error)}); restore it from a copy. Without it, every record must be collected again: choose another folder with --out, and keep this folder, because the vendor may no longer have the oldest records`,
      )
    }
  }

  /** Compares the collected files with their recorded sizes, without reading them. */
  async damaged({ files }: CollectState): Promise<DamagedFile[]> {
    const out: DamagedFile[] = []
    for (const [name, file] of Object.entries(files)) {
      const found = await stat(join(this.path, name)).catch(() => undefined)
      if (found?.size === file.bytes) continue
      const damage = found === undefined ? 'is missing' : `has ${found.size} bytes instead of ${file.bytes}`
      out.push({ ...file, name, damage })
    }
    return out
  }

  writeState(state: CollectState): Promise<void> {
    const text = `${JSON.stringify(state)}\n`
    this.#writing = this.#writing.then(() =>
      guarded(this.path, async () => {
        makeFolders(this.path, privateFolder)
        // A crash here can leave the previous state, which is valid: it lists fewer files, and all of them are on disk.
        writeWholeFile(join(this.path, collectionName), text, { mode: privateFile })
      }),
    )
    return this.#writing
  }

  async open(source: LogSource, window: Window): Promise<WindowFile> {
    const time = (at: number) => toSecond(at).replaceAll(':', '').replace(/00Z$/, 'Z')
    const range = source.retentionMs === undefined ? time(window.to) : `${time(window.from)}-${time(window.to)}`
    const name = `${source.id}-${range}.ndjson.gz`
    return guarded(join(this.path, name), () => WindowFile.make(this.path, name))
  }
}

function isState(value: unknown): value is CollectState {
  if (typeof value !== 'object' || value === null) return false
  const { version, since, until, starts, done } = value as Partial<CollectState>
  return (
    version === 1 &&
    typeof since === 'string' &&
    typeof until === 'string' &&
    typeof starts === 'object' &&
    typeof done === 'object'
  )
}

class WindowFile implements WindowOutput {
  readonly #folder: string
  readonly #name: string
  readonly #staged: string
  readonly #handle: FileHandle
  readonly #gzip: Gzip = createGzip({ level: 6 })
  readonly #written: Promise<void>
  readonly #lost: string[] = []
  #records = 0
  #unusable = 0

  private constructor(folder: string, name: string, staged: string, handle: FileHandle) {
    this.#folder = folder
    this.#name = name
    this.#staged = staged
    this.#handle = handle
    this.#written = this.#copy()
    // The next write or the end reports the error.
    this.#written.catch(() => undefined)
  }

  static async make(folder: string, name: string): Promise<WindowFile> {
    makeFolders(folder, privateFolder)
    // Another collector may write the same window.
    const staged = join(folder, stagedName(name, randomUUID()))
    return new WindowFile(folder, name, staged, await openPrivate(staged, 'w'))
  }

  async #copy(): Promise<void> {
    for await (const chunk of this.#gzip) await this.#handle.writeFile(chunk as Buffer)
  }

  async write(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return
    this.#records += lines.length
    this.#unusable += lines.filter((line) => !line.startsWith('{')).length
    const path = join(this.#folder, this.#name)
    await guarded(path, async () => {
      if (!this.#gzip.write(`${lines.join('\n')}\n`)) await Promise.race([once(this.#gzip, 'drain'), this.#written])
    })
  }

  lost(what: string): void {
    this.#lost.push(what)
  }

  /** Gives the file its final name. After this call, the file survives a crash of the process or the machine. */
  async finish(): Promise<WindowResult> {
    const path = join(this.#folder, this.#name)
    return guarded(path, async () => {
      this.#gzip.end()
      await this.#written
      const { size: bytes } = await this.#handle.stat()
      await this.#handle.sync()
      await this.#handle.close()
      const unusable = this.#unusable
      const counts = { records: this.#records, lost: this.#lost, ...(unusable > 0 && { unusable }) }
      if (this.#records === 0) {
        await rm(this.#staged, { force: true })
        return counts
      }
      await rename(this.#staged, path)
      await syncFolder(this.#folder)
      return { file: this.#name, bytes, ...counts }
    })
  }

  async discard(): Promise<void> {
    this.#gzip.destroy()
    await this.#written.catch(() => undefined)
    await this.#handle.close().catch(() => undefined)
    await rm(this.#staged, { force: true })
  }
}
