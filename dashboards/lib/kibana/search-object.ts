// Discover sessions are separate objects, because only newer versions of Kibana store them by value.
import { canonicalJson, type JsonObject } from '../../../mappings/kernel/json.ts'
import type { Hunt } from '../../../rules/lib/hunts/hunt.ts'
import type { Dashboard } from '../dashboard.ts'
import type { EventsPanel } from '../panels/events.ts'
import { panelQuery, type Scope } from '../scope.ts'
import { searchId } from './ids.ts'
import { kuery } from './lens.ts'
import { type Reference, searchSourceReference, toDataView, toTag } from './references.ts'
import { type SavedObject, savedObject } from './saved-object.ts'

function session(id: string, shown: JsonObject, source: JsonObject, references: Reference[]): SavedObject {
  const kibanaSavedObjectMeta = { searchSourceJSON: canonicalJson(source) }
  return savedObject('search', id, { ...shown, grid: {}, timeRestore: false, kibanaSavedObjectMeta }, references)
}

export function searchObject(dashboard: Pick<Dashboard, 'id' | 'title'> & Scope, panel: EventsPanel): SavedObject {
  const source = { query: kuery(panelQuery(dashboard, panel)), filter: [], indexRefName: searchSourceReference }
  const shown = {
    title: `${dashboard.title}: ${panel.title}`,
    description: panel.description,
    columns: [...panel.columns],
    sort: [['@timestamp', 'desc']],
    hideChart: false,
    isTextBasedQuery: false,
  }
  const references = [toDataView(searchSourceReference, panel.view), toTag()]
  return session(searchId(dashboard.id, panel.id), shown, source, references)
}

/** The session of a hunt on a namespace: an ES|QL query, which names its own data view. */
export function huntSession({ id, title, question, reading, query: ofDefault }: Hunt, namespace: string): SavedObject {
  const [from = '', ...rest] = ofDefault.split('\n')
  const pattern = from.replace(/^FROM /, '').replace(/consentry$/, () => namespace)
  const query = [`FROM ${pattern}`, ...rest].join('\n')
  const index = {
    id: `consentry-hunt-${id}`,
    title: pattern,
    name: pattern,
    timeFieldName: '@timestamp',
    type: 'esql',
    sourceFilters: [],
    fieldFormats: {},
    runtimeFieldMap: {},
    allowNoIndex: true,
    allowHidden: false,
  }
  const shown = {
    title: `Consentry hunt: ${title}`,
    description: `${question} ${reading}`,
    columns: [],
    sort: [],
    hideChart: true,
    isTextBasedQuery: true,
  }
  return session(`consentry-hunt-${id}`, shown, { query: { esql: query }, index, filter: [] }, [toTag()])
}
