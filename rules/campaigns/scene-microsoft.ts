// Weeks of ordinary work in one tenant, and small helpers for the scenes of one author.
import { type App, after, type Made, type Person, workdays } from './scene-directory.ts'
import type { Tenant } from './scene-workloads.ts'

export { type App, after, browser, graphId, type Made, type Person, workdays } from './scene-directory.ts'
export { Tenant } from './scene-workloads.ts'

export const officeHome = '4765445b-32c6-49b0-83e6-1d93765276ca'
export const outlookMobile: App = {
  name: 'Outlook Mobile',
  appId: '27922004-5251-4030-b22d-91ecd9a37ea4',
  sp: '',
  object: '',
}

/** Weeks of ordinary work: sign-ins, an application that the house uses for mail, and files in a browser. */
export const ordinaryWork = (
  tenant: Tenant,
  people: readonly Person[],
  house: App,
  server: string,
  first: string,
  days: number,
): Made[] => {
  const { random } = tenant
  const start = workdays(first, days)
  const consents = people.flatMap((person, i) => {
    const time = `${start[i % 5]}T08:${String(10 + i)}:11`
    return [
      tenant.signIn(after(time, -40), person, officeHome, person.ip),
      ...tenant.consent(
        time,
        person,
        house,
        'Calendars.ReadWrite Mail.ReadWrite User.Read offline_access',
        false,
        i === 0,
      ),
    ]
  })
  const web: App = {
    name: 'Office 365 SharePoint Online',
    appId: '08e18876-6177-487e-b8b5-cf950c1e598c',
    sp: '',
    object: '',
  }
  const daily = start.slice(5).flatMap((day) =>
    people
      .filter(() => random.number() < 0.6)
      .flatMap((person) => {
        const time = `${day}T${String(random.integer(8, 15)).padStart(2, '0')}:${random.integer(10, 59)}:${random.integer(10, 59)}`
        return [
          tenant.signIn(time, person, officeHome, person.ip),
          tenant.mail(after(time, 300), person, house, server, random.integer(1, 8)),
          ...(random.number() < 0.4
            ? [
                tenant.file(
                  after(time, 900),
                  person,
                  web,
                  person.ip,
                  ['Team', `minutes-${random.integer(1, 60)}.docx`],
                  'FileAccessed',
                ),
              ]
            : []),
          ...(random.number() < 0.15
            ? [tenant.file(after(time, 1500), person, web, person.ip, ['Team', `plan-${random.integer(1, 60)}.xlsx`])]
            : []),
        ]
      }),
  )
  return [...consents, ...daily]
}

/** Every n-th id of mail, files and sign-ins, for the records that must stay quiet. */
export const some = (records: readonly Made[], step: number): string[] =>
  records
    .filter(({ RecordType }) => RecordType !== 8)
    .filter((_, i) => i % step === 0)
    .map(({ Id }) => Id)

/** The ids of records. */
export const ids = (...records: readonly (Made | readonly Made[])[]): string[] => records.flat().map(({ Id }) => Id)

/** Records at the same distance from each other. */
export const series = (
  count: number,
  time: string,
  seconds: number,
  build: (time: string, index: number) => Made,
): Made[] => Array.from({ length: count }, (_, i) => build(after(time, i * seconds), i))

/** All records by their time. */
export const inOrder = (...records: readonly (Made | readonly Made[])[]): Made[] =>
  records.flat().toSorted((a, b) => String(a.CreationTime).localeCompare(String(b.CreationTime)))
