// The Markdown that rules are written in: headings, lists, bold, code. Anything else stays text; links are not made.
import { html, type Markup, type Part } from './markup.ts'

const inline = /(`[^`]*`|\*\*[^*]+\*\*)/

function words(text: string): Part {
  return text.split(inline).map((part): Part => {
    if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) return html`<code>${part.slice(1, -1)}</code>`
    if (part.length > 4 && part.startsWith('**') && part.endsWith('**'))
      return html`<strong>${words(part.slice(2, -2))}</strong>`
    return part
  })
}

const bullet = /^\s*[-*] +/
const step = /^\s*\d+[.)] +/

/** Markdown of a rule as HTML. */
export function ruleText(markdown: string): Markup {
  const blocks: Part[] = []
  let items: { ordered: boolean; parts: string[] } | undefined
  const flush = () => {
    if (items === undefined) return
    const lines = items.parts.map((part) => html`<li>${words(part)}</li>\n`)
    blocks.push(items.ordered ? html`<ol>\n${lines}</ol>\n` : html`<ul>\n${lines}</ul>\n`)
    items = undefined
  }
  for (const line of markdown.split('\n')) {
    const ordered = step.test(line)
    if (ordered || bullet.test(line)) {
      if (items?.ordered !== ordered) flush()
      items ??= { ordered, parts: [] }
      items.parts.push(line.replace(ordered ? step : bullet, ''))
      continue
    }
    if (line.trim() === '') continue
    flush()
    blocks.push(/^#+ /.test(line) ? html`<h5>${words(line.replace(/^#+ /, ''))}</h5>\n` : html`<p>${words(line)}</p>\n`)
  }
  flush()
  return html`${blocks}`
}
