// The sentences that a person reads: Markdown outside code, and the comments and string literals of TypeScript.
import ts from 'typescript'

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

/** Returns comments, and string literals with a space: a literal without a space is a name. Omits import paths. */
export function typescriptTexts(file: string, source: string): Text[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const texts: Text[] = []
  const add = (position: number, text: string) =>
    texts.push({ line: tree.getLineAndCharacterOfPosition(position).line + 1, text: withoutCode(text) })
  const seen = new Set<number>()
  const comments = (node: ts.Node) => {
    for (const range of ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []) {
      if (seen.has(range.pos)) continue
      seen.add(range.pos)
      add(range.pos, source.slice(range.pos, range.end))
    }
  }
  const visit = (node: ts.Node) => {
    comments(node)
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      if (node.text.includes(' ')) add(node.getStart(), node.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return texts
}

/** Removes code in backticks, also if the source escapes the backticks, and settings in capitals. */
function withoutCode(text: string): string {
  return text.replace(/\\?`[^`]*`/g, '`')
}
