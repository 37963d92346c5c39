// One line of text. The text fills the panel, so the panel has no title.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { PanelBase } from './panel.ts'

export interface MarkdownPanel extends PanelBase {
  readonly kind: 'markdown'
  readonly text: string
}

/** Returns the members of `embeddableConfig`. Markdown is the only legacy visualization that Kibana keeps. */
export function markdownConfig({ title, text }: MarkdownPanel): JsonObject {
  return {
    enhancements: {},
    hidePanelTitles: true,
    savedVis: {
      id: '',
      title,
      description: '',
      type: 'markdown',
      params: { markdown: text, fontSize: 12, openLinksInNewTab: false },
      uiState: {},
      data: { aggs: [], searchSource: { query: { language: 'kuery', query: '' }, filter: [] } },
    },
  }
}
