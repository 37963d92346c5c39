// A credential that is added has one rule: the one that gives it its weight. Routine has none: a renewal by an actor who added
// one before or under the next name of a series, the first credential that a person adds to an application on its first day,
// and a certificate for single sign-on that an actor without a new network adds.
import { expect, it } from 'vitest'
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { renderEvidence } from '../../pipeline/content-check/proof.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import { type Evidence, isShipped } from '../../rules/lib/rule.ts'
import { product } from '../support/product.ts'

const files = [
  'credential-added',
  'credential-added-by-stranger',
  'credential-on-first-party-application',
  'federated-credential-added',
].map((name) => `rules/m365/${name}/rule.ts`)

it('every credential of every scenario has one rule on added credentials, and a renewal by a known actor has none', async () => {
  const rules = product.rules.filter(({ file, value }) => files.includes(file) && isShipped(value))
  const engine = compileRules(
    rules.map(({ value }) => value),
    product.environment,
    fieldCatalog(product.mappings),
  )
  const counts = new Set<number>()
  for (const { value } of product.scenarios) {
    const evidence = { scenario: value.id } as Evidence
    const entries =
      (await renderEvidence(evidence, 'as it happened', product.evidence, product.chain, product.environment, [])) ?? []
    for (const { document, dataset } of entries) {
      if (!rules.some(({ value }) => (value.datasets as readonly string[]).includes(dataset))) continue
      const { oauth, event } = document
      if (oauth?.action !== 'credential_add' || event.outcome !== 'success' || oauth.act?.duplicate === true) continue
      const recorded = engine.match(document, dataset).map(({ name }) => name)
      const { credential } = oauth
      const isRenewal =
        (credential?.actor_new === false && credential.kind !== 'federated') || credential?.renews === true
      const isUsualCertificate =
        credential?.name === 'CN=Microsoft Azure Federated SSO Certificate' &&
        oauth.act?.network_age_hours === undefined
      const hours = oauth.app?.registered_hours
      const isFirst = hours !== undefined && hours < 24 && oauth.actor_app?.name === undefined
      const isQuiet = isRenewal || isUsualCertificate || oauth.act?.routine === true || isFirst
      const expected = isQuiet && oauth.app?.first_party !== true ? 0 : 1
      expect.soft(recorded, `${value.id} ${document['@timestamp']}`).toHaveLength(expected)
      counts.add(recorded.length)
    }
  }
  expect(rules).toHaveLength(files.length)
  expect([...counts].sort()).toEqual([0, 1])
})
