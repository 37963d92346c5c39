// The members of a ZIP archive as bytes. Nothing is written to a disk, so the name of a member is only text.
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  openPromise,
  RandomAccessReader,
  validateFileName,
  type ZipFile,
} from 'yauzl'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Chunks } from './bytes.ts'
import { isBesides } from './foreign-formats.ts'

export interface ZipLimits {
  readonly members: number
  /** Maximum bytes that all members of an archive together may extract to. */
  readonly extractedBytes: number
}

export const defaultZipLimits: ZipLimits = { members: 10_000, extractedBytes: 20e9 }

/** A member, named by its archive and its path there. */
export interface ZipMember {
  readonly path: string
  readonly writtenAt: Date
  /** Throws if the member cannot be read completely. */
  readonly chunks: Chunks
}

const signature = Buffer.from('PK\x03\x04', 'latin1')
const emptySignature = Buffer.from('PK\x05\x06', 'latin1')

export function isZip(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(4)
    readSync(file, head, 0, 4, 0)
    return head.equals(signature) || head.equals(emptySignature)
  } finally {
    closeSync(file)
  }
}

type Done = Parameters<RandomAccessReader['read']>[4]

/** Shows the library an archive without comment, because the library would search for the end in the comment. */
class FileReader extends RandomAccessReader {
  readonly #path: string
  readonly #size: number

  constructor(path: string, size: number) {
    super()
    this.#path = path
    this.#size = size
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: Done) {
    super.read(buffer, offset, length, position, (error) => {
      if (position + length === this.#size) buffer.writeUInt16LE(0, offset + length - commentBytes)
      callback(error)
    })
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 })
  }
}

/** The end record without its comment. */
const endBytes = 22
/** The length of the comment is the last number of the end record. */
const commentBytes = 2
/** Precedes the end record of an archive whose numbers exceed those of the end record (ZIP64). */
const locatorSignature = Buffer.from('PK\x06\x07', 'latin1')
const locatorBytes = 20
/** The end of the archive is searched in this many bytes at the end of the file. */
const tailBytes = 1024 * 1024

/**
 * Returns the number of bytes behind an archive: a transfer or a browser may append bytes, which the library refuses.
 * Returns the size of the archive without its comment if anything follows its end record. Leaves the error for an
 * archive without an end to the library.
 */
function extentOf(path: string): { readonly size?: number; readonly extra: number } {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const tail = Buffer.alloc(Math.min(size, tailBytes))
    readSync(file, tail, 0, tail.length, size - tail.length)
    for (let at = tail.length - endBytes; ; at--) {
      at = at < 0 ? -1 : tail.lastIndexOf(emptySignature, at)
      if (at === -1) return { extra: 0 }
      const extra = tail.length - at - endBytes - tail.readUInt16LE(at + 20)
      // Bytes that only resemble an end record do not follow the list of members that they name.
      const isEnd = tail.readUInt32LE(at + 12) + tail.readUInt32LE(at + 16) === size - tail.length + at
      const isZip64 = tail.subarray(Math.max(at - locatorBytes, 0), at).indexOf(locatorSignature) === 0
      if (extra >= 0 && (isEnd || isZip64))
        return at + endBytes === tail.length ? { extra } : { size: size - tail.length + at + endBytes, extra }
    }
  } finally {
    closeSync(file)
  }
}

const damaged = (path: string, cause: unknown): DependencyError =>
  new DependencyError(
    'input_damaged',
    `cannot read ${path}: the ZIP archive is damaged (${messageOf(cause)}); download it again`,
    { cause },
  )

const tooLarge = (message: string): DependencyError => new DependencyError('input_too_large', message)

/** Every Office document has this member. */
const officeMember = '[Content_Types].xml'

/** An archive with its list of members read. The caller must close it. */
export class ZipArchive {
  readonly #path: string
  readonly #zip: ZipFile
  readonly #entries: readonly Entry[]
  readonly #limits: ZipLimits
  #left: number
  /** The number of bytes past the end of the archive. */
  readonly extra: number

  private constructor(path: string, zip: ZipFile, entries: readonly Entry[], limits: ZipLimits, extra: number) {
    this.#path = path
    this.#zip = zip
    this.#entries = entries
    this.#limits = limits
    this.#left = limits.extractedBytes
    this.extra = extra
  }

  static async open(path: string, limits: ZipLimits): Promise<ZipArchive> {
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false }
    let zip: ZipFile
    let extra = 0
    try {
      const extent = extentOf(path)
      extra = extent.extra
      zip = await (extent.size === undefined
        ? openPromise(path, options)
        : fromRandomAccessReaderPromise(new FileReader(path, extent.size), extent.size, options))
    } catch (error) {
      throw damaged(path, error)
    }
    try {
      if (zip.entryCount > limits.members)
        throw tooLarge(
          `cannot read ${path}: the ZIP archive has ${zip.entryCount} members, more than ${limits.members}; unpack it, or raise --max-members`,
        )
      const entries: Entry[] = []
      for await (const entry of zip.eachEntry()) {
        // Decodes the name here, because the library would stop at the first name that points outside the archive.
        entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
        entries.push(entry)
      }
      return new ZipArchive(path, zip, entries, limits, extra)
    } catch (error) {
      zip.close()
      throw error instanceof DependencyError ? error : damaged(path, error)
    }
  }

  get isOfficeDocument(): boolean {
    return this.#entries.some(({ fileName }) => fileName === officeMember)
  }

  /** The members sorted by name, like the files of a folder; hidden members and texts about the export are left out. */
  *members(only?: string): Generator<ZipMember> {
    const files = this.#entries.filter(({ fileName }) =>
      only === undefined ? !fileName.endsWith('/') && !isBesides(fileName) : fileName === only,
    )
    if (files.length === 0) {
      const message =
        only === undefined
          ? `${this.#path} contains no files: name the archive that contains the export`
          : `${this.#path} has no member ${only}; use its path in the archive`
      throw new DependencyError(only === undefined ? 'input_empty' : 'input_missing', message)
    }
    for (const entry of files.sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
      const path = `${this.#path}/${entry.fileName}`
      yield { path, writtenAt: entry.getLastModDate({ timezone: 'UTC' }), chunks: this.#read(entry, path) }
    }
  }

  async *#read(entry: Entry, path: string): AsyncGenerator<Buffer> {
    const refusal = refusalOf(entry)
    if (refusal !== undefined) throw new DependencyError('input_unreadable', `cannot read ${path}: ${refusal}`)
    // An archive over the extraction limit is treated as malicious: no further member is read.
    if (this.#left < 0) throw tooLarge(`cannot read ${path}: the archive reached the limit of --max-extracted`)
    let checksum = 0
    try {
      for await (const chunk of (await this.#zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        this.#left -= chunk.length
        if (this.#left < 0)
          throw tooLarge(
            `cannot read all of ${this.#path}: its members extract to more than ${this.#limits.extractedBytes} bytes, reached in ${path}; unpack it, or raise --max-extracted`,
          )
        checksum = crc32(chunk, checksum)
        yield chunk
      }
    } catch (error) {
      throw error instanceof DependencyError ? error : damaged(path, error)
    }
    if (checksum !== entry.crc32) throw damaged(path, new Error('the checksum differs'))
  }

  close(): void {
    this.#zip.close()
  }
}

/** Returns the reason why a member cannot be read; undefined for a readable member. */
function refusalOf(entry: Entry): string | undefined {
  if (validateFileName(entry.fileName))
    return 'its name leads out of the archive, which no export does; unpack the archive if you trust it'
  if (entry.isEncrypted()) return 'it is encrypted; unpack the archive with its password'
  if (!entry.canDecodeFileData())
    return `it is compressed with method ${entry.compressionMethod}; unpack the archive first`
  return undefined
}
