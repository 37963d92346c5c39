// Alerts of rules that raise one alert for repetitions: held until the period ends, so that each lists all its events.
import { present } from '../../mappings/kernel/present.ts'
import { type Alert, eventKey } from './alert.ts'
import { joinedTies } from './ties.ts'

interface Held {
  readonly alert: Alert
  /** Epoch milliseconds until which repeated matches belong to the alert. */
  readonly until: number
  /** By `eventKey`. */
  readonly events: Map<string, Alert['events'][number]>
  ties: Alert['ties']
  repeats: number
  last: string
}

/** Events above this number are counted but not listed. */
const mostEvents = 10_000

export class HeldAlerts {
  readonly #held = new Map<string, Held>()
  readonly #watched: WeakSet<Alert>

  /** `watched` contains the alerts on watched documents. A held alert is added if one of its repetitions is watched. */
  constructor(watched: WeakSet<Alert> = new WeakSet()) {
    this.#watched = watched
  }

  /** Whether an alert at an instant repeats the held alert, which then receives the events of the repetition. */
  repeats(key: string, alert: Alert, at: number): boolean {
    const held = this.#held.get(key)
    if (held === undefined || at > held.until) return false
    held.repeats++
    if (alert['@timestamp'] > held.last) held.last = alert['@timestamp']
    addEvents(held, alert)
    held.ties = joinedTies(held.ties, alert.ties)
    if (this.#watched.has(alert)) this.#watched.add(held.alert)
    return true
  }

  /** Holds an alert. Returns the previously held alert if its period has expired. */
  hold(key: string, alert: Alert, until: number): Alert[] {
    const before = this.#held.get(key)
    const held: Held = { alert, until, events: new Map(), ties: alert.ties, repeats: 0, last: alert['@timestamp'] }
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

function toAlert({ alert, events, ties, repeats, last }: Held): Alert {
  if (repeats === 0) return alert
  const times = repeats === 1 ? 'once' : `${repeats} times`
  return {
    ...alert,
    reason: `${alert.reason}; repeated ${times}, ${repeats === 1 ? 'at' : 'most recently at'} ${last.replace('.000Z', 'Z')}`,
    events: [...events.values()],
    ...present({ ties }),
    repeats,
  }
}
