// Fits a report into a ticket. GitHub rejects a text of more than 65,536 characters; the limits of other trackers
// differ. A ticket keeps everything with alerts and reduces details step by step.
/** Leaves some room for a sentence above the report. */
const mostCharacters = 64_000

export interface Detail {
  /** The number of distinct reasons of a rule's alerts, of high and critical ones and of others; 0 for none. */
  readonly reasons: { readonly severe: number; readonly other: number }
  /** The number of characters in a reason, and in a sentence about an application. */
  readonly reason: number
  readonly lead: number
  readonly rows: number
}

const details: readonly Detail[] = [
  { reasons: { severe: 1_000, other: 1_000 }, reason: 600, lead: 1_000, rows: 50 },
  { reasons: { severe: 1_000, other: 1_000 }, reason: 200, lead: 1_000, rows: 25 },
  { reasons: { severe: 1_000, other: 20 }, reason: 200, lead: 1_000, rows: 25 },
  { reasons: { severe: 1_000, other: 5 }, reason: 80, lead: 1_000, rows: 15 },
  { reasons: { severe: 20, other: 0 }, reason: 80, lead: 1_000, rows: 10 },
  { reasons: { severe: 0, other: 0 }, reason: 80, lead: 1_000, rows: 10 },
  { reasons: { severe: 0, other: 0 }, reason: 80, lead: 200, rows: 10 },
]

/** A part of a ticket, with optional lines. The less severe parts lose these lines first. */
export interface TicketPart {
  readonly lines: readonly string[]
  /** `more` is added if there is room; otherwise `instead` replaces it. */
  readonly more?: readonly string[]
  readonly instead?: readonly string[]
}

/** The ticket with as much detail as fits. */
export function fitted(render: (detail: Detail) => readonly TicketPart[]): string {
  for (const detail of details) {
    const text = joined(render(detail))
    if (text !== undefined) return text
  }
  return cutAtLine(render(details.at(-1) as Detail).flatMap(({ lines, instead = [] }) => [...lines, ...instead]))
}

const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0)

/** Joins all parts, the first with their optional lines. Returns undefined if the parts alone do not fit. */
function joined(parts: readonly TicketPart[]): string | undefined {
  const least = parts.reduce((sum, { lines, instead = [] }) => sum + sizeOf(lines) + sizeOf(instead), 0)
  let room = mostCharacters - least
  if (room < 0) return undefined
  const lines = parts.flatMap(({ lines: own, more = [], instead = [] }) => {
    const longer = sizeOf(more) - sizeOf(instead)
    if (more.length === 0 || longer > room) return [...own, ...instead]
    room -= longer
    return [...own, ...more]
  })
  return `${lines.join('\n')}\n`
}

const cutNote = '**This ticket is cut. alerts.ndjson contains all alerts.**'

function cutAtLine(lines: readonly string[]): string {
  const kept: string[] = []
  let room = mostCharacters - sizeOf(['', cutNote])
  for (const line of lines) {
    room -= line.length + 1
    if (room < 0) break
    kept.push(line)
  }
  return `${[...kept, '', cutNote].join('\n')}\n`
}
