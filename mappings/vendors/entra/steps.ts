import { actStep, type DeriveStep } from '../../lib/step.ts'
import { directoryActs } from '../microsoft/operations.ts'
import { categorizeAudit, readAuditEvent, readAuditTime, relateAudit } from './readers/audit.ts'
import { readAuditOauth } from './readers/audit-act.ts'
import { shapeAudit } from './readers/audit-members.ts'
import { makeReadGraphEvent, makeReadGraphOauth, makeShapeGraph, readGraphTime, relateGraph } from './readers/graph.ts'
import { azureAdGraph, microsoftGraph } from './readers/graph-log.ts'
import { readInventoryOauth, readInventoryRecord, relateInventory } from './readers/inventory.ts'
import { readRiskEvent, readRiskOauth, readRiskTime, relateRisk, shapeRisk } from './readers/risk.ts'
import { readSignInEvent, readSignInOauth, readSignInTime, relateSignIn } from './readers/sign-in.ts'
import { shapeSignIn } from './readers/sign-in-members.ts'

export const entraSteps = {
  entraAuditTime: readAuditTime,
  entraAuditMembers: shapeAudit,
  entraAuditEvent: readAuditEvent,
  entraAuditCategories: categorizeAudit,
  entraAuditOauth: actStep(directoryActs, readAuditOauth),
  entraAuditRelated: relateAudit,

  entraSignInTime: readSignInTime,
  entraSignInEvent: readSignInEvent,
  entraSignInMembers: shapeSignIn,
  entraSignInOauth: actStep(['app_sign_in'], readSignInOauth),
  entraSignInRelated: relateSignIn,

  entraRiskTime: readRiskTime,
  entraRiskEvent: readRiskEvent,
  entraRiskMembers: shapeRisk,
  entraRiskOauth: readRiskOauth,
  entraRiskRelated: relateRisk,

  entraGraphTime: readGraphTime,
  entraGraphMembers: makeShapeGraph(microsoftGraph),
  entraGraphEvent: makeReadGraphEvent(microsoftGraph),
  entraGraphOauth: actStep(['app_use'], makeReadGraphOauth(microsoftGraph)),
  entraGraphRelated: relateGraph,

  entraAadGraphMembers: makeShapeGraph(azureAdGraph),
  entraAadGraphEvent: makeReadGraphEvent(azureAdGraph),
  entraAadGraphOauth: actStep(['app_use'], makeReadGraphOauth(azureAdGraph)),

  entraInventoryRecord: readInventoryRecord,
  entraInventoryOauth: readInventoryOauth,
  entraInventoryRelated: relateInventory,
} as const satisfies Record<string, DeriveStep>
