import type { RecordOrigin } from '../entity-store/entity-event.ts'
import type { Decoded } from '../outcome.ts'

/** Where records stood, short enough to go through the spool with each document. */
export class Origins {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

  /** Three words; the last is empty for a record that is a whole value. */
  label({ delivery: { source, offset }, element }: Decoded): string {
    let number = this.#numbers.get(source)
    if (number === undefined) {
      number = this.#names.push(source) - 1
      this.#numbers.set(source, number)
    }
    return `${number} ${offset} ${element}`
  }

  /** The origin of a label. */
  of(number: string, offset: string, element: string): RecordOrigin {
    return { source: this.#names[Number(number)] as string, offset, ...(element !== '' && { element }) }
  }
}
