import { expect, it } from 'vitest'
import { datasets } from '../../../rules/lib/datasets.ts'

it('a dataset has the vendor and the integration of its module', () => {
  expect(datasets['azure.signinlogs']).toEqual({
    vendor: 'm365',
    source: 'Microsoft Entra ID Sign-in Logs',
    integration: { package: 'azure', version: '^1.0.0', integration: 'signinlogs' },
  })
  expect(datasets['google_workspace.data_studio']).toEqual({
    vendor: 'google-workspace',
    source: 'Google Workspace Data Studio Logs',
    integration: { package: 'google_workspace', version: '^3.0.0' },
  })
})

it('a dataset of the pipeline has no integration', () => {
  expect(datasets['google_workspace.takeout']).toEqual({ vendor: 'google-workspace', source: 'Google Takeout Logs' })
})
