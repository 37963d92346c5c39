// Evaluates a query over documents in which the values of some fields are not known.
import type { FieldCatalog } from '../catalog.ts'
import type { Node } from './ast.ts'
import { kqlFormula } from './evaluate.ts'

type Test<D extends object, C> = (document: D, context: C) => boolean

/** Compiles a test of whether a query matches a document, whatever the values of its unknown fields are. */
export function certainly<D extends object, C>(
  node: Node,
  catalog: FieldCatalog,
  isUnknown: (field: string, document: D, context: C) => boolean,
): Test<D, C> {
  const certain = (part: Node, wanted: boolean): Test<D, C> => {
    switch (part.kind) {
      case 'all':
        return () => wanted
      case 'not':
        return certain(part.of, !wanted)
      case 'and':
      case 'or': {
        const parts = part.of.map((each) => certain(each, wanted))
        return (part.kind === 'and') === wanted
          ? (document, context) => parts.every((each) => each(document, context))
          : (document, context) => parts.some((each) => each(document, context))
      }
      default: {
        const { holds } = kqlFormula(part, catalog)
        return (document, context) => holds(document) === wanted && !isUnknown(part.field, document, context)
      }
    }
  }
  return certain(node, true)
}
