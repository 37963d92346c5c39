// Checks whether address databases exist and are recent.
import { dayMs } from '../../mappings/kernel/durations.ts'
import { type DatabaseFiles, describeDatabase } from '../enrich/address-databases.ts'
import { fine, inWords, type Judgment, note } from './diagnosis.ts'

/** Networks change owners: an older database contains wrong owners. */
const oldMs = 90 * dayMs

const roles = [
  { role: 'city', setting: 'GEO_CITY_DATABASE', fills: 'source.geo.*' },
  { role: 'asn', setting: 'GEO_ASN_DATABASE', fills: 'source.as.*' },
] as const

/** Checks the databases; `now` in epoch milliseconds. Throws a DependencyError for a file that is not a database. */
export function lookAtDatabases(files: DatabaseFiles, now: number): Judgment[] {
  return roles.map(({ role, setting, fills }) => {
    const path = files[role]
    if (path === undefined) return note(`${fills} contains only the values from the vendor`, `set ${setting}`)
    const { type, built } = describeDatabase(path, role)
    const age = now - built.getTime()
    const message = `${fills} is filled from ${path} (${type}, ${inWords(age)} old)`
    return age > oldMs ? note(message, 'download a newer database') : fine(message)
  })
}
