// The subject of each line of the documents: few lines concern applications with alerts, and only these lines are parsed again.
import { bestId, type EcsDocument } from '../../../mappings/fields/document.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { present } from '../../../mappings/kernel/present.ts'
import { appIds } from '../view/view.ts'
import { limits } from './limits.ts'

/** The IDs of an application in lower case; for a directory change that concerns no application, its IP address. */
interface About {
  readonly ids: readonly string[]
  readonly address?: string
}

export class LineIndex {
  /** The number of each subject, by the JSON text of the subject. */
  readonly #numbers = new Map<string, number>()
  readonly #lines: Uint32Array[] = []
  #length = 0
  /** Lines that are always parsed again, regardless of their subject. */
  readonly #marked = new Set<number>()

  mark(): void {
    if (this.#marked.size < limits.tokens) this.#marked.add(this.#length - 1)
  }

  add(document: EcsDocument): void {
    const ids = appIds(document)
    const isChange = bestId(document.oauth?.app) === undefined && document.event.category?.includes('iam')
    const about = JSON.stringify({ ids, ...(isChange && present({ address: document.source?.ip })) } satisfies About)
    const number = lookedUp(this.#numbers, about, () => this.#numbers.size)
    const lines = this.#lines[this.#length >> 16] ?? new Uint32Array(0x10000)
    this.#lines[this.#length >> 16] = lines
    lines[this.#length++ & 0xffff] = number
  }

  /** Returns a test for line numbers, which start at 0. */
  select(isWanted: (about: About) => boolean): (line: number) => boolean {
    const wanted = new Set<number | undefined>()
    for (const [about, number] of this.#numbers) if (isWanted(JSON.parse(about))) wanted.add(number)
    return (line) => this.#marked.has(line) || wanted.has(this.#lines[line >> 16]?.[line & 0xffff])
  }
}
