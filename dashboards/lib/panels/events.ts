// The documents themselves, latest first: a Discover session with columns. Each row opens to the whole document.
import type { DataPanelBase } from './panel.ts'

export interface EventsPanel extends DataPanelBase {
  readonly kind: 'events'
  /** Fields in addition to the time. */
  readonly columns: readonly [string, ...string[]]
}
