import { mappedDatasets } from '../../mappings/fields/datasets.gen.ts'

export type DatasetName = keyof typeof mappedDatasets | 'consentry.findings'

const shownDatasets: readonly string[] = [...Object.keys(mappedDatasets), 'consentry.findings'].sort()

export const datasetField = 'data_stream.dataset'

/**
 * The index patterns of the data view. They match every namespace, because a prebuilt pack cannot know the namespace
 * setting. They also match other integrations' documents, but the panel filters exclude documents without an `oauth`
 * group. Each dataset is listed: `logs-azure.*-*` would add dozens of unrelated streams and conflicting field types.
 */
export const dataViewTitle: string = shownDatasets.map((name) => `logs-${name}-*`).join(',')
