// The sentences that a person reads: Markdown outside code, and the comments and string literals of TypeScript.
import { parseSync, Visitor } from 'vite'
import { lineAt } from '../../mappings/kernel/source-lines.ts'

export interface Text {
  readonly line: number
  readonly text: string
}

/** The lines of a Markdown file without fenced code and without code in backticks. */
export function markdownTexts(source: string): Text[] {
  let fenced = false
  return source.split('\n').flatMap((text, index) => {
    if (/^\s*(?:```|~~~)/.test(text)) {
      fenced = !fenced
      return []
    }
    return fenced ? [] : [{ line: index + 1, text: withoutCode(text) }]
  })
}

/** Returns comments, and string literals with a space: a literal without a space is a name. */
export function typescriptTexts(file: string, source: string): Text[] {
  const { program, comments } = parseSync(file, source)
  const texts: Text[] = []
  const add = (position: number, text: string) =>
    texts.push({ line: lineAt(source, position), text: withoutCode(text) })
  for (const { start, end } of comments) add(start, source.slice(start, end))
  new Visitor({
    Literal: ({ start, value }) => {
      if (typeof value === 'string' && value.includes(' ')) add(start, value)
    },
    TemplateElement: ({ start, value: { cooked } }) => {
      if (cooked?.includes(' ')) add(start, cooked)
    },
  }).visit(program)
  return texts
}

/** Removes code in backticks, also if the source escapes the backticks, and settings in capitals. */
function withoutCode(text: string): string {
  return text.replace(/\\?`[^`]*`/g, '`')
}
