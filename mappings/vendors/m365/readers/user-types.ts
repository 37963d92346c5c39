// UserType of the unified audit log: the kind of account that acted. In directory records an administrator is Regular, and
// an application that acts is System.
import { words } from '../../../fields/field.ts'

/** Names by number. */
export const userTypes: readonly string[] = words(`
  Regular Reserved Admin DcAdmin System Application ServicePrincipal CustomPolicy SystemPolicy PartnerTechnician Guest
`)
