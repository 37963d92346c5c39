// Acts of the accounts of alerts that are about no application: from the address of an alert, an attacker also registers devices.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import { appIds } from '../view/view.ts'

/** Pairs of an account and an address. */
const mostPairs = 100_000

export class RelatedActs {
  readonly #pairs = new Set<string>()
  readonly #addresses = new Set<string>()

  learn(alert: Alert): void {
    const { oauth, source } = alert
    if (source === undefined || this.#pairs.size >= mostPairs) return
    this.#addresses.add(source.ip)
    for (const account of [...accountsOf(alert), oauth?.account?.name, oauth?.account?.id])
      if (account !== undefined) this.#pairs.add(`${source.ip} ${account.toLowerCase()}`)
  }

  /** Whether a change from an address may be one of them. */
  isFrom(address: string): boolean {
    return this.#addresses.has(address)
  }

  /** A change of the directory by such an account. */
  has(document: EcsDocument): boolean {
    const { event, source } = document
    return (
      event.category?.includes('iam') === true &&
      appIds(document).length === 0 &&
      accountsOf(document).some((account) => this.#pairs.has(`${source?.ip} ${account.toLowerCase()}`))
    )
  }
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
