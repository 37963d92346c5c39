// The fields of alerts, for rules that read the alerts of other rules.
import { ecsFields } from '../../mappings/ecs/catalog.gen.ts'
import { kibanaAlertFields } from '../../mappings/fields/kibana-alert.ts'
import { catalogOf, type FieldCatalog } from './query/catalog.ts'

export const alertCatalog: FieldCatalog = catalogOf(ecsFields, kibanaAlertFields)
