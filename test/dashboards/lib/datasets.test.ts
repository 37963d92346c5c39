import { expect, it } from 'vitest'
import { dataViews } from '../../../dashboards/lib/data-views.ts'
import { alertsDataset, datasets, indexPattern } from '../../../rules/lib/datasets.ts'

it('the events data view covers every dataset that rules read, and alerts have a separate data view', () => {
  const names = (Object.keys(datasets) as (keyof typeof datasets)[]).filter((name) => name !== alertsDataset)
  expect(dataViews.events.title.split(',')).toEqual(names.map((name) => indexPattern(name)).sort())
  expect(names).toContain('google_workspace.activity')
  expect(dataViews.alerts.title).toBe('.alerts-security.alerts-*')
})
