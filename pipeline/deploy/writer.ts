// Writes to Kibana and keeps what was written and what was refused.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import type { Kibana, Upload } from '../clients/kibana.ts'

export interface Written {
  /** The action and the name of its object: `update Illicit Consent …`. */
  readonly what: string
  /** Status and reason of a refusal. */
  readonly refused?: string
}

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
    body?: JsonObject | Upload,
  ): Promise<void> {
    const answer = await this.kibana.send(method, path, body)
    this.note(answer.ok ? { what } : { what, refused: `${answer.status} ${answer.reason}` })
  }

  note(written: Written): void {
    this.done.push(written)
    this.onWritten?.(written)
  }
}
