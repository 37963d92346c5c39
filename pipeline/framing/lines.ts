import { createReadStream } from 'node:fs'

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

/** The lines of an NDJSON file in UTF-8, without their line feeds, in batches. */
export async function* readLineBytes(path: string): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: readSize }) as AsyncIterable<Buffer>) {
    const lines: Buffer[] = []
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      const line = chunk.subarray(from, end)
      lines.push(rest.length === 0 ? line : Buffer.concat([...rest, line]))
      rest = []
      from = end + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
    yield lines
  }
  if (rest.length > 0) yield [Buffer.concat(rest)]
}
