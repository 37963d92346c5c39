// Reports for machines that run checks: SARIF for code scanning, JUnit for test pages.
import { isAbsolute, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Diagnostic, diagnosticCodes } from '../../mappings/kernel/diagnostic.ts'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { formatWithLine, lineOf } from '../../mappings/kernel/source-lines.ts'
import type { RuleTest, RuleTestResult } from '../content-check/rule-tests.ts'
import { printable } from './terminal.ts'

/** Maximum characters of a record in the output. The output also names the file with the full record. */
const shownRecord = 2000

/** The facts that a person needs to fix a rule: the record, the document, the clauses that did not match. */
export function failureLines({ failure, documents }: RuleTest): string[] {
  if (failure === undefined) return []
  return [
    formatWithLine(failure),
    ...documents.flatMap(({ record, id, dataset, fields, failed }) => [
      `    record    ${printable(record.replace(/\s+/g, ' ').slice(0, shownRecord))}`,
      `    document  ${dataset} ${id}`,
      ...Object.entries(fields).map(([field, value]) => `      ${field}: ${printable(JSON.stringify(value))}`),
      ...failed.map((clause) => `    clause without a match: ${printable(clause)}`),
    ]),
  ]
}

/** Code scanning shows a repository file only if its path is relative to the folder of the run. */
function uriOf(file: string): string {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file
  return path.startsWith('..') || isAbsolute(path) ? pathToFileURL(file).href : encodeURI(path.replaceAll('\\', '/'))
}

/** A SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) of diagnostics; files relative to the folder of the run. */
export function sarifOf(diagnostics: readonly Diagnostic[], version: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'consentry',
            version,
            rules: codes.map((id) => ({ id, shortDescription: { text: diagnosticCodes[id] } })),
          },
        },
        results: diagnostics.map(({ code, level, file, path, message, hint }) => ({
          ruleId: code,
          level,
          message: { text: `${path === '' ? '' : `${path}: `}${message}${hint === undefined ? '' : ` (${hint})`}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: lineOf({ file, path }) },
              },
              logicalLocations: [{ fullyQualifiedName: path === '' ? file : path }],
            },
          ],
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

interface Suite {
  readonly name: string
  readonly file: string
  readonly cases: readonly {
    readonly title: string
    readonly failure?: Diagnostic | undefined
    readonly text: string
  }[]
}

/** Returns a JUnit report: one suite for each rule, one case for each piece of evidence. */
export const junitOf = (results: readonly RuleTestResult[]): string =>
  junit(
    results.map(({ name, file, tests }) => ({
      name,
      file,
      cases: tests.map((test) => ({
        title: `${test.mustMatch ? 'matches' : 'does not match'} ${test.evidence}`,
        failure: test.failure,
        text: failureLines(test).join('\n'),
      })),
    })),
  )

/** Returns a JUnit report of content that cannot be tested: one suite for each file, one case for each error. */
export const junitOfErrors = (diagnostics: readonly Diagnostic[]): string =>
  junit(
    [
      ...groupBy(
        diagnostics.filter(({ level }) => level === 'error'),
        ({ file }) => file,
      ),
    ].map(([file, errors]) => ({
      name: file,
      file,
      cases: errors.map((failure) => ({
        title: [failure.code, failure.path].join(' ').trimEnd(),
        failure,
        text: formatWithLine(failure),
      })),
    })),
  )

function junit(suites: readonly Suite[]): string {
  const texts = suites.map(({ name, file, cases }) => {
    const failures = cases.filter(({ failure }) => failure !== undefined).length
    const lines = cases.map(({ title, failure, text }) => {
      const open = `    <testcase name="${xml(title)}" classname="${xml(file)}"`
      if (failure === undefined) return `${open}/>`
      return `${open}>\n      <failure message="${xml(failure.message)}">${xml(text)}</failure>\n    </testcase>`
    })
    return [
      `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}">`,
      ...lines,
      '  </testsuite>',
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${texts.join('\n')}\n</testsuites>\n`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 does not allow are left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (char) => entities[char] as string)
}
