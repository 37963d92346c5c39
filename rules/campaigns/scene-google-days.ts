// Weeks of ordinary work in Google Workspace, and small helpers for the scenes of one author.
import { type Activity, type Client, type Domain, later, type Member, qualifier } from './scene-google.ts'

/** Weeks of ordinary work: logins, an application that the house uses for mail and calendar, and files in a browser. */
export const ordinaryDays = (
  domain: Domain,
  people: readonly Member[],
  house: Client,
  server: string,
  first: string,
  days: number,
  scopes = ['gmail.readonly', 'calendar.events', 'openid'],
): Activity[] => {
  const { random } = domain
  const methods = [
    'gmail.users.messages.list',
    'gmail.users.messages.get',
    'calendar.events.list',
    'calendar.events.insert',
  ]
  return Array.from({ length: days }, (_, i) => later(`${first}T00:00:00.000Z`, i * 86_400)).flatMap((day, i) => {
    if ([0, 6].includes(new Date(day).getUTCDay())) return []
    return people.flatMap((person, j) => {
      const time = later(day, random.integer(7 * 3600, 15 * 3600))
      const start = i === j % 4 ? [domain.token(later(day, 6 * 3600 + j * 60), 'authorize', person, house, scopes)] : []
      if (i < 5 || random.number() < 0.4) return start
      return [
        ...start,
        domain.login(time, person),
        domain.call(later(time, 200), person, house, random.pick(methods), server),
        ...(random.number() < 0.5
          ? [
              domain.drive(
                later(time, 900),
                person,
                person.ip,
                random.pick(['view', 'edit', 'download']),
                `Plan ${random.integer(1, 80)}`,
                person,
              ),
            ]
          : []),
      ]
    })
  })
}

export const qualifiers = (...all: readonly (Activity | readonly Activity[])[]): string[] => all.flat().map(qualifier)

/** Activities at the same distance from each other. */
export const chain = (
  count: number,
  time: string,
  seconds: number,
  build: (time: string, index: number) => Activity,
): Activity[] => Array.from({ length: count }, (_, i) => build(later(time, i * seconds), i))

/** All activities by their time. */
export const sorted = (...all: readonly (Activity | readonly Activity[])[]): Activity[] =>
  all.flat().toSorted((a, b) => a.id.time.localeCompare(b.id.time))
