// The personas of scenarios: the people and applications of the samples with their IDs, and others that can replace them.
import { words } from '../../../mappings/fields/field.ts'
import { didYouMean } from '../../../mappings/kernel/suggest.ts'
import { type AppIds, appIds, type PersonIds, personIds } from './identity.ts'

/** The people of the samples. */
export const people: Readonly<Record<string, Partial<PersonIds>>> = {
  'mara.voss': {
    object: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
    puid: '10032002A1B2C3D4',
    mailbox: 'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80',
    sid: 'S-1-5-21-1111111111-222222222-3333333333-4444444',
    profile: '100123456789012345678',
  },
  'jonas.reimer': { object: '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26', puid: '10032002B7C8D9E0' },
  'tomas.lindqvist': { object: '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f', puid: '10032001F9E8D7C6' },
  'lena.ostrow': { profile: '118204417730926514083' },
  'joost.hale': { profile: '102946617803351720948' },
  'tomas.feld': { profile: '107719230458816620417' },
  'priya.nand': { profile: '113380562947701184259' },
  'noor.baker': { profile: '104411902277365518902' },
  'ivo.brandt': { profile: '100987654321098765432' },
  'ines.falk': {},
  'selin.okoye': {},
}

const otherPeople = words(`
  ole.brandt ines.moreau petr.novak aino.lehto ines.carver ada.brook ben.oduya cleo.marsh dana.fisk emil.torres
  fay.lund gus.ahlers nora.kjell tariq.quinn jon.keller
`)

/** The applications of the samples and of the vendors. */
export const applications: Readonly<Record<string, Partial<AppIds>>> = {
  'Invoice Sync Helper': {
    microsoft: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
    principal: '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a',
  },
  'Harbour CRM Connector': {
    microsoft: '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
    principal: 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
    key: '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f',
  },
  'Payroll Bridge': {
    microsoft: '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
    principal: 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
    registration: 'c5d7e9f1-3a2b-4c6d-8e0f-1b9a7c5d3e42',
  },
  'Inbox Pilot': google('417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com'),
  'Roadmap Board': google('590314872206-b8v3x7n1q5k9m2c6z4t0r8w3y7p1s5dg.apps.googleusercontent.com'),
  'Signature Studio': { project: '684401173925' },
  'invoice-sync': { google: '104567890123456789012' },
  'mail-sweeper': { google: '112044879936650172483' },
  'Graph Explorer': { microsoft: 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
  'Microsoft Azure CLI': { microsoft: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' },
  'Microsoft Azure PowerShell': { microsoft: '1950a258-227b-4e31-a9cf-717495945fc2' },
  'Microsoft Office': { microsoft: 'd3590ed6-52b3-4102-aeff-aad2292ab01c' },
  'Microsoft Teams': { microsoft: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' },
  'Outlook Mobile': { microsoft: '27922004-5251-4030-b22d-91ecd9a37ea4' },
  OfficeHome: { microsoft: '4765445b-32c6-49b0-83e6-1d93765276ca' },
  'OneDrive SyncEngine': { microsoft: 'ab9b8c07-8f02-4f72-87fa-80105867a763' },
  'Office 365 Exchange Online': { microsoft: '00000002-0000-0ff1-ce00-000000000000' },
  'Office 365 Management': { microsoft: '00b41c95-dab0-4487-9791-b9d2c32c80f2' },
  'SharePoint Online Management Shell': { microsoft: '9bc3ab49-b65d-410a-85ad-de819febfddc' },
  'Azure Portal': { microsoft: '74658136-14ec-4630-ad9b-26e160ff0fc6' },
  'Visual Studio Code': { microsoft: 'aebc6443-996d-45c2-90f0-388ff96faa56' },
  'eM Client': { microsoft: 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
  'Google Cloud SDK': google('32555940559.apps.googleusercontent.com'),
  'Google OAuth 2.0 Playground': google('407408718192.apps.googleusercontent.com'),
  'Google Chrome': google('77185425430.apps.googleusercontent.com'),
  rclone: google('202264815644.apps.googleusercontent.com'),
  'Mozilla Thunderbird': google('406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj.apps.googleusercontent.com'),
}

const otherApplications = [
  'Berth Planner',
  'Route Optimizer',
  'Customs Gateway',
  'Yard Sensors',
  'Fleet Telemetry',
  'Cargo Ledger',
  'Tide Tables',
  'Dock Survey',
  'Room Planner',
  'Deal Board',
  'Crew Roster',
]

const kinds = [
  { noun: 'person', members: [...Object.keys(people), ...otherPeople], others: otherPeople },
  { noun: 'application', members: [...Object.keys(applications), ...otherApplications], others: otherApplications },
]

const kindOf = (name: string) => kinds.find(({ members }) => members.includes(name))
const isPerson = (name: string) => kindOf(name)?.noun === 'person'

/** The personas that replace a persona in a step. */
type By = string | readonly string[] | number

/** Returns the personas that replace a persona, in order. */
export function turns(name: string, by: By): readonly string[] {
  if (typeof by === 'number') return [name, ...(kindOf(name)?.others ?? [])].slice(0, by)
  return typeof by === 'string' ? [by] : by
}

/** Returns why these personas cannot replace a persona in a step with this number of repetitions. */
export function personaProblem(name: string, by: By, times: number): { message: string; hint: string } | undefined {
  const { noun = 'persona', members = kinds.flatMap((kind) => kind.members) } = kindOf(name) ?? {}
  const all = turns(name, by)
  const stranger = [name, ...all].find((one) => !members.includes(one))
  if (stranger !== undefined) {
    const hint = didYouMean(stranger, members).hint ?? 'use `replace` for other names'
    return { message: `there is no ${noun} ${JSON.stringify(stranger)}`, hint }
  }
  if (typeof by === 'number' && by > all.length)
    return { message: `${by} personas cannot replace ${name}`, hint: `use at most ${all.length}` }
  if (all.length <= times) return undefined
  return {
    message: `${name} has more replacements than the step has records`,
    hint: `use at most ${times}, or repeat the step`,
  }
}

/** The values of one persona by kind: its name and its IDs. */
type Values = Readonly<Record<string, string>>

/** Returns the sample texts that identify a persona, each with the text of another persona. */
export function asPersona(name: string, by: string): Values {
  const values: Values = { ...(isPerson(by) ? personIds('personas', by) : appIds('personas', by)), ...known(by) }
  return Object.fromEntries(
    Object.entries(known(name)).flatMap(([kind, text]) => spellings(kind, text, values[kind] ?? text)),
  )
}

function known(name: string): Values {
  return { name, ...(people[name] ?? applications[name]) }
}

/**
 * Returns the spellings of a value: addresses in paths (SharePoint), display names, lower-case PUIDs, and the ID of a
 * deleted user without hyphens.
 */
export function spellings(kind: string, text: string, by: string): [string, string][] {
  const also = (change: (value: string) => string): [string, string] => [change(text), change(by)]
  const plain: [string, string] = [text, by]
  if (kind === 'puid') return [plain, also((puid) => puid.toLowerCase())]
  if (kind === 'object') return [plain, also((id) => id.replaceAll('-', ''))]
  if (kind === 'address') return [plain, also((address) => address.replace(/[.@]/g, '_'))]
  return kind === 'name' && isPerson(text) ? [plain, also((name) => name.replace('.', '_')), also(displayed)] : [plain]
}

/** Mara Voss */
function displayed(name: string): string {
  return name.replace(/\b\w/g, (letter) => letter.toUpperCase()).replace('.', ' ')
}

/** A Google client ID, and the project number at its start. */
function google(client: string): Partial<AppIds> {
  return { google: client, project: client.split(/[-.]/)[0] ?? client }
}
