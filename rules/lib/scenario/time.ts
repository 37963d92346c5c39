// Virtual time: offsets from the start of a scenario, and instants in the format of a record.
const durationShape = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** Returns the milliseconds of an ISO 8601 duration in days, hours, minutes and seconds; undefined for other text. */
export function parseDuration(text: string): number | undefined {
  const match = durationShape.exec(text)
  if (match === null || /(?:P|T)$/.test(text)) return undefined
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
  return (sign === '-' ? -1 : 1) * total * 1000
}

/** Returns the epoch milliseconds of an offset from `start` or of an ISO instant; undefined if the text is neither. */
export function parseMoment(text: string, start: number): number | undefined {
  const offset = parseDuration(text)
  if (offset !== undefined) return start + offset
  return parseInstant(text)
}

const instantShape = /^(\d{4}-\d{2}-\d{2})([T ])(\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})?$/

/** Epoch milliseconds of an ISO instant; without a zone it is UTC, as in the unified audit log. */
export function parseInstant(text: string): number | undefined {
  const match = instantShape.exec(text)
  if (match === null) return undefined
  const [, date, , time, fraction = '', zone = 'Z'] = match
  const parsed = Date.parse(`${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  return Number.isNaN(parsed) ? undefined : parsed
}

/** Formats an instant like another instant: with the same separator, fraction digits and zone. */
export function formatLike(model: string, instant: number): string {
  const [, , separator = 'T', , fraction, zone = ''] = instantShape.exec(model) ?? []
  const minutes = /^[+-]/.test(zone) ? Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)) : 0
  const shifted = instant + (zone.startsWith('-') ? -minutes : minutes) * 60_000
  const iso = new Date(shifted).toISOString()
  const digits =
    fraction === undefined ? '' : `.${iso.slice(20, 23).padEnd(fraction.length, '0').slice(0, fraction.length)}`
  return `${iso.slice(0, 10)}${separator}${iso.slice(11, 19)}${digits}${zone}`
}
