// Files, folders and standard input as raw values, in bounded batches and bounded memory.
import { constants, createReadStream, openSync } from 'node:fs'
import { Socket } from 'node:net'
import { addAbortSignal } from 'node:stream'
import { codeOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Delivery, RawValue } from '../outcome.ts'
import { asUtf8, type Chunks, isUtf32, peek, skipFirst, unpacked, utf32Bytes, withoutLatin1 } from './bytes.ts'
import { type CsvOptions, readCsv } from './csv.ts'
import { utf32Detail, workbookDetail } from './foreign-formats.ts'
import { type Format, formatOf, sniffBytes } from './format.ts'
import { JsonSplitter } from './json-splitter.ts'
import { Padding } from './padding.ts'
import { type Input, inputError, resolveInputs, standardInput } from './paths.ts'
import { defaultLimits, excerptBytes, type Refusal, type RefusedValue, type SplitLimits } from './piece.ts'
import { defaultZipLimits, isZip, ZipArchive, type ZipLimits } from './zip.ts'

export interface Progress {
  /** Bytes read from disk so far, before decompression. */
  readonly bytesRead: number
  /** Bytes of all inputs; absent if the size of an input is not known in advance. */
  readonly bytesTotal?: number
}

export interface ReadOptions extends Partial<SplitLimits> {
  /** A batch is handed over at this many records (100) or this many bytes of text (4 MiB). */
  readonly batchRecords?: number
  readonly batchBytes?: number
  readonly onProgress?: (progress: Progress) => void
  /** Called when an input begins. A returned function receives each chunk as stored on disk. */
  readonly onInput?: (input: Input) => ((chunk: Buffer) => void) | undefined
  /** Called when a member of a ZIP archive begins. */
  readonly onMember?: (member: Pick<Input, 'path'>) => void
  /**
   * Called for an input that is not completely readable; the next input follows. Without it, the reader throws, except
   * for bytes past the end of a ZIP archive, all members of which were read.
   */
  readonly onFailure?: (input: Input, error: DependencyError) => void
  /** Called for each result of an earlier hunt and each other file of Consentry, which are not read. */
  readonly onResult?: (path: string) => void
  readonly zip?: Partial<ZipLimits>
  /** Ends the reading, also where it waits for standard input. */
  readonly signal?: AbortSignal
  readonly stdin?: Chunks
}

/** The text of larger chunks would survive garbage collections. */
const readSize = 256 * 1024

/** A record of an input before its delivery is known. `bytes` is its size if there is no text. */
interface Item {
  readonly text: string | undefined
  readonly value?: unknown
  readonly refused?: Refusal
  readonly bytes?: number
}

/** Copies members by name, because this runs for every record, and a spread costs more than all other work here. */
function rawValue(item: Item, delivery: Delivery): RawValue | RefusedValue {
  if (item.refused !== undefined) return { delivery, text: item.text, refused: item.refused }
  return item.text === undefined ? { delivery, text: undefined, value: item.value } : { delivery, text: item.text }
}

/**
 * Reads the records of the inputs in order: NDJSON lines, CSV rows, elements of top-level arrays, and consecutive
 * values. An object longer than `pageThreshold` (16 MiB) with an array `items`, `value`, `records` or `alerts` is read
 * as that array: the elements become records, and so does the rest of the object if it contains a list or an error. A
 * record over `recordLimit` (32 MiB) is returned as refused. The members of a ZIP archive are read like the files of a folder.
 * Throws a DependencyError for an input that cannot be read.
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<(RawValue | RefusedValue)[]> {
  yield* readResolved(await resolveInputs(paths, options), options)
}

/** Reads the records of resolved inputs, as `readInputs` does. */
export async function* readResolved(
  inputs: readonly Input[],
  options: ReadOptions,
): AsyncGenerator<(RawValue | RefusedValue)[]> {
  const { batchRecords = 100, batchBytes = 4 * 1024 * 1024 } = options
  const counted = counter(inputs, options.onProgress)
  let batch: (RawValue | RefusedValue)[] = []
  let size = 0

  async function* records(part: Part): AsyncGenerator<(RawValue | RefusedValue)[]> {
    const { path: source, writtenAt = new Date(), items } = part
    let position = 0
    try {
      for await (const group of items) {
        for (const item of group) {
          batch.push(rawValue(item, { source, offset: String(position++), writtenAt: writtenAt.toISOString() }))
          size += item.bytes ?? item.text?.length ?? 0
          if (batch.length < batchRecords && size < batchBytes) continue
          yield batch
          batch = []
          size = 0
        }
      }
    } catch (error) {
      // The records before the failure are valid.
      if (batch.length > 0) yield batch
      batch = []
      size = 0
      fail(part, error)
    }
  }

  function fail(input: Input, error: unknown): void {
    const failure = inputError(input.path, error)
    if (options.onFailure === undefined || options.signal?.aborted === true) throw failure
    options.onFailure(input, failure)
  }

  for (const input of inputs) {
    const watch = options.onInput?.(input)
    const chunks = () => counted(watched(chunksOf(input, options), watch))
    try {
      if (input.failure !== undefined) throw input.failure
      // Only a file can be read again from its beginning.
      const parts =
        input.size !== undefined && isZip(input.path)
          ? archiveParts(input, chunks(), options)
          : [{ ...input, items: recordsOf(chunks(), input.path, options) }]
      for await (const part of parts) yield* records(part)
    } catch (error) {
      fail(input, error)
    }
  }
  if (batch.length > 0) yield batch
}

interface Part extends Input {
  readonly items: AsyncIterable<readonly Item[]>
}

/** Yields the members of a ZIP archive, after reading all of its bytes so that the input's observers see them. */
async function* archiveParts(input: Input, bytes: Chunks, options: ReadOptions): AsyncGenerator<Part> {
  for await (const _ of bytes);
  const archive = await ZipArchive.open(input.path, { ...defaultZipLimits, ...options.zip })
  try {
    if (archive.isOfficeDocument) yield { ...input, items: refused(workbookDetail) }
    else {
      for (const { path, writtenAt, chunks } of archive.members(input.member)) {
        options.onMember?.({ path })
        yield { path, writtenAt, items: recordsOf(chunks, path, options) }
      }
    }
    if (archive.extra > 0) {
      const bytes = archive.extra === 1 ? '1 byte' : `${archive.extra} bytes`
      const message = `${input.path} continues after the end of the ZIP archive (${bytes}, not read); download the archive again`
      options.onFailure?.(input, new DependencyError('input_damaged', message))
    }
  } finally {
    archive.close()
  }
}

/** Returns the paths of the ZIP members that an input reads; undefined if the input is not an archive. */
export async function membersIn(
  { path, size, member }: Input,
  limits: ZipLimits,
): Promise<readonly string[] | undefined> {
  if (size === undefined || !isZip(path)) return undefined
  const archive = await ZipArchive.open(path, limits)
  try {
    return [...archive.members(member)].map((each) => each.path)
  } finally {
    archive.close()
  }
}

async function* refused(detail: string): AsyncGenerator<readonly Item[]> {
  yield [{ text: '', refused: { code: 'not_json', detail } }]
}

function chunksOf(input: Input, options: ReadOptions): Chunks {
  const { stdin, signal } = options
  // A pipe without a writer that is opened as a file blocks a thread, and the process cannot end.
  if (input.isPipe === true)
    return new Socket({ fd: openSync(input.path, constants.O_RDONLY | constants.O_NONBLOCK), signal })
  if (input.path !== standardInput) return createReadStream(input.path, { highWaterMark: readSize, signal })
  if (stdin !== undefined) return stdin
  return signal === undefined ? process.stdin : addAbortSignal(signal, process.stdin)
}

function counter(inputs: readonly Input[], report: ReadOptions['onProgress']): (chunks: Chunks) => Chunks {
  if (report === undefined) return (chunks) => chunks
  const sizes = inputs.map((input) => input.size)
  const known = sizes.every((size) => size !== undefined)
  const total = known ? { bytesTotal: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) } : {}
  let bytesRead = 0
  return (chunks) =>
    watched(chunks, ({ length }) => {
      bytesRead += length
      report({ bytesRead, ...total })
    })
}

async function* watched(chunks: Chunks, watch: ((chunk: Buffer) => void) | undefined): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    watch?.(chunk)
    yield chunk
  }
}

async function* recordsOf(chunks: Chunks, path: string, options: ReadOptions): AsyncGenerator<readonly Item[]> {
  const limits: SplitLimits = {
    recordLimit: options.recordLimit ?? defaultLimits.recordLimit,
    pageThreshold: options.pageThreshold ?? defaultLimits.pageThreshold,
  }
  let damage: unknown
  const bytes = await unpacked(chunks, (error) => {
    damage = error
  })
  const { head: start, all: whole } = await peek(bytes, utf32Bytes)
  const padding = new Padding()
  const text = watched(await asUtf8(whole), (chunk) => padding.take(chunk))
  const { head, all } = await peek(text, sniffBytes)
  const format: Format = isUtf32(start) ? { kind: 'unknown', detail: utf32Detail } : formatOf(head)
  switch (format.kind) {
    case 'json':
      yield* jsonRecords(withoutLatin1(all), limits)
      break
    case 'csv':
      yield* csvRecords(withoutLatin1(skipFirst(all, format.headerAt)), { ...format, ...limits })
      break
    case 'own':
      options.onResult?.(path)
      break
    case 'unknown':
      // One dead letter for the whole input, because a dead letter for each line would be useless.
      yield [{ text: head.toString('utf8', 0, excerptBytes), refused: { code: 'not_json', detail: format.detail } }]
      break
    case 'empty':
      // A blank beginning does not mean that the whole input is blank.
      yield* jsonRecords(all, limits)
      break
    default:
      format satisfies never
  }
  // The blocks of an archive that was not read contain NUL bytes.
  if (damage === undefined) return format.kind === 'unknown' ? undefined : padding.check(path)
  if (codeOf(damage) !== 'Z_BUF_ERROR') throw damage
  // The data may end between two records. Then nothing else would show that records are missing.
  yield* refused('the gzip data is truncated: download the file again')
}

async function* jsonRecords(chunks: Chunks, limits: SplitLimits): AsyncGenerator<readonly Item[]> {
  const splitter = new JsonSplitter(limits)
  for await (const chunk of chunks) yield splitter.push(chunk)
  yield splitter.end()
}

async function* csvRecords(chunks: Chunks, options: CsvOptions): AsyncGenerator<readonly Item[]> {
  for await (const rows of readCsv(chunks, options)) {
    yield rows.map((row) => ('refused' in row ? row : { text: undefined, value: row.row, bytes: row.bytes }))
  }
}
