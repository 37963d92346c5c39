// The datasets that dashboards show.
import { mappedDatasets } from '../../mappings/fields/datasets.gen.ts'

export type DatasetName = keyof typeof mappedDatasets | 'consentry.findings'

const shownDatasets: readonly string[] = [...Object.keys(mappedDatasets), 'consentry.findings'].sort()

export const datasetField = 'data_stream.dataset'

/**
 * The index patterns of the data view. Every namespace, as in the rules: ours is a setting that a pack made once cannot know.
 * What another integration wrote is inside too, and drops out, since it has no `oauth` group for the panels to filter by.
 * Datasets are spelled out: `logs-azure.*-*` would bring in dozens of unrelated streams and their conflicting field types.
 */
export const dataViewTitle: string = shownDatasets.map((name) => `logs-${name}-*`).join(',')
