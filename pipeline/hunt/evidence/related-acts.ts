// Acts of accounts with alerts that concern no application: from the address of an alert, an attacker also registers devices.
import { isDeepStrictEqual } from 'node:util'
import { bestId, type EcsDocument } from '../../../mappings/fields/document.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { present } from '../../../mappings/kernel/present.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import type { Device } from '../../review/containment/microsoft.ts'

/** Pairs of an account and an address, and registrations of devices. */
const most = 100_000
const mostOfDevice = 100

interface Registration {
  readonly device: Device
  /** The pairs of the record. */
  readonly pairs: readonly string[]
  removed?: string
}

export class RelatedActs {
  readonly #pairs = new Set<string>()
  readonly #addresses = new Set<string>()
  /** Registrations by the ID of the device, in order of time. */
  readonly #registrations = new Map<string, Registration[]>()
  #kept = 0

  learn(alert: Alert): void {
    const { oauth, source } = alert
    if (source === undefined || this.#pairs.size >= most) return
    this.#addresses.add(source.ip)
    for (const account of [...accountsOf(alert), oauth?.account?.name, oauth?.account?.id])
      if (account !== undefined) this.#pairs.add(pairOf(source.ip, account))
  }

  /** Takes the devices of a record, even of one that the results do not show. Receives the records in order of time. */
  see(document: EcsDocument): void {
    for (const { id, at } of devicesIn(document, 'removed'))
      for (const each of this.#registrations.get(id) ?? []) if (at >= each.device.at) each.removed ??= at
    // Entra also records a registration as an act of its own service, without an account or an address.
    const pairs = pairsOf(document)
    if (pairs.length === 0) return
    for (const device of devicesIn(document, 'registered')) {
      const known = lookedUp(this.#registrations, device.id, () => [])
      const isKnown = known.some((each) => each.removed === undefined && isDeepStrictEqual(each.pairs, pairs))
      if (isKnown || known.length >= mostOfDevice || this.#kept >= most) continue
      known.push({ device, pairs })
      this.#kept++
    }
  }

  /** The devices that accounts of alerts registered from the addresses of the alerts, with their later removal, regardless of the account that removed them. */
  devices(): Device[] {
    return [...this.#registrations.values()].flatMap((all) => {
      const last = all.findLast(({ pairs }) => pairs.some((pair) => this.#pairs.has(pair)))
      return last === undefined ? [] : [{ ...last.device, ...present({ removed: last.removed }) }]
    })
  }

  /** Checks quickly whether a change from an address may be related. */
  isFrom(address: string): boolean {
    return this.#addresses.has(address)
  }

  /** Checks whether a document is a directory change by an account with alerts from the same address. */
  has(document: EcsDocument): boolean {
    return pairsOf(document).some((pair) => this.#pairs.has(pair))
  }
}

const pairOf = (address: string | undefined, account: string): string => `${address} ${account.toLowerCase()}`

/** Returns the pairs of a directory change that concerns no application. */
function pairsOf(document: EcsDocument): string[] {
  const { event, source } = document
  if (event.category?.includes('iam') !== true || bestId(document.oauth?.app) !== undefined) return []
  return accountsOf(document).map((account) => pairOf(source?.ip, account))
}

function accountsOf({ user }: Alert | EcsDocument): string[] {
  return [user?.email, user?.name, user?.id].filter((each) => each !== undefined)
}

interface Target {
  readonly type?: string
  readonly id?: string
  readonly display_name?: string
}

const deviceActs = { registered: /^(register|add) device$/i, removed: /^(delete|unregister) device$/i } as const

/** The devices that were registered or removed according to a record. */
export function devicesIn(document: EcsDocument, act: keyof typeof deviceActs): Device[] {
  const { event, user } = document
  if (event.outcome === 'failure' || !deviceActs[act].test(event.action ?? '')) return []
  const { azure } = document as { azure?: { auditlogs?: { properties?: { target_resources_list?: unknown } } } }
  const targets = [azure?.auditlogs?.properties?.target_resources_list ?? []].flat() as Target[]
  return targets.flatMap(({ type, id, display_name: name = '' }) =>
    type !== 'Device' || id === undefined
      ? []
      : [{ id, name, account: user?.email ?? user?.id ?? '', at: document['@timestamp'] ?? '' }],
  )
}
