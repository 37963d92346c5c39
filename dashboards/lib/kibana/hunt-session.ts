// The Discover session of a hunt: a query in ES|QL, which names its own data view.
import { canonicalJson } from '../../../mappings/kernel/json.ts'
import type { Hunt } from '../../../rules/lib/hunts/hunt.ts'
import { toTag } from './references.ts'
import { type SavedObject, savedObject } from './saved-object.ts'

export function huntSession({ id, title, question, reading, query }: Hunt): SavedObject {
  const [pattern = ''] = /(?<=^FROM )\S+/.exec(query) ?? []
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
  const attributes = {
    title: `Consentry hunt: ${title}`,
    description: `${question} ${reading}`,
    columns: [],
    sort: [],
    grid: {},
    hideChart: true,
    isTextBasedQuery: true,
    timeRestore: false,
    kibanaSavedObjectMeta: { searchSourceJSON: canonicalJson({ query: { esql: query }, index, filter: [] }) },
  }
  return savedObject('search', `consentry-hunt-${id}`, attributes, [toTag()])
}
