// Parameters of the saml activity: raw name → place below google_workspace.saml (the prefix `saml_` is dropped).
import type { ParameterTable } from './parameters.ts'

export const samlParameters = {
  application_name: 'application_name',
  device_id: 'device_id',
  failure_type: 'failure_type',
  initiated_by: 'initiated_by',
  orgunit_path: 'orgunit_path',
  saml_second_level_status_code: 'second_level_status_code',
  saml_status_code: 'status_code',
} as const satisfies ParameterTable
