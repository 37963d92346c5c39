// The fields of alerts, for rules that read the alerts of other rules.
import { ecsFields } from '../../mappings/ecs/catalogue.gen.ts'
import { kibanaAlertFields } from '../../mappings/fields/kibana-alert.ts'
import { catalogueOf, type FieldCatalogue } from './query/catalogue.ts'

export const alertCatalogue: FieldCatalogue = catalogueOf(ecsFields, kibanaAlertFields)
