// Writes to Kibana, and records the writes and the refusals.
import type { File } from 'node:buffer'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Kibana, refusal } from '../clients/kibana.ts'

export interface Written {
  /** The action and the name of its object: `update Illicit Consent …`. */
  readonly what: string
  /** Status and reason of a refusal. */
  readonly refused?: string
  /** True if Kibana failed, and the same write may succeed later. */
  readonly failed?: true
}

/** The members of a refused write. */
export const refusedBy = ({ status, reason }: { readonly status: number; readonly reason: string }) => ({
  refused: `${status} ${reason}`,
  ...((status === 429 || status >= 500) && { failed: true as const }),
})

/** The member that names the object in an answer to a write, by the start of the path. Other answers may be empty. */
const idsOf: readonly (readonly [path: string, member: string])[] = [
  ['/detection_engine/rules', 'rule_id'],
  ['/exception_lists/items', 'item_id'],
  ['/exception_lists', 'list_id'],
]

export class Writer {
  readonly done: Written[] = []
  private readonly kibana: Kibana
  private readonly onWritten: ((written: Written) => void) | undefined

  constructor(kibana: Kibana, onWritten?: (written: Written) => void) {
    this.kibana = kibana
    this.onWritten = onWritten
  }

  async send(
    what: string,
    method: Parameters<Kibana['send']>[0],
    path: string,
    body?: JsonObject | File,
  ): Promise<void> {
    const answer = await this.kibana.send(method, path, body)
    const member = idsOf.find(([start]) => path.startsWith(start))?.[1]
    const isWritten = member === undefined || (answer.ok && isObject(answer.body) && member in answer.body)
    if (answer.ok && !isWritten) throw refusal(this.kibana, `cannot ${what}`, answer)
    this.note({ what, ...(!answer.ok && refusedBy(answer)) })
  }

  note(written: Written): void {
    this.done.push(written)
    this.onWritten?.(written)
  }
}
