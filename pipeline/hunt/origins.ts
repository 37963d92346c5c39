import type { RecordOrigin } from '../entity-store/entity-event.ts'
import type { Decoded } from '../outcome.ts'

/** The places of records, in a form short enough to pass through the spool with each document. */
export class Origins {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

  /** Returns three words. The last word is empty if the record is a whole value. */
  label({ delivery: { source, offset }, element }: Decoded): string {
    let number = this.#numbers.get(source)
    if (number === undefined) {
      number = this.#names.push(source) - 1
      this.#numbers.set(source, number)
    }
    return `${number} ${offset} ${element}`
  }

  of(number: string, offset: string, element: string): RecordOrigin {
    return { source: this.#names[Number(number)] as string, offset, ...(element !== '' && { element }) }
  }
}
