import { isObject, listsObject, parsedJson } from '../../mappings/kernel/json.ts'

/** Returns true if a page without its elements contains other lists, or an error. Its decoder reports damaged text. */
function saysMore(text: string): boolean {
  const page = parsedJson(text)
  return !isObject(page) || isObject(page.error) || Object.values(page).some(listsObject)
}

/** The arrays around the current value, and the pages that contain them. */
export class OpenArrays {
  /** For each array, the text of its page up to it; empty without a page. */
  readonly #pages: string[] = []
  /** The text of a page up to its array while the current value is the rest of the page; otherwise empty. */
  #page = ''

  get isEmpty(): boolean {
    return this.#pages.length === 0
  }

  /** The length of the text that is kept of all pages. */
  get kept(): number {
    return this.#pages.reduce((sum, page) => sum + page.length, this.#page.length)
  }

  get isInRest(): boolean {
    return this.#page !== ''
  }

  open(page = ''): void {
    this.#pages.push(page)
  }

  /** Closes the innermost array. Returns true if the rest of its page follows. */
  close(): boolean {
    this.#page = this.#pages.pop() ?? ''
    return this.isInRest
  }

  clear(): void {
    this.#pages.length = 0
  }

  leaveRest(): void {
    this.#page = ''
  }

  /** Returns the text of a value; of the rest of a page, the whole page without its elements. */
  complete(text: string): string {
    const page = this.#page
    this.#page = ''
    return page === '' ? text : `${page}]${text.slice(1)}`
  }

  /** Returns the text of a value, or undefined for the rest of a page without further facts. */
  record(text: string): string | undefined {
    const isPage = this.isInRest
    const whole = this.complete(text)
    return isPage && !saysMore(whole) ? undefined : whole
  }
}
