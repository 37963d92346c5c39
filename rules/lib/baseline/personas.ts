// The personas of the samples: people and applications with every ID that raw records contain for them. This module
// replaces them with people and applications of a tenant.
import { applications, people, spellings } from '../scenario/personas.ts'
import type { App, Person } from './people.ts'

type Ids<T> = Readonly<Partial<Record<keyof T, string>>>

const users: readonly Ids<Omit<Person, 'department'>>[] = [
  { ...person('mara.voss'), ip: '198.51.100.23' },
  { ...person('jonas.reimer'), ip: '203.0.113.24' },
  { ...person('lena.ostrow'), ip: '198.51.100.71' },
  { ...person('tomas.feld'), ip: '198.51.100.84' },
  person('noor.baker'),
  { ...person('priya.nand'), ip: '198.51.100.92' },
]

const administrators: typeof users = [
  { ...person('tomas.lindqvist'), ip: '198.51.100.31' },
  { ...person('joost.hale'), ip: '198.51.100.12' },
]

const apps: readonly Ids<App>[] = [
  { ...app('Invoice Sync Helper'), ip: '203.0.113.77' },
  { ...app('Harbour CRM Connector'), ip: '198.51.100.90' },
  app('Payroll Bridge'),
  { microsoft: '3f9d2c1b-6a58-4e47-8b30-1c2d3e4f5a6b', principal: '5a4b3c2d-1e0f-4a9b-8c7d-6e5f4a3b2c1d' },
  { ...app('Inbox Pilot'), ip: '203.0.113.140' },
  app('Roadmap Board'),
  app('Signature Studio'),
  { ...applications['invoice-sync'] },
  { google: '109923874450163387215' },
  { ...applications['mail-sweeper'] },
  { ip: '2001:db8:51::17' },
]

function person(name: string): Ids<Person> {
  return { address: `${name}@northpier.example`, ...people[name] }
}

function app(name: string): Ids<App> {
  return { name, ...applications[name] }
}

/** Returns the texts of a sample that identify its user, and the replacement of each text for a person. */
export function asUser(person: Person): Record<string, string> {
  return asOneOf(users, person)
}

/** The same for the administrator of a sample. */
export function asAdministrator(person: Person): Record<string, string> {
  return asOneOf(administrators, person)
}

function asOneOf(personas: typeof users, person: Person): Record<string, string> {
  return Object.fromEntries(
    personas.flatMap((one) => entriesOf(one).flatMap(([key, text]) => spellings(key, text, person[key]))),
  )
}

/** Returns the same for the application of a sample. */
export function asApp(app: App): Record<string, string> {
  return Object.fromEntries(apps.flatMap((one) => entriesOf(one).map(([key, text]) => [text, app[key]])))
}

function entriesOf<T extends object>(ids: T): [keyof T & string, string][] {
  return Object.entries(ids) as [keyof T & string, string][]
}
