// All checks of the product's own content, for `validate`, `generate` and the tests.
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { checkDashboards } from '../../dashboards/lib/check-dashboards.ts'
import { type Dashboard, loadDashboards } from '../../dashboards/lib/dashboard.ts'
import { renderDashboards } from '../../dashboards/lib/emit.ts'
import { renderEcsCatalog } from '../../mappings/ecs/render-catalog.ts'
import { renderEntityTemplates } from '../../mappings/entities/templates.ts'
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadEnvironment } from '../../mappings/environment/load.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { type Artifact, checkArtifacts, orphanedFiles } from '../../mappings/kernel/artifact.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import { type Content, loadContent } from '../../mappings/kernel/discover.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { isCheckout, packageRoot } from '../../mappings/kernel/package-root.ts'
import { renderUserAgents } from '../../mappings/knowledge/render-user-agents.ts'
import { checkDocument } from '../../mappings/lib/check-document.ts'
import { renderDatasetTable } from '../../mappings/lib/dataset-table.ts'
import { renderOperations } from '../../mappings/lib/operations-page.ts'
import { checkTemplateFields, renderTemplates } from '../../mappings/lib/templates.ts'
import { actsOf } from '../../mappings/vendors/acts.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { operationTables } from '../../mappings/vendors/operations.ts'
import { behaviorOf } from '../../rules/lib/behavior.ts'
import { renderChangelog } from '../../rules/lib/changelog.ts'
import { renderContentSchemas } from '../../rules/lib/content-schema-files.ts'
import { checkPublicRules } from '../../rules/lib/coverage/public-rules.ts'
import { deployedOf } from '../../rules/lib/deploy/comparable.ts'
import { emitRule, generatedFile, renderRules } from '../../rules/lib/emit.ts'
import { compileRules, type RuleEngine } from '../../rules/lib/engine.ts'
import { checkHunt } from '../../rules/lib/hunts/check-hunt.ts'
import type { Hunt } from '../../rules/lib/hunts/hunt.ts'
import { renderHunts } from '../../rules/lib/hunts/render.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { type Evidence, isExperimental, isShipped, type Rule } from '../../rules/lib/rule.ts'
import { loadPack, withOwnScenarios } from '../../rules/lib/rule-folder.ts'
import { runningRules } from '../../rules/lib/rule-state.ts'
import { loadScenarios, type Scenario } from '../../rules/lib/scenario.ts'
import { renderPortable } from '../../rules/portable/emit.ts'
import { portablePack, portablePage, renderPortablePage } from '../../rules/portable/table.ts'
import { fieldCatalog, templateFields } from '../catalog.ts'
import { type Chain, makeChain } from '../chain.ts'
import { requireFreshBuild } from './checkout.ts'
import { noContent, readContentFolder } from './content-folder.ts'
import { renderExpected } from './expected-alerts.ts'
import { checkEdition, proveEdition } from './portable-proof.ts'
import { prebuiltTable, renderPrebuiltTable, type SampleDocument } from './prebuilt-table.ts'
import { type EvidenceStore, makeEvidenceStore, proveRules, renderScenarios } from './proof.ts'
import { checkRuleContent, checkSeveralAlerts } from './rule-content.ts'
import { type Golden, goldensOf, loadSamples, renderGolden, type Sample } from './samples.ts'
import { renderSettings } from './settings-page.ts'

export interface Product {
  readonly mappings: readonly VendorMapping[]
  readonly rules: readonly Content<Rule>[]
  readonly scenarios: readonly Content<Scenario>[]
  readonly dashboards: readonly Content<Dashboard>[]
  readonly hunts: readonly Content<Hunt>[]
  readonly samples: readonly Sample[]
  readonly evidence: EvidenceStore
  readonly environment: Environment
  readonly chain: Chain
}

/** Returns the environment of environment.example.yaml, because the samples belong to its invented organization. */
function evidenceEnvironment(): Environment {
  return loadEnvironment(join(packageRoot, 'environment.example.yaml')).environment
}

export async function loadProduct(folder?: string): Promise<Product> {
  requireFreshBuild()
  const own = folder === undefined ? noContent : readContentFolder(folder)
  const mappings = (await loadContent<VendorMapping>('mappings/vendors', 'mapping')).map((content) => content.value)
  const scenarios = [...(await loadScenarios()), ...own.scenarios]
  const samples = [...loadSamples(), ...own.samples]
  const environment = evidenceEnvironment()
  return {
    mappings,
    rules: [...withOwnScenarios(await loadPack(), scenarios), ...own.rules],
    dashboards: [...(await loadDashboards()), ...own.dashboards],
    hunts: await loadContent<Hunt>('rules/hunts', 'hunt'),
    samples,
    scenarios,
    evidence: makeEvidenceStore(
      samples,
      scenarios.map((content) => content.value),
    ),
    environment,
    chain: makeChain(mappings, environment),
  }
}

function sampleFindings(sample: Sample, goldens: readonly Golden[], product: Product): Diagnostic[] {
  const file = sample.rawFile
  if (goldens.length === 0)
    return [
      {
        code: 'M005',
        level: 'error',
        file,
        path: '',
        message: 'makes no document',
        hint: 'run `npx consentry normalize` on it',
      },
    ]
  return goldens.flatMap(({ document }) => {
    const mapping = product.mappings.find((m) => m.dataset === document.event.dataset)
    return [
      ...checkDocument(document, mapping?.vendor.root ?? '').map(
        (finding): Diagnostic => ({ ...finding, level: 'error', file }),
      ),
      ...(mapping === undefined ? [] : undeclaredAct(document, mapping, file)),
    ]
  })
}

/** M007: a document contains an act that its mapping does not declare. Rules are checked against declared acts. */
function undeclaredAct({ oauth }: EcsDocument, mapping: VendorMapping, file: string): Diagnostic[] {
  const action = oauth?.action
  if (action === undefined || actsOf(mapping).includes(action)) return []
  const message = `${mapping.dataset} carries ${action}, which none of its steps is known to write`
  const hint = "add it to the reader, or to the step in the vendor's steps.ts"
  return [{ code: 'M007', level: 'error', file, path: 'oauth.action', message, hint }]
}

/** R027 for rules without `evasion` that Kibana runs by default: analysts must know what silence does not prove. */
export function checkEvasions(rules: readonly Content<Rule>[]): Diagnostic[] {
  return rules.flatMap(({ file, value }): Diagnostic[] => {
    if (!isShipped(value) || isExperimental(value) || value.evasion !== undefined) return []
    const message = 'the rule does not say how an intruder avoids it'
    const hint = 'write the cheapest way around it into `evasion`, in one sentence'
    return [{ code: 'R027', level: 'error', file, path: 'evasion', message, hint }]
  })
}

/**
 * R012 for each generated rule with changed alerts but an unchanged version: an operator could not distinguish the two.
 * Drafts may change freely.
 */
export function checkVersions(rules: readonly Content<Rule>[], catalog: FieldCatalog): Diagnostic[] {
  const running = runningRules(
    rules.map(({ value }) => value),
    emptyEnvironment,
  )
  return rules.flatMap(({ file, value }): Diagnostic[] => {
    const before = readGenerated(generatedFile(file))
    const note = before === undefined ? undefined : deployedOf(before)
    if (note === undefined || value.state === 'draft') return []
    const version = value.version ?? 1
    const same = behaviorOf(emitRule(value, emptyEnvironment, catalog, { running })) === note.behavior
    if (same ? version >= note.version : version > note.version) return []
    const hint = `write version: ${same ? note.version : note.version + 1}`
    const message = same
      ? `the version goes back from ${note.version} to ${version}`
      : `it alerts on different events than version ${note.version}`
    return [{ code: 'R012', level: 'error', file, path: 'version', message, hint }]
  })
}

function readText(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8')
}

function readGenerated(path: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(readText(path))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Returns every generated file with its expected content, and the errors that the samples reveal. */
export async function renderProduct(product: Product): Promise<{ artifacts: Artifact[]; diagnostics: Diagnostic[] }> {
  const rules = product.rules.map((content) => content.value)
  const catalog = fieldCatalog(product.mappings)
  const engine = compileRules(rules, emptyEnvironment, catalog)
  const diagnostics: Diagnostic[] = []
  const documents: SampleDocument[] = []
  const goldens = product.samples.map((sample) => {
    const { goldens, failures } = goldensOf(sample, product.chain, engine)
    for (const failure of failures) {
      diagnostics.push({
        code: 'M005',
        level: 'error',
        file: sample.rawFile,
        path: failure.element,
        message: `${failure.code}: ${failure.detail}`,
      })
    }
    diagnostics.push(...sampleFindings(sample, goldens, product), ...checkSeveralAlerts(sample.rawFile, goldens, rules))
    for (const { document } of goldens) {
      documents.push({ ref: sample.ref, dataset: document.event.dataset ?? '', document })
    }
    return renderGolden(sample, goldens)
  })
  const versions = checkVersions(product.rules, catalog)
  diagnostics.push(...versions, ...checkEvasions(product.rules), ...checkDashboards(product.dashboards, catalog))
  const edition = proveEdition(product)
  diagnostics.push(...checkEdition(edition, product))
  const held = new Set(versions.map(({ file }) => generatedFile(file)))
  const artifacts = [
    // An installed package lacks the source files, the developer page, and the inputs of these files.
    ...(isCheckout()
      ? [
          await renderEcsCatalog(),
          renderDatasetTable(product.mappings),
          renderOperations(operationTables, product.mappings),
          renderUserAgents(),
        ]
      : []),
    ...renderTemplates(templateFields(product.mappings), { namespace: 'consentry' }),
    ...renderEntityTemplates({ namespace: 'consentry' }),
    ...goldens,
    ...(await expectedAlerts(product, engine)),
    renderPrebuiltTable(prebuiltTable(documents)),
    // Keeps existing files: overwriting them would lose the previous behavior of the rules.
    ...renderRules(product.rules, emptyEnvironment, catalog).map((artifact) =>
      held.has(artifact.path) ? { ...artifact, text: readText(artifact.path) } : artifact,
    ),
    renderChangelog(rules),
    renderSettings(),
    renderHunts(product.hunts),
    { path: portablePack, text: renderPortable(rules, emptyEnvironment, { catalog }) },
    { path: portablePage, text: renderPortablePage(edition) },
    ...renderContentSchemas(),
    ...renderDashboards(product.dashboards, { catalog }),
  ]
  return { artifacts, diagnostics }
}

async function expectedAlerts(
  { scenarios, evidence, chain, environment, rules }: Product,
  engine: RuleEngine,
): Promise<Artifact[]> {
  const named = scenarios.map(({ value }) => ({ scenario: value.id }) as Evidence)
  const pack = rules.map(({ value }) => value)
  return renderExpected(rules, await renderScenarios(named, evidence, chain, environment, pack), engine)
}

export function orphans(artifacts: readonly Artifact[]): string[] {
  return [
    ...orphanedFiles(artifacts, 'mappings/generated', '.json'),
    ...orphanedFiles(artifacts, 'mappings/vendors', '.ecs.json'),
    ...orphanedFiles(artifacts, 'rules/generated', '.json'),
    ...orphanedFiles(artifacts, 'rules', 'expected.json'),
    ...orphanedFiles(artifacts, 'dashboards/generated', '.ndjson'),
  ]
}

/** Returns C004 for generated files with outdated content, and C005 for files that the generator does not produce. */
export function checkGenerated(artifacts: readonly Artifact[]): Diagnostic[] {
  const left = orphans(artifacts).map(
    (file): Diagnostic => ({
      code: 'C005',
      level: 'error',
      file: relative(packageRoot, file).split(sep).join('/'),
      path: '',
      message: 'nothing makes this file',
      hint: 'run `npm run generate`',
    }),
  )
  return [...checkArtifacts(artifacts), ...left]
}

export async function checkProduct(product: Product): Promise<Diagnostic[]> {
  const catalog = fieldCatalog(product.mappings)
  const { artifacts, diagnostics } = await renderProduct(product)
  return [
    ...diagnostics,
    ...checkRuleContent(product),
    ...checkPublicRules(product.rules),
    ...checkTemplateFields(templateFields(product.mappings)),
    ...(await proveRules(product.rules, product.evidence, product.chain, catalog, product.environment)),
    ...product.hunts.flatMap(checkHunt),
    ...checkGenerated(artifacts),
  ]
}
