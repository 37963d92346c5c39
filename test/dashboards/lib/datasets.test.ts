import { expect, it } from 'vitest'
import { dataViews } from '../../../dashboards/lib/data-views.ts'
import { alertsDataset, datasets, indexPattern } from '../../../rules/lib/datasets.ts'

it('dashboards look into every dataset that rules read; alerts have a data view of their own', () => {
  const names = (Object.keys(datasets) as (keyof typeof datasets)[]).filter((name) => name !== alertsDataset)
  expect(dataViews.events.title.split(',')).toEqual(names.map(indexPattern).sort())
  expect(names).toContain('google_workspace.activity')
  expect(dataViews.alerts.title).toBe('.alerts-security.alerts-*')
})
