import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { googleScopes, microsoftPermissions } from '../../../mappings/knowledge/load.ts'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { folderOf, loadPack } from '../../../rules/lib/rule-folder.ts'

const pack = await loadPack()
const own = pack.filter(({ file }) => folderOf(file) === 'rules/cross/access-granted-from-new-network')
const rules = own.map(({ value }) => value)
const engine = compileRules(rules, emptyEnvironment, fieldCatalog(await loadMappings()))
const isCalendar = (scope: string) => /^Calendars\.ReadWrite(\.Shared)?$|auth\/calendar$/.test(scope)

/** Returns true if the rule alerts on the consent of a new web application to these scopes from a new network. */
function alerts(dataset: 'o365.audit' | 'google_workspace.token', scopes: readonly string[]): boolean {
  const document = {
    '@timestamp': '2026-04-06T08:00:00.000Z',
    event: { dataset, id: '1', outcome: 'success' },
    oauth: { action: 'consent', account: { network_new: true }, grant: { tier: 'high', scopes } },
  }
  const run = engine.start()
  return [...run.take({ id: '1', dataset, visible: 0, document } as never), ...run.end()].length > 0
}

it('access to calendars hides no other scope of tier high in the same consent', () => {
  const google = googleScopes().map(({ scope, tier }) => ({ dataset: 'google_workspace.token', scope, tier }) as const)
  const microsoft = microsoftPermissions()
    .filter(({ type }) => type === 'delegated')
    .map(({ name, tier }) => ({ dataset: 'o365.audit', scope: name, tier }) as const)
  const high = [...google, ...microsoft].filter(({ tier }) => tier === 'high')
  const calendar = {
    'google_workspace.token': 'https://www.googleapis.com/auth/calendar',
    'o365.audit': 'Calendars.ReadWrite',
  }
  const hidden = high.filter(({ dataset, scope }) => !alerts(dataset, [calendar[dataset], scope]))
  expect(hidden.length).toBeGreaterThan(0)
  expect(hidden.filter(({ scope }) => !isCalendar(scope))).toEqual([])
})
