// SECURITY.md promises that regular expressions that read log text run in linear time. This test finds every regular
// expression of the product in its syntax tree. recheck, a ReDoS checker, checks those with several unlimited repetitions
// and a sample of the others on each commit, and all of them in a deep run.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { checkSync } from 'recheck'
import { type ESTree, parseSync, Visitor } from 'vite'
import { expect, it } from 'vitest'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { lineAt } from '../../mappings/kernel/source-lines.ts'
import { isDeep, sampleOf } from '../support/deep.ts'

// Without this setting, recheck looks for a native program or a JVM, and the backends give slightly different results.
process.env.RECHECK_BACKEND = 'pure'

/** The source text of expressions that need not be linear, or that only exist at run time, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  '/\\B(?=(\\d{3})+$)/g': 'reads the digits of a number that we counted',
  '/\\/+$/': 'reads an address that the operator configured',
  "new RegExp(`${localTime},|,${localTime}(?=})`, 'g')": 'starts with a fixed text and repeats nothing without a bound',
  "new RegExp(`^(?:${address.source})$`, 'iu')":
    'the expression of an address, which is checked on its own, between anchors',
  "new RegExp(`^(?:\\\\{(${form})\\\\}|urn:uuid:(${form}))$`, 'i')":
    'the form of a GUID twice, which has a fixed length, between anchors',
  'new RegExp(\n  String.raw`^(?:[A-Z]+ ${anyHost}|(?:[A-Z]+ )?(?:${apiHost})?)[/?#].*|(?<=")(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE|MERGE|OPTIONS) (?:${anyHost})?|${apiHost})[/?#][^"]*|(?:(?:(?<=[A-Z] )${anyHost}|${apiHost})[/?#]|(?<=[\\s("])\\/)[^\\s"]*[^\\s"(),;.]`,\n  \'gis\',\n)':
    'test/pipeline/hunt/evidence/redactor.test.ts measures its time on hostile calls',
  "new RegExp(regex ?? '', regex_flag ?? '')": 'patterns of uap-core read the first 512 characters of a user agent',
  "new RegExp(longestFirst.map((word) => word.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&')).join('|'), 'giu')":
    'a list of fixed texts: the names of the tenant',
  "new RegExp(wanted.map((key) => key.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&')).join('|'), 'g')":
    'a list of fixed texts that a scenario names',
}

/** Limits in steps and in rounds of the search: limits in time would give another verdict on a loaded machine. */
const limits = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 100_000_000,
  ...(isDeep ? { maxIteration: 10 } : { maxIteration: 1, maxInitialGenerationSize: 50 }),
}

interface Found {
  readonly at: string
  readonly text: string
  /** A call with a computed pattern. */
  readonly computed: boolean
}

function expressionsIn(path: string, text: string): Found[] {
  const found: Found[] = []
  const add = ({ start, end }: { start: number; end: number }, computed: boolean) =>
    found.push({ at: `${path}:${lineAt(text, start)}`, text: text.slice(start, end), computed })
  const addCall = (call: ESTree.NewExpression | ESTree.CallExpression) => {
    if (call.callee.type === 'Identifier' && call.callee.name === 'RegExp') add(call, true)
  }
  new Visitor({
    NewExpression: addCall,
    CallExpression: addCall,
    Literal: (literal) => {
      if ('regex' in literal) add(literal, false)
    },
  }).visit(parseSync(path, text).program)
  return found
}

/** Returns the objection to an expression, or undefined if the expression runs in linear time. */
function objectionTo({ text, computed }: Found): string | undefined {
  if (computed) return 'is computed, so nothing can judge it'
  const end = text.lastIndexOf('/')
  const verdict = checkSync(text.slice(1, end), text.slice(end + 1), limits)
  if (verdict.status === 'safe') return undefined
  return verdict.status === 'vulnerable' ? verdict.complexity.summary : verdict.error.kind
}

/** Checks whether an expression repeats several parts without a limit, or 300 times: most slow expressions do. */
const repeatsMuch = ({ text }: Found): boolean =>
  (
    text
      .replace(/\\./g, 'a')
      .replace(/\[[^\]]*\]/g, 'a')
      .match(/[*+]|\{\d*,(?:[3-9]\d\d|\d{4,})?\}/g) ?? []
  ).length > 1

const found = ['mappings', 'rules', 'dashboards', 'pipeline']
  .flatMap((area) => findFiles(join(packageRoot, area), '.ts'))
  .flatMap((path) => expressionsIn(relative(packageRoot, path), readFileSync(path, 'utf8')))

it('the regular expressions of the product run in linear time', () => {
  const unique = [...new Map(found.map((each) => [each.text, each])).values()]
  const sample = sampleOf(unique, 20)
  const objections = unique
    .filter((each) => repeatsMuch(each) || sample.includes(each))
    .filter(({ text }) => !Object.hasOwn(exceptions, text))
    .flatMap((each) => {
      const objection = objectionTo(each)
      return objection === undefined ? [] : [`${each.at} ${each.text}: ${objection}`]
    })
  expect(unique.length).toBeGreaterThan(100)
  expect(objections).toEqual([])
})

it('every exception from the check of regular expressions is still needed', () => {
  const texts = new Set(found.map(({ text }) => text))
  expect(Object.keys(exceptions).filter((text) => !texts.has(text))).toEqual([])
})

it('an expression with several unlimited or long repetitions is checked on each commit', () => {
  const source =
    'const a = /^(?:.*\\/)?([^/\\s]+@[^/\\s]+)$/; const b = /^[*+]\\+a+$/; const c = /=.{1,400}=.{0,1000};/; /a{1,9}b{2,250}/'
  expect(expressionsIn('x.ts', source).map(repeatsMuch)).toEqual([true, false, true, false])
})

it('the check of regular expressions rejects expressions with polynomial time and computed expressions', () => {
  const source = 'const a = /^(a|a)*$/; const b = /\\s+$/; const c = /^\\s+/; new RegExp(a.source)'
  expect(expressionsIn('x.ts', source).map(objectionTo)).toEqual([
    'exponential',
    '2nd degree polynomial',
    undefined,
    'is computed, so nothing can judge it',
  ])
})
