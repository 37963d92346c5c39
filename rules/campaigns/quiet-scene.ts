// A scene of ordinary work: records in the order of time, the ids of the named work, days and networks.
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Milliseconds of a UTC date with an optional time of day, '2026-03-02' or '2026-03-02T09:30'. */
export const utc = (text: string): number => Date.parse(text.includes('T') ? `${text}:00Z` : `${text}T00:00:00Z`)

/** 2026-03-11T09:14:27, as in the unified audit log. */
export const toSecond = (time: number): string => new Date(time).toISOString().slice(0, 19)

/** 2026-03-11T09:14:27.471Z, as in Google's activities. */
export const toMilli = (time: number): string => new Date(time).toISOString()

/** 2026-03-11T09:14:27.4711234, seven digits as in Entra; the last four depend on the time alone. */
export const toTick = (time: number): string =>
  `${toMilli(time).slice(0, 23)}${String((time * 7919) % 10_000).padStart(4, '0')}`

export const weekend = (date: number): boolean => [0, 6].includes(new Date(date).getUTCDay())

/** Midnights (UTC) of the working days from `first`, for `count` calendar days. */
export const workingDays = (first: string, count: number, closed: readonly string[] = []): number[] =>
  Array.from({ length: count }, (_, i) => utc(first) + i * day).filter(
    (date) => !weekend(date) && !closed.includes(toMilli(date).slice(0, 10)),
  )

export class Scene {
  readonly random: Random
  readonly #rows: { time: number; order: number; record: RawRecord }[] = []
  readonly #ids: string[] = []
  #atWork = false

  constructor(random: Random) {
    this.random = random
  }

  put(time: number, id: string, record: RawRecord): string {
    this.#rows.push({ time, order: this.#rows.length, record })
    if (this.#atWork) this.#ids.push(id)
    return id
  }

  /** All records that `act` writes belong to the named work. */
  work<T>(act: () => T): T {
    this.#atWork = true
    try {
      return act()
    } finally {
      this.#atWork = false
    }
  }

  /** A moment of the date between two hours, with seconds and milliseconds. */
  moment(date: number, from: number, to: number): number {
    return Math.floor(date + (from + this.random.number() * (to - from)) * hour)
  }

  chance(part: number): boolean {
    return this.random.number() < part
  }

  result(): { records: RawRecord[]; ids: string[] } {
    const rows = this.#rows.toSorted((a, b) => a.time - b.time || a.order - b.order)
    return { records: rows.map((row) => row.record), ids: [...this.#ids] }
  }
}

export interface Place {
  readonly asn: number
  readonly city: string
  readonly state: string
  readonly country: string
  /** ISO 3166-2. */
  readonly region: string
  readonly address: string
}

interface Provider {
  readonly asn: number
  /** First two bytes of the blocks. */
  readonly blocks: readonly (readonly [number, number, number])[]
}

/** Access providers: first byte, least and greatest second byte. */
const providers = {
  telekom: { asn: 3320, blocks: [[79, 192, 255] as const, [87, 128, 191] as const, [217, 224, 255] as const] },
  vodafoneDe: { asn: 3209, blocks: [[88, 64, 79] as const, [178, 0, 15] as const] },
  telefonicaDe: { asn: 6805, blocks: [[77, 0, 15] as const, [93, 128, 135] as const] },
  telekomMobile: { asn: 3320, blocks: [[80, 187, 187] as const, [46, 80, 95] as const] },
  vodafoneMobile: { asn: 3209, blocks: [[109, 40, 47] as const] },
  bt: { asn: 2856, blocks: [[86, 128, 191] as const, [81, 128, 159] as const] },
  virgin: { asn: 5089, blocks: [[82, 0, 31] as const, [80, 0, 7] as const] },
  sky: { asn: 5607, blocks: [[90, 192, 223] as const] },
  eeMobile: { asn: 12576, blocks: [[31, 64, 127] as const] },
  comcast: { asn: 7922, blocks: [[73, 0, 255] as const, [76, 96, 127] as const] },
  att: { asn: 7018, blocks: [[99, 0, 127] as const, [107, 128, 255] as const] },
  spectrum: { asn: 20115, blocks: [[71, 80, 95] as const, [97, 80, 95] as const] },
  tMobileUs: { asn: 21928, blocks: [[172, 56, 59] as const] },
  verizonMobile: { asn: 22394, blocks: [[174, 192, 255] as const] },
  swisscom: { asn: 3303, blocks: [[85, 0, 7] as const, [178, 192, 199] as const] },
  orange: { asn: 3215, blocks: [[90, 0, 127] as const, [86, 192, 255] as const] },
  azure: { asn: 8075, blocks: [[20, 40, 79] as const] },
  amazon: { asn: 16509, blocks: [[52, 16, 31] as const, [3, 120, 127] as const] },
  googleCloud: { asn: 396982, blocks: [[34, 76, 107] as const, [35, 184, 207] as const] },
} as const satisfies Record<string, Provider>

export type ProviderName = keyof typeof providers
export type Town = readonly [city: string, state: string, country: string, region: string]

export const place = (random: Random, provider: ProviderName, town: Town): Place => {
  const { asn, blocks } = providers[provider]
  const [first, least, most] = random.pick<readonly [number, number, number]>(blocks)
  const address = `${first}.${random.integer(least, most)}.${random.integer(0, 255)}.${random.integer(2, 254)}`
  const [city, state, country, region] = town
  return { asn, city, state, country, region, address }
}

/** A line whose address changes every `lease` days, as with home routers and telephones. */
export class Line {
  readonly #random: Random
  readonly #provider: ProviderName
  readonly #town: Town
  readonly #lease: number
  #until = 0
  #place: Place | undefined

  constructor(random: Random, provider: ProviderName, town: Town, lease: number) {
    this.#random = random
    this.#provider = provider
    this.#town = town
    this.#lease = lease
  }

  at(time: number): Place {
    if (this.#place === undefined || time >= this.#until) {
      this.#place = place(this.#random, this.#provider, this.#town)
      this.#until = time + this.#lease * day * (0.5 + this.#random.number())
    }
    return this.#place
  }
}
