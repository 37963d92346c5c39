// The steps of the Entra and Graph logs, in one place by name.
import { categorizeAudit, readAuditEvent, readAuditTime, relateAudit } from './entra/audit.ts'
import { readAuditOauth } from './entra/audit-act.ts'
import { shapeAudit } from './entra/audit-members.ts'
import { readGraphEvent, readGraphOauth, readGraphTime, relateGraph, shapeGraph } from './entra/graph.ts'
import { readInventoryOauth, readInventoryRecord, relateInventory } from './entra/inventory.ts'
import { readSignInEvent, readSignInOauth, readSignInTime, relateSignIn } from './entra/sign-in.ts'
import { shapeSignIn } from './entra/sign-in-members.ts'
import type { DeriveStep } from './step.ts'

export const entraSteps = {
  entraAuditTime: readAuditTime,
  entraAuditMembers: shapeAudit,
  entraAuditEvent: readAuditEvent,
  entraAuditCategories: categorizeAudit,
  entraAuditOauth: readAuditOauth,
  entraAuditRelated: relateAudit,

  entraSignInTime: readSignInTime,
  entraSignInEvent: readSignInEvent,
  entraSignInMembers: shapeSignIn,
  entraSignInOauth: readSignInOauth,
  entraSignInRelated: relateSignIn,

  entraGraphTime: readGraphTime,
  entraGraphMembers: shapeGraph,
  entraGraphEvent: readGraphEvent,
  entraGraphOauth: readGraphOauth,
  entraGraphRelated: relateGraph,

  entraInventoryRecord: readInventoryRecord,
  entraInventoryOauth: readInventoryOauth,
  entraInventoryRelated: relateInventory,
} as const satisfies Record<string, DeriveStep>
