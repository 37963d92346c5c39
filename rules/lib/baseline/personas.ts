// The personas of the samples: people and applications with every ID that raw records contain for them. This module
// replaces them with people and applications of a tenant.
import type { App, Person } from './people.ts'

type Ids<T> = Readonly<Partial<Record<keyof T, string>>>

const users: readonly Ids<Omit<Person, 'department'>>[] = [
  {
    address: 'mara.voss@northpier.example',
    object: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
    puid: '10032002A1B2C3D4',
    mailbox: 'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80',
    sid: 'S-1-5-21-1111111111-222222222-3333333333-4444444',
    profile: '100123456789012345678',
    ip: '198.51.100.23',
  },
  {
    address: 'jonas.reimer@northpier.example',
    object: '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
    puid: '10032002B7C8D9E0',
    ip: '203.0.113.24',
  },
  { address: 'lena.ostrow@northpier.example', profile: '118204417730926514083', ip: '198.51.100.71' },
  { address: 'tomas.feld@northpier.example', profile: '107719230458816620417', ip: '198.51.100.84' },
  { address: 'noor.baker@northpier.example' },
  { address: 'priya.nand@northpier.example', ip: '198.51.100.92' },
]

const administrators: typeof users = [
  {
    address: 'tomas.lindqvist@northpier.example',
    object: '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
    puid: '10032001F9E8D7C6',
    ip: '198.51.100.31',
  },
  { address: 'joost.hale@northpier.example', profile: '102946617803351720948', ip: '198.51.100.12' },
]

const apps: readonly Ids<App>[] = [
  {
    name: 'Invoice Sync Helper',
    microsoft: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
    principal: '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a',
    ip: '203.0.113.77',
  },
  {
    name: 'Harbour CRM Connector',
    microsoft: '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
    principal: 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
    ip: '198.51.100.90',
  },
  {
    name: 'Payroll Bridge',
    microsoft: '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
    principal: 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
    registration: 'c5d7e9f1-3a2b-4c6d-8e0f-1b9a7c5d3e42',
  },
  { microsoft: '3f9d2c1b-6a58-4e47-8b30-1c2d3e4f5a6b', principal: '5a4b3c2d-1e0f-4a9b-8c7d-6e5f4a3b2c1d' },
  {
    name: 'Inbox Pilot',
    google: '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com',
    project: '417730926581',
    ip: '203.0.113.140',
  },
  {
    name: 'Roadmap Board',
    google: '590314872206-b8v3x7n1q5k9m2c6z4t0r8w3y7p1s5dg.apps.googleusercontent.com',
    project: '590314872206',
  },
  { name: 'Signature Studio', project: '684401173925' },
  { google: '104567890123456789012' },
  { google: '109923874450163387215' },
  { google: '112044879936650172483' },
  { ip: '2001:db8:51::17' },
]

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
    personas.flatMap((one) =>
      entriesOf(one).flatMap(([key, text]) => [[text, person[key]], ...otherSpellings(key, text, person[key])]),
    ),
  )
}

/** Returns the same for the application of a sample. */
export function asApp(app: App): Record<string, string> {
  return Object.fromEntries(apps.flatMap((one) => entriesOf(one).map(([key, text]) => [text, app[key]])))
}

/** Returns other spellings: lower-case PUIDs and address paths (SharePoint), a deleted user's ID without hyphens. */
function otherSpellings(key: string, text: string, by: string): [string, string][] {
  const path = (address: string) => address.replace(/[.@]/g, '_')
  if (key === 'puid') return [[text.toLowerCase(), by.toLowerCase()]]
  if (key === 'address') return [[path(text), path(by)]]
  return key === 'object' ? [[text.replaceAll('-', ''), by.replaceAll('-', '')]] : []
}

function entriesOf<T extends object>(ids: T): [keyof T & string, string][] {
  return Object.entries(ids) as [keyof T & string, string][]
}
