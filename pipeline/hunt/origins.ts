import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import type { RecordOrigin } from '../entity-store/entity-event.ts'
import type { Decoded } from '../outcome.ts'

/** The places of records, in a form short enough to pass through the spool with each document. */
export class Origins {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

  /** Returns three words. The last word is empty if the record is a whole value. */
  label({ delivery: { source, offset }, element }: Decoded): string {
    const number = lookedUp(this.#numbers, source, () => this.#names.push(source) - 1)
    return `${number} ${offset} ${element}`
  }

  of(number: string, offset: string, element: string): RecordOrigin {
    return { source: this.#names[Number(number)] as string, offset, ...(element !== '' && { element }) }
  }
}
