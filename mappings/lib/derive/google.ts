// The steps of the Google Workspace mappings, in one place by name.
import { accessEvaluationActs } from './google/access-evaluation.ts'
import { actorAppStep } from './google/acts.ts'
import { adminDetail } from './google/admin.ts'
import { adminOauth } from './google/admin-acts.ts'
import { alertDetail } from './google/alert.ts'
import { appUseStep } from './google/app-use.ts'
import { chromeActs } from './google/chrome.ts'
import { cloudEvent, cloudMembers, cloudRelated } from './google/cloud.ts'
import { cloudOauth } from './google/cloud-acts.ts'
import { driveDetail } from './google/drive.ts'
import { envelopeStep } from './google/envelope.ts'
import { eventStep } from './google/event.ts'
import { gmailStep } from './google/gmail.ts'
import { directoryObject } from './google/inventory.ts'
import { loginChallenge } from './google/login.ts'
import { parametersStep } from './google/parameters.ts'
import { relatedStep } from './google/related.ts'
import { tokenActs } from './google/token.ts'
import type { DeriveStep, MappingStep } from './step.ts'

export const googleSteps = {
  // Every activity, by the tables of its application.
  googleEnvelope: envelopeStep,
  googleParameters: parametersStep,
  googleEvent: eventStep,
  googleActorApp: actorAppStep,
  googleAppUse: appUseStep,
  googleRelated: relatedStep,

  // One application each.
  googleAccessEvaluationActs: accessEvaluationActs,
  googleAdminDetail: adminDetail,
  googleAdminActs: adminOauth,
  googleAlert: alertDetail,
  googleChromeActs: chromeActs,
  googleDirectoryObject: directoryObject,
  googleDriveDetail: driveDetail,
  googleGmailDetail: gmailStep,
  googleLoginChallenge: loginChallenge,
  googleTokenActs: tokenActs,

  // Audit logs of Google Cloud.
  googleCloudMembers: cloudMembers,
  googleCloudEvent: cloudEvent,
  googleCloudActs: cloudOauth,
  googleCloudRelated: cloudRelated,
} as const satisfies Record<string, DeriveStep | MappingStep>
