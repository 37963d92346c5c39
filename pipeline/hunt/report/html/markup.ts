// HTML templates that escape all inserted text except markup, so that text of a record cannot become HTML by accident.
import { visible } from '../../../safe-output/visible.ts'
import { cut } from '../kept.ts'

export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Part = string | number | Markup | undefined | false | readonly Part[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** No reader needs a longer text. This is the last limit, for text that was not truncated earlier. */
const longest = 5_000

/** Text for an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return visible(cut(text, longest)).replace(/[&<>"']/g, (sign) => entities[sign] as string)
}

function render(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  return escapeHtml(String(part))
}

/** Returns HTML in which all inserted text is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, i) => `${text}${i < parts.length ? render(parts[i]) : ''}`).join(''))
}

/** Dates and times, which a narrow column must not break at their hyphens. */
const times = /(?<![\w-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?(?![\w-])/g

/** Text of a record, truncated, and isolated so that it cannot change the direction of neighboring text. */
export function escaped(text: string, most = 300): Markup {
  return new Markup(isolated(text, most).text.replace(times, '<time>$&</time>'))
}

const isolated = (text: string, most: number): Markup => html`<bdi>${cut(text, most)}</bdi>`

/** Renders the same text as code, for copying: an ID, an address, a command. */
export function code(text: string, most = 300): Markup {
  return html`<code>${isolated(text, most)}</code>`
}

export function joined(parts: readonly Part[], separator: Part): Part {
  return parts
    .filter((part) => part !== undefined && part !== false)
    .flatMap((part, i) => (i === 0 ? [part] : [separator, part]))
}
