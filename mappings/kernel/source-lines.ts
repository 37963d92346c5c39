// The line of a file that a diagnostic is about.
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { type Diagnostic, formatDiagnostic } from './diagnostic.ts'
import { packageRoot } from './package-root.ts'

/**
 * The line of a diagnostic's file, from 1: that of its member, else that of the nearest member around it. A path may end in
 * a place in the text of its member: `query:2:14`.
 */
export function lineOf({ file, path }: Pick<Diagnostic, 'file' | 'path'>): number {
  const text = read(file)
  if (text === undefined) return 1
  const [member = '', line = '1'] = path.split(':')
  // A text in JSON is on one line, whatever lines it has.
  if (file.endsWith('.json')) return lineAt(text, offsetInJson(text, member))
  return lineAt(text, offsetInLiteral(text, member)) + Number(line) - 1
}

/** A diagnostic as text for a person, with the line in a JSON file. */
export function formatWithLine(diagnostic: Diagnostic): string {
  const { file, path } = diagnostic
  const hasLine = !file.endsWith('.json') || path === '' || /^\d+(:\d+)?$/.test(path)
  return formatDiagnostic(hasLine ? diagnostic : { ...diagnostic, path: `${lineOf(diagnostic)}:${path}` })
}

/** The members of a JSON text whose name occurs twice in their object: JSON.parse keeps only the last. */
export function repeatedMembers(text: string): { readonly name: string; readonly line: number }[] {
  const repeated: { name: string; line: number }[] = []
  const visit = (node: Node | undefined): void => {
    const names = new Set<unknown>()
    for (const child of node?.children ?? []) {
      const name = child.type === 'property' ? child.children?.[0]?.value : undefined
      if (typeof name === 'string' && names.has(name)) repeated.push({ name, line: lineAt(text, child.offset) })
      names.add(name)
      visit(child)
    }
  }
  visit(parseTree(text))
  return repeated
}

/** The line and the column, from 1, of the first error in a text that is no JSON: `3:14`. */
export function firstJsonError(text: string): string {
  const errors: ParseError[] = []
  parseTree(text, errors, { disallowComments: true })
  const before = text.slice(0, errors[0]?.offset).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

/** Returns the line number of an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function read(file: string): string | undefined {
  for (const path of isAbsolute(file) ? [file] : [file, join(packageRoot, file)]) {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      // It may be the other one.
    }
  }
  return undefined
}

/** The first error of a text that is no JSON; else the member, by its name. */
function offsetInJson(text: string, path: string): number {
  const errors: ParseError[] = []
  const root = parseTree(text, errors)
  const [error] = errors
  if (root === undefined || error !== undefined) return error?.offset ?? 0
  const segments = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  for (let length = segments.length; length > 0; length--) {
    const node = findNodeAtLocation(root, segments.slice(0, length))
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent.offset : node.offset
  }
  return 0
}

/** The member of the literal that a path begins with: Biome writes each on a line of its own. */
function offsetInLiteral(text: string, path: string): number {
  const [member] = path.split('.')
  return Math.max(0, text.indexOf(`\n  ${member}:`) + 1)
}
