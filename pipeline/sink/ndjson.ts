// Documents and dead letters as lines of a file.

import type { FileHandle } from 'node:fs/promises'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { type Runtime, realRuntime } from '../clients/retry.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Storable } from '../outcome.ts'
import { openPrivate } from '../safe-output/private-file.ts'
import { BulkBody, type BulkBodySettings } from './bulk-body.ts'
import { type Sink, Tally } from './sink.ts'

/** Appends lines to a file, one call after the other. A caller that waits for `append` is slowed to the disk's pace. */
export class NdjsonFile {
  private readonly path: string
  private readonly durable: boolean
  private handle: FileHandle | undefined
  private last: Promise<void> = Promise.resolve()

  /** `durable` waits for the disk and not only for the operating system. */
  constructor(path: string, { durable = false }: { readonly durable?: boolean } = {}) {
    this.path = path
    this.durable = durable
  }

  append(lines: readonly string[]): Promise<void> {
    return lines.length === 0 ? this.last : this.appendBytes(Buffer.from(`${lines.join('\n')}\n`))
  }

  /** Appends lines in UTF-8, each with its line feed. */
  appendBytes(lines: Buffer): Promise<void> {
    const written = this.last.then(() => this.write(lines))
    this.last = written.catch(() => undefined)
    return written
  }

  private async write(bytes: Buffer): Promise<void> {
    try {
      this.handle ??= await openPrivate(this.path, 'a')
      await this.handle.appendFile(bytes)
      if (this.durable) await this.handle.datasync()
    } catch (cause) {
      const message = `cannot write ${this.path} (${messageOf(cause)}). Check the path, the permissions and the free space.`
      throw new DependencyError('file_not_written', message, { cause, retryable: false })
    }
  }

  async close(): Promise<void> {
    await this.last
    await this.handle?.close()
    this.handle = undefined
  }
}

export interface NdjsonSinkSettings extends BulkBodySettings {
  readonly path: string
  readonly runtime?: Runtime
}

/** Documents, as Elasticsearch would get them, appended to a file. Knows no duplicates: the file has no index. */
export function makeNdjsonSink(settings: NdjsonSinkSettings): Sink {
  const file = new NdjsonFile(settings.path)
  const body = new BulkBody(settings, 0)
  const { now } = settings.runtime ?? realRuntime
  return {
    async store(events: readonly Storable[]) {
      const ingested = new Date(now()).toISOString()
      const tally = new Tally()
      const lines: string[] = []
      for (const event of events) {
        const text = body.document(event, ingested)
        if (typeof text === 'string') {
          lines.push(text)
          tally.count('stored', event.dataset)
        } else tally.failures.push(text)
      }
      await file.append(lines)
      return tally
    },
    close: () => file.close(),
  }
}
