// What one application or person does again and again on working days, and people from outside the tenant.
import { working } from './microsoft-background.ts'
import { day, type Log, type Person } from './microsoft-tenant.ts'
import type { Random } from './random.ts'

/** `act` at `count` moments of working days. Returns the ids of those after the first three weeks. */
export const routine = (
  log: Log,
  from: number,
  days: number,
  count: number,
  act: (at: number) => string,
): readonly string[] => {
  const late: string[] = []
  for (let i = 0; i < count; i += 1) {
    const at = working(log, from, days)
    const id = act(at)
    if (at > from + 21 * day) late.push(id)
  }
  return late
}

/** A person that is not in the list of the tenant. */
export const outsider = (random: Random, upn: string, name: string, like: Person, ip: string): Person => ({
  ...like,
  upn,
  name,
  oid: random.uuid(),
  puid: `10032003${random.uuid().slice(0, 8).toUpperCase()}`,
  mailbox: random.uuid(),
  ip,
})
