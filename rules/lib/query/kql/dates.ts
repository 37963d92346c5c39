// Dates as Elasticsearch compares them: a date without milliseconds means the whole period that it names.
/** The first and the last millisecond of the period that a text names. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** Returns the period of an ISO 8601 text; undefined for other text, including date arithmetic (`now-1d`, `||+1M`). */
export function parseStretch(text: string): Stretch | undefined {
  const match = shape.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  const start = [
    Number(year),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  ]
  const parts = [year, month, day, hour, minute, second].filter((part) => part !== undefined).length
  const from = utc(start) + milliseconds(fraction) - offset(zone)
  if (Number.isNaN(from) || !sameParts(start, new Date(utc(start)))) return undefined
  if (fraction !== undefined) return { from, to: from }
  const next = start.map((part, i) => (i === parts - 1 ? part + 1 : part))
  return { from, to: utc(next) - offset(zone) - 1 }
}

/** Milliseconds of a date in a document: an ISO text (UTC when it has no zone) or epoch milliseconds. */
export function toMilliseconds(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? parseStretch(value)?.from : undefined
}

function utc([year = 1970, month = 0, day = 1, hour = 0, minute = 0, second = 0]: readonly number[]): number {
  return Date.UTC(year, month, day, hour, minute, second)
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
}

function offset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

/** False for the 31st of February, which Date would move to March. */
function sameParts([year, month, day, hour, minute, second]: readonly number[], date: Date): boolean {
  return (
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second
  )
}
