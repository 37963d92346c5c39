// Where a YAML file contains a value: messages name its line and column.
import { yaml } from './loaded-late.ts'

/** `line:column` of the value at a path such as `rules.disabled[0]`, or of the nearest value around it. */
export function placeInYaml(text: string, path: string): string {
  const { isNode, LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  let offset = 0
  for (let length = steps.length; length > 0 && offset === 0; length--) {
    const node = document.getIn(
      steps.slice(0, length).map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
      true,
    )
    if (isNode(node) && node.range) offset = node.range[0]
  }
  const { line, col } = lines.linePos(offset)
  return `${line}:${col}`
}
