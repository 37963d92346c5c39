// The portable edition on vendor data: fields of its queries in the samples, and its results on the campaigns.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { loadContent } from '../../../mappings/kernel/discover.ts'
import { processText } from '../../../pipeline/content-check/samples.ts'
import { ruleFields } from '../../../rules/lib/portable.ts'
import { fieldReader } from '../../../rules/lib/query/field-reader.ts'
import { portAll } from '../../../rules/portable/edition.ts'
import { elasticDocument } from '../../../rules/portable/elastic-document.ts'
import { product, rules } from '../../support/product.ts'

const ported = portAll(rules)

/** Fields of the vendor's documentation that no sample has: settings that are named after the property or parameter. */
const documented = [
  'o365.audit o365.audit.ModifiedProperties.AllowUserConsentForRiskyApps.NewValue',
  'o365.audit o365.audit.ModifiedProperties.AllowedToCreateApps.NewValue',
  'o365.audit o365.audit.ModifiedProperties.AppRoleAssignmentRequired.NewValue',
  'o365.audit o365.audit.Parameters.AuditDisabled',
  'o365.audit o365.audit.Parameters.AuditEnabled',
  'o365.audit o365.audit.Parameters.Roles',
  'o365.audit o365.audit.Parameters.UnifiedAuditLogIngestionEnabled',
]

/** The documents of the samples as the integrations store them, by log source. */
function sampleDocuments(): Map<string, object[]> {
  const found = new Map<string, object[]>()
  for (const { text, ref } of product.samples)
    for (const outcome of processText(text, ref, product.chain))
      if (outcome.ok) {
        const { dataset, document } = outcome
        found.set(dataset, [...(found.get(dataset) ?? []), elasticDocument(document, dataset)])
      }
  return found
}

it('the portable edition reads only fields that samples of the log source contain or the vendor documents', () => {
  const documents = sampleDocuments()
  const read = new Map<string, boolean>()
  for (const { rules } of ported)
    for (const { rule } of rules)
      for (const field of ruleFields(rule).filter((name) => name !== 'source.as.number')) {
        // A rule tries the numbers that a changed property may have.
        const { some } = fieldReader(field.replace(/(?<=modified_properties\.)\d+/, '*'))
        const isInSample = (dataset: string) =>
          (documents.get(dataset) ?? []).some((document) => some(document, () => true))
        const key = `${rule.datasets.join(' or ')} ${field}`
        read.set(key, read.get(key) ?? rule.datasets.some(isInSample))
      }
  expect(
    [...read]
      .filter(([, isFound]) => !isFound)
      .map(([name]) => name)
      .sort(),
  ).toEqual(documented)
  expect(read.size).toBeGreaterThan(80)
})

const page = readFileSync('rules/campaigns/PORTABLE.md', 'utf8')
const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))

it('the comparison of the editions lists each campaign, and each act that the portable edition misses', async () => {
  const names = (await loadContent<object>('rules/campaigns', 'campaign')).map(({ file }) =>
    basename(file, '.campaign.ts'),
  )
  expect(rows.map(([, name]) => name)).toEqual(expect.arrayContaining(names))
  const total = rows.findIndex(([, name]) => name === 'all')
  const hostile = rows.slice(0, total).filter(([, name]) => names.includes(name ?? ''))
  expect(hostile.length).toBeGreaterThan(30)
  for (const [, name, acts, , found, missed] of hostile) expect(missed === '–', name).toBe(acts === found)
})
