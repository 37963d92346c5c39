// The Discover session behind a panel of documents. It is an object of its own: Kibana keeps it by value only in newer versions.
import { canonicalJson } from '../../../mappings/kernel/json.ts'
import type { Dashboard } from '../dashboard.ts'
import type { EventsPanel } from '../panels/events.ts'
import { panelQuery } from '../scope.ts'
import { searchId } from './ids.ts'
import { kuery } from './lens.ts'
import { searchSourceReference, toDataView, toTag } from './references.ts'
import { type SavedObject, savedObject } from './saved-object.ts'

export function searchObject(dashboard: Pick<Dashboard, 'id' | 'title' | 'datasets'>, panel: EventsPanel): SavedObject {
  const source = { query: kuery(panelQuery(dashboard, panel)), filter: [], indexRefName: searchSourceReference }
  const attributes = {
    title: `${dashboard.title}: ${panel.title}`,
    description: panel.description,
    columns: [...panel.columns],
    sort: [['@timestamp', 'desc']],
    grid: {},
    hideChart: false,
    isTextBasedQuery: false,
    timeRestore: false,
    kibanaSavedObjectMeta: { searchSourceJSON: canonicalJson(source) },
  }
  return savedObject('search', searchId(dashboard.id, panel.id), attributes, [
    toDataView(searchSourceReference, panel.view),
    toTag(),
  ])
}
