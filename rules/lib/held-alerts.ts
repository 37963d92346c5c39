// Alerts of rules that raise one alert for what repeats: held until the time is over, so that each names all its events.
import { type Alert, eventKey } from './alert.ts'

interface Held {
  readonly alert: Alert
  /** Epoch milliseconds up to which it stands for what repeats it. */
  readonly until: number
  /** By `eventKey`. */
  readonly events: Map<string, Alert['events'][number]>
  repeats: number
  last: string
}

/** More events than that are counted, and not named. */
const mostEvents = 10_000

export class HeldAlerts {
  readonly #held = new Map<string, Held>()
  readonly #watched: WeakSet<Alert>

  /** `watched` holds the alerts on a document that the caller watches; an alert for what repeats is one if a repetition is. */
  constructor(watched: WeakSet<Alert> = new WeakSet()) {
    this.#watched = watched
  }

  /** Whether an alert raised at an instant repeats the one that is held; its events then belong to that one. */
  repeats(key: string, alert: Alert, at: number): boolean {
    const held = this.#held.get(key)
    if (held === undefined || at > held.until) return false
    held.repeats++
    if (alert['@timestamp'] > held.last) held.last = alert['@timestamp']
    addEvents(held, alert)
    if (this.#watched.has(alert)) this.#watched.add(held.alert)
    return true
  }

  /** Holds an alert, and returns the one with an expired period. */
  hold(key: string, alert: Alert, until: number): Alert[] {
    const before = this.#held.get(key)
    const held: Held = { alert, until, events: new Map(), repeats: 0, last: alert['@timestamp'] }
    addEvents(held, alert)
    this.#held.set(key, held)
    return before === undefined ? [] : [this.#toAlert(before)]
  }

  /** All alerts that are held, oldest first. */
  release(): Alert[] {
    const alerts = [...this.#held.values()].map((held) => this.#toAlert(held))
    this.#held.clear()
    return alerts.sort((a, b) => (a['@timestamp'] < b['@timestamp'] ? -1 : 1))
  }

  #toAlert(held: Held): Alert {
    const alert = toAlert(held)
    if (this.#watched.has(held.alert)) this.#watched.add(alert)
    return alert
  }
}

function addEvents({ events }: Held, alert: Alert): void {
  for (const event of alert.events) {
    if (events.size >= mostEvents) return
    events.set(eventKey(event), event)
  }
}

function toAlert({ alert, events, repeats, last }: Held): Alert {
  if (repeats === 0) return alert
  const times = repeats === 1 ? 'once' : `${repeats} times`
  return {
    ...alert,
    reason: `${alert.reason}; repeated ${times} until ${last.replace('.000Z', 'Z')}`,
    events: [...events.values()],
    repeats,
  }
}
