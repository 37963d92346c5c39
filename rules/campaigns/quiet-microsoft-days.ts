// Ordinary days in a Microsoft 365 tenant: sign-ins, mail, files and the applications that people have used for years.

import { type App, first, type Lines, type Person, person, signIn, type Tenant, vendorApp } from './quiet-microsoft.ts'
import { consent } from './quiet-microsoft-consent.ts'
import { file } from './quiet-microsoft-files.ts'
import { loggedIn, mailRead, mailSent } from './quiet-microsoft-work.ts'
import { minute, type Place, type ProviderName, place, type Scene } from './quiet-scene.ts'
import type { Random } from './random.ts'

export interface Company {
  readonly tenant: Tenant
  readonly people: readonly Person[]
  readonly lines: Lines
  /** Applications with single sign-on that most people open on most days. */
  readonly used: readonly App[]
  /** An application that reads the calendar and the mail of some people, from its own machines. */
  readonly reader: App
  readonly readerUsers: readonly Person[]
  readonly readerPlaces: readonly Place[]
  /** Small applications that somebody connects now and then. */
  readonly small: readonly App[]
  /** First and last hour of work in UTC. */
  readonly hours: readonly [from: number, to: number]
}

export interface Founding {
  readonly domain: string
  readonly host: string
  readonly names: readonly string[]
  readonly lines: Lines
  readonly office: ProviderName
  readonly used: readonly string[]
  readonly reader: string
  readonly small: readonly string[]
  readonly hours: readonly [from: number, to: number]
}

export const company = (random: Random, f: Founding): Company => {
  const people = f.names.map((name) => person(random, name, f.domain, f.lines))
  return {
    tenant: {
      id: random.uuid(),
      domain: f.domain,
      initial: `${f.host}.onmicrosoft.com`,
      host: f.host,
      office: place(random, f.office, f.lines.town),
      graph: random.uuid(),
      people,
    },
    people,
    lines: f.lines,
    used: f.used.map((name) => vendorApp(random, name)),
    reader: vendorApp(random, f.reader),
    readerUsers: people.filter((_, i) => i % 4 === 1),
    readerPlaces: [
      place(random, 'azure', ['Amsterdam', 'Noord-Holland', 'NL', 'NL-NH']),
      place(random, 'azure', ['Amsterdam', 'Noord-Holland', 'NL', 'NL-NH']),
    ],
    small: f.small.map((name) => vendorApp(random, name)),
    hours: f.hours,
  }
}

const names = ['Minutes', 'Offer', 'Plan', 'Budget', 'Report', 'Order', 'Notes', 'Schedule', 'Checklist', 'Price list']
const ends = ['docx', 'xlsx', 'pdf', 'pptx']
export const documentName = (random: Random): string =>
  `${random.pick(names)} ${random.integer(1, 48)}-2026.${random.pick(ends)}`

/** Where somebody works on a date: mostly in the office, some days at home. */
export const workPlace = (scene: Scene, c: Company, who: Person, date: number, atHome = 0.35): Place =>
  scene.chance(atHome) ? who.home.at(date) : c.tenant.office

const mine = (scene: Scene, c: Company, who: Person, date: number, where: Place): void => {
  const {
    tenant: t,
    hours: [from, to],
  } = c
  const { random } = scene
  const any = (a = from, b = to): number => scene.moment(date, a, b)
  if (scene.chance(0.4)) {
    const time = any(from, from + 1.5)
    signIn(scene, t, time, who, first.home, where)
    if (scene.chance(0.3)) loggedIn(scene, t, time, who, first.home, where)
  }
  signIn(scene, t, any(), who, random.pick([first.teams, first.office, first.outlookWeb, first.sync]), where, {
    interactive: false,
  })
  if (scene.chance(0.35))
    signIn(scene, t, any(from - 1, to + 3), who, first.outlookMobile, who.mobile.at(date), {
      interactive: false,
      agent: who.phone,
    })
  if (scene.chance(0.5)) signIn(scene, t, any(), who, random.pick(c.used), where, { interactive: scene.chance(0.5) })
  if (scene.chance(0.6)) mailRead(scene, t, any(), who, { app: first.outlookWeb, where })
  if (scene.chance(0.25))
    mailSent(
      scene,
      t,
      any(),
      who,
      { app: first.outlookWeb, where },
      `Re: ${random.pick(names)} ${random.integer(1, 48)}`,
    )
  for (let i = random.integer(0, 2); i > 0; i--) {
    const operation = random.pick(['FileAccessed', 'FileModified', 'FileDownloaded', 'FileUploaded', 'FilePreviewed'])
    const place = scene.chance(0.6) ? { site: random.pick(['Projects', 'Administration', 'Sales']) } : {}
    file(scene, t, any(), who, operation, {
      ...place,
      folder: random.pick(['General', 'Archive', '2026']),
      name: documentName(random),
      where,
    })
  }
  if (c.readerUsers.includes(who))
    mailRead(scene, t, any(from, to), who, {
      app: c.reader,
      where: random.pick(c.readerPlaces),
      count: random.integer(1, 4),
    })
  if (scene.chance(0.012)) {
    const app = random.pick(c.small)
    const time = any()
    signIn(scene, t, time, who, app, where)
    consent(scene, t, time + 5000, who, app, 'User.Read openid profile')
  }
  if (scene.chance(0.02)) {
    const time = any(from, from + 1)
    signIn(scene, t, time, who, first.home, where, {
      error: 50126,
      reason: 'Error validating credentials due to invalid username or password.',
    })
    signIn(scene, t, time + minute, who, first.home, where)
  }
}

/** One ordinary working day of all people, some of whom are absent. */
export const ordinaryDay = (scene: Scene, c: Company, date: number, atHome = 0.35, people = c.people): void => {
  for (const who of people) if (!scene.chance(0.12)) mine(scene, c, who, date, workPlace(scene, c, who, date, atHome))
}
