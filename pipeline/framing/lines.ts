import { open } from 'node:fs/promises'

const lineFeed = 0x0a
const readSize = 1024 * 1024

/**
 * The lines of an NDJSON file as text, without their ends. Only a line feed ends a line: `readline` also splits at
 * U+2028 and U+2029 (from Node 24 on), which JSON texts may contain.
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  for await (const lines of readLineBytes(path))
    for (const line of lines) {
      const text = line.toString()
      yield text.endsWith('\r') ? text.slice(0, -1) : text
    }
}

/** The lines of an NDJSON file in UTF-8, without their line feeds, in batches, each valid until the next. */
export async function* readLineBytes(path: string): AsyncGenerator<Buffer[]> {
  const file = await open(path)
  try {
    let bytes = Buffer.allocUnsafeSlow(readSize)
    let held = 0
    for (;;) {
      const { bytesRead } = await file.read(bytes, held, bytes.length - held)
      if (bytesRead === 0) break
      const read = held + bytesRead
      const lines: Buffer[] = []
      let from = 0
      for (let end = bytes.indexOf(lineFeed, held); end !== -1 && end < read; end = bytes.indexOf(lineFeed, from)) {
        lines.push(bytes.subarray(from, end))
        from = end + 1
      }
      yield lines
      held = read - from
      const rest = bytes.subarray(from, read)
      if (held > bytes.length / 2) bytes = Buffer.allocUnsafeSlow(2 * bytes.length)
      rest.copy(bytes)
    }
    if (held > 0) yield [bytes.subarray(0, held)]
  } finally {
    await file.close()
  }
}
