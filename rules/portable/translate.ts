// The query of a rule on the fields of Elastic's integration, for one log source.
import type { Leaf, Node } from '../lib/query/kql/ast.ts'
import { requiredValues } from '../lib/required-values.ts'
import { isWritten } from './elastic-fields.ts'
import { factOf } from './facts.ts'
import { allOf, always, anyOf, leaf, missing, type Native, never, noneOf } from './native.ts'
import { type Asked, ask, type Context, type NativeSource } from './question.ts'

interface Reader {
  readonly dataset: string
  readonly source: NativeSource
}

/** The condition that means the same as a query, as far as the fields of the log source can. */
export function translate(node: Node, reader: Reader, context: Context = contextOf(node)): Native {
  switch (node.kind) {
    case 'all':
      return always
    case 'not':
      return noneOf(translate(node.of, reader, context))
    case 'and': {
      const own = contextOf(node)
      const inner: Context = {
        acts: own.acts.length > 0 ? own.acts : context.acts,
        kinds: own.kinds.length > 0 ? own.kinds : context.kinds,
      }
      return allOf(node.of.map((each) => translate(each, reader, inner)))
    }
    case 'or': {
      const [first] = node.of
      const isList = first?.kind === 'is' && node.of.every((each) => each.kind === 'is' && each.field === first.field)
      if (isList) {
        const values = node.of.flatMap((each) => (each.kind === 'is' ? [each.value] : []))
        const listed = answer(first.field, { kind: 'is', values }, reader, context)
        if (listed.kind !== 'missing') return listed
      }
      return anyOf(node.of.map((each) => translate(each, reader, context)))
    }
    default:
      return answer(node.field, askedBy(node), reader, context)
  }
}

/** The acts and kinds of data without one of which a query finds nothing. */
export function contextOf(node: Node): Context {
  return {
    acts: [...(requiredValues(node, 'oauth.action') ?? [])].sort(),
    kinds: [...(requiredValues(node, 'oauth.activity.kind') ?? [])].sort(),
  }
}

function answer(field: string, asked: Asked, { dataset, source }: Reader, context: Context): Native {
  if (field === 'event.dataset') return asked.kind === 'is' && asked.values.includes(dataset) ? always : never
  const own = source.answers[field]?.(asked, context)
  if (own !== undefined) return own
  if (isWritten(dataset, field)) return leaf(ask(field, asked))
  // What the query asks of another log.
  if (/^(?:azure|gcp|google_workspace|o365)\./.test(field)) return never
  return missing(factOf(field))
}

function askedBy(node: Leaf): Asked {
  switch (node.kind) {
    case 'is':
      return { kind: 'is', values: [node.value] }
    case 'exists':
      return { kind: 'exists' }
    case 'range':
      return { kind: 'range', text: `${node.operator} ${node.value}` }
    case 'like':
      return { kind: 'like', pattern: node.segments.map((text) => text.replace(/[\\():<>"*{}]/g, '\\$&')).join('*') }
  }
}
