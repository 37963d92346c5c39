// The proof of the portable edition: the evidence of the full rules, in the form of Elastic's integrations, without any
// field of this product.
import { createHash } from 'node:crypto'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Diagnostic, DiagnosticCode } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { compileRules, type Entry } from '../../rules/lib/engine.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { type Evidence, isShipped, type Rule } from '../../rules/lib/rule.ts'
import { checkPortable, portableCatalog } from '../../rules/portable/catalog.ts'
import { type Ported, port } from '../../rules/portable/edition.ts'
import { elasticDocument } from '../../rules/portable/elastic-document.ts'
import { hasIntegration } from '../../rules/portable/elastic-fields.ts'
import type { ProvenRule } from '../../rules/portable/proven.ts'
import { provenByCampaigns } from '../../rules/portable/unproven.ts'
import { fieldCatalog } from '../catalog.ts'
import type { Chain } from '../chain.ts'
import { networkOf } from '../entity-store/network.ts'
import { alertsOf, asItHappened, counts, type EvidenceStore, evidenceName, readEvidence } from './proof.ts'

interface EditionContent {
  readonly mappings: readonly VendorMapping[]
  readonly rules: readonly Content<Rule>[]
  readonly evidence: EvidenceStore
  readonly chain: Chain
}

/** The documents of an integration, in the same order. */
export function elasticEntries<E extends Entry>(entries: readonly E[]): E[] {
  return entries
    .filter(({ dataset }) => hasIntegration(dataset))
    .map((entry) => {
      const document = located(elasticDocument(entry.document, entry.dataset))
      // Alerts of tests name their records by this field, which not every integration writes.
      return { ...entry, document: { ...document, event: { ...document.event, id: entry.document.event.id } } }
    })
}

/**
 * Adds the autonomous system, which the integrations look up by address. Addresses of evidence are invented, so each
 * network gets an invented AS number that no real system uses.
 */
function located<T extends object>(document: T): T {
  const { source } = document as Pick<EcsDocument, 'source'>
  const network = source?.as?.number === undefined ? networkOf(source?.ip) : undefined
  if (network === undefined) return document
  const number = 4_200_000_000 + (createHash('sha256').update(network).digest().readUInt32BE() % 94_000_000)
  return { ...document, source: { ...source, as: { number } } }
}

/** Ports each shipped rule and runs the result on the evidence of the rule, which needs no entity store. */
export function proveEdition(content: EditionContent): ProvenRule[] {
  const catalog = portableCatalog(fieldCatalog(content.mappings))
  const rules = content.rules.map(({ value }) => value).filter(isShipped)
  const known = new Map<string, readonly Entry[]>()
  const arrivedOf = (evidence: Evidence): readonly Entry[] => {
    const key = JSON.stringify(evidence)
    return lookedUp(known, key, () => elasticEntries(readEvidence(evidence, content.evidence, content.chain)))
  }
  return rules
    .map((rule) => proveOne(port(rule), arrivedOf, catalog))
    .sort((a, b) => (a.rule.name < b.rule.name ? -1 : 1))
}

function proveOne(
  ported: Ported,
  arrivedOf: (evidence: Evidence) => readonly Entry[],
  catalog: FieldCatalog,
): ProvenRule {
  const { rule, rules } = ported
  const engines = rules.map(({ rule: each, dataset }) => ({
    rule: each,
    dataset,
    engine: compileRules([each], emptyEnvironment, catalog),
  }))
  /** Returns the log sources with a rule that alerts in both orders: event order and arrival order. */
  const alerting = (evidence: Evidence): string[] => {
    const arrived = arrivedOf(evidence)
    return engines
      .filter(({ rule: each, engine }) =>
        [arrived, asItHappened(arrived)].every((entries) =>
          alertsOf(engine, entries).some((alert) => counts(each, alert)),
        ),
      )
      .map(({ dataset }) => dataset)
  }
  const matches =
    rules.length === 0 ? [] : rule.tests.match.map((evidence) => ({ evidence, found: alerting(evidence) }))
  const nearMisses = rules.length === 0 ? [] : rule.tests.noMatch.filter((evidence) => alerting(evidence).length > 0)
  const triggered = new Set(matches.flatMap(({ found }) => found))
  return {
    ...ported,
    match: {
      total: rule.tests.match.length,
      missed: matches.filter(({ found }) => found.length === 0).map(({ evidence }) => evidenceName(evidence)),
    },
    noMatch: { total: rule.tests.noMatch.length, loud: nearMisses.map(evidenceName) },
    silent: rules.map(({ dataset }) => dataset).filter((dataset) => !triggered.has(dataset)),
  }
}

/** P001 to P003 for rules of the edition that cannot run, that no evidence triggers, or that differ without a stated loss. */
export function checkEdition(proven: readonly ProvenRule[], content: EditionContent): Diagnostic[] {
  const catalog = fieldCatalog(content.mappings)
  const files = new Map(content.rules.map(({ file, value }) => [value.id, file]))
  return proven.flatMap(({ rule, rules, missing, match, noMatch, silent }): Diagnostic[] => {
    const file = files.get(rule.id) ?? ''
    const finding = (code: DiagnosticCode, message: string, hint: string): Diagnostic => ({
      code,
      level: 'error',
      file,
      path: 'portable',
      message,
      hint,
    })
    const isWhole = missing.length === 0 && rules.every(({ lost }) => lost.length === 0)
    return [
      ...rules.flatMap((portable) =>
        checkPortable(portable, catalog).map(({ message, hint = 'correct the translation in rules/portable' }) =>
          finding('P001', `${portable.dataset}: ${message}`, hint),
        ),
      ),
      ...silent
        .filter((dataset) => !provenByCampaigns[rule.id]?.includes(dataset))
        .map((dataset) =>
          finding(
            'P002',
            `no evidence triggers its rule for ${dataset}; the translated query is: ${rules.find((each) => each.dataset === dataset)?.rule.query ?? ''}`,
            'add a sample; if one exists, translate its act in rules/portable/directory.ts or google.ts; or list the dataset in rules/portable/unproven.ts',
          ),
        ),
      ...(isWhole && match.missed.length + noMatch.loud.length > 0
        ? [
            finding(
              'P003',
              `its portable form states no loss, and differs on ${[...match.missed, ...noMatch.loud].join(', ')}`,
              'correct the translation in rules/portable, or state the loss there',
            ),
          ]
        : []),
    ]
  })
}
