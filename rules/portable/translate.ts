// Translates the query of a rule to the fields of Elastic's integration, for one log source.
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

/** Returns the condition that is equivalent to a query, as far as the fields of the log source allow. */
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

/** Returns the acts and kinds of data of which a matching document must have one. */
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
  // A condition on a field of another log never holds here.
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
