// Acts of accounts with alerts that concern no application: from the address of an alert, an attacker also registers devices.
import { bestId, type EcsDocument } from '../../../mappings/fields/document.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import type { Device } from '../../review/containment/microsoft.ts'

/** Pairs of an account and an address, and devices. */
const mostPairs = 100_000
const mostDevices = 10_000

export class RelatedActs {
  readonly #pairs = new Set<string>()
  readonly #addresses = new Set<string>()
  /** Registered devices, each with the pairs of the record. */
  readonly #registered = new Map<string, { readonly device: Device; readonly pairs: readonly string[] }>()
  /** Devices by ID, with the time of their last removal. */
  readonly #removed = new Map<string, string>()

  learn(alert: Alert): void {
    const { oauth, source } = alert
    if (source === undefined || this.#pairs.size >= mostPairs) return
    this.#addresses.add(source.ip)
    for (const account of [...accountsOf(alert), oauth?.account?.name, oauth?.account?.id])
      if (account !== undefined) this.#pairs.add(pairOf(source.ip, account))
  }

  /** Takes the devices of a record, even of one that the results do not show. */
  see(document: EcsDocument): void {
    for (const { id, at } of devicesIn(document, 'removed'))
      if (this.#removed.size < mostDevices) this.#removed.set(id, at)
    for (const device of devicesIn(document, 'registered'))
      if (this.#registered.size < mostDevices && !this.#registered.has(device.id))
        this.#registered.set(device.id, { device, pairs: pairsOf(document) })
  }

  /** The devices that accounts of alerts registered from the addresses of the alerts, with their later removal, regardless of the account that removed them. */
  devices(): Device[] {
    return [...this.#registered.values()]
      .filter(({ pairs }) => pairs.some((pair) => this.#pairs.has(pair)))
      .map(({ device }) => {
        const removed = this.#removed.get(device.id)
        return removed === undefined || removed < device.at ? device : { ...device, removed }
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
