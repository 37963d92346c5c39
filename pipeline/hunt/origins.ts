import type { EntityEvent } from '../entity-store/entity-event.ts'
import type { Delivery } from '../outcome.ts'

/** Where records stood, short enough to go through the spool with each document. */
export class Origins {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

  /** Two words. */
  label({ source, offset }: Delivery): string {
    let number = this.#numbers.get(source)
    if (number === undefined) {
      number = this.#names.push(source) - 1
      this.#numbers.set(source, number)
    }
    return `${number} ${offset}`
  }

  /** What these two words stand for. */
  of(number: string, offset: string): NonNullable<EntityEvent['origin']> {
    return { source: this.#names[Number(number)] as string, offset }
  }
}
