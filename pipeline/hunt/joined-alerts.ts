// One act, one alert: several rules may find the same event, alone and in a sequence or a count. A hunt knows all of them when it ends.
import type { Alert } from '../../rules/lib/alert.ts'
import { compareSeverity } from '../../rules/lib/rule.ts'

/** Beyond that, an alert stays as it is: an input must not decide how much memory a hunt needs. */
const mostAlerts = 20_000

const eventsOf = ({ events }: Alert): string[] => events.map(({ dataset, _id }) => `${dataset}\0${_id}`)

const appOf = ({ oauth }: Alert): string | undefined => oauth?.app?.id ?? oauth?.app?.object_id

/** Whether the second alert leads a reader to all that the first one does. */
function covers(alert: Alert, other: Alert): boolean {
  const app = appOf(alert)
  return (
    alert.rule.id !== other.rule.id && (other.settled || !alert.settled) && (app === undefined || app === appOf(other))
  )
}

/** Alerts of one hunt. `keepsApart` selects the rules with alerts that are never joined. */
export class JoinedAlerts {
  readonly #keepsApart: (ruleId: string) => boolean
  #alerts: Alert[] = []

  constructor(keepsApart: (ruleId: string) => boolean) {
    this.#keepsApart = keepsApart
  }

  /** Takes alerts, and returns those that are too many to compare. */
  add(alerts: readonly Alert[]): readonly Alert[] {
    const room = Math.max(0, mostAlerts - this.#alerts.length)
    this.#alerts.push(...alerts.slice(0, room))
    return alerts.slice(room)
  }

  /** The most severe alert of each set of events, in order of time. It names the rules of the alerts on parts of that set. */
  end(): Alert[] {
    const byGravity = [...this.#alerts].sort(
      (a, b) => compareSeverity(b.severity, a.severity) || b.events.length - a.events.length,
    )
    const holders = new Map<string, Alert[]>()
    const joined = new Map<Alert, Alert[]>()
    for (const alert of byGravity) {
      const alone = this.#keepsApart(alert.rule.id)
      const [first, ...others] = eventsOf(alert).map((event) => holders.get(event) ?? [])
      const holder = alone
        ? undefined
        : first?.find((other) => covers(alert, other) && others.every((each) => each.includes(other)))
      if (holder !== undefined) {
        joined.get(holder)?.push(alert)
        continue
      }
      joined.set(alert, [])
      if (alone) continue
      for (const event of eventsOf(alert)) holders.set(event, [...(holders.get(event) ?? []), alert])
    }
    this.#alerts = []
    return [...joined]
      .map(([alert, parts]) => withParts(alert, parts))
      .sort((a, b) => (a['@timestamp'] < b['@timestamp'] ? -1 : a['@timestamp'] > b['@timestamp'] ? 1 : 0))
  }
}

function withParts(alert: Alert, parts: readonly Alert[]): Alert {
  if (parts.length === 0) return alert
  const also = parts.map(({ rule, severity, '@timestamp': at }) => ({ '@timestamp': at, rule, severity }))
  const names = [...new Set(parts.map(({ rule }) => rule.name))]
  return { ...alert, reason: `${alert.reason}; also: ${names.join(', ')}`, also }
}
