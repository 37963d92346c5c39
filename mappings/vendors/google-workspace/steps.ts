import { operationStep } from '../../lib/operation.ts'
import { actStep, type DeriveStep } from '../../lib/step.ts'
import type { MappingStep } from '../mapping-step.ts'
import { adminOperations } from './operations.ts'
import { accessEvaluationActs } from './readers/access-evaluation.ts'
import { actorAppStep } from './readers/acts.ts'
import { adminDetail } from './readers/admin.ts'
import { readUnknownEvent } from './readers/admin-acts.ts'
import { alertDetail } from './readers/alert.ts'
import { appUseStep } from './readers/app-use.ts'
import { chromeActs } from './readers/chrome.ts'
import { driveDetail } from './readers/drive.ts'
import { envelopeStep } from './readers/envelope.ts'
import { eventStep } from './readers/event.ts'
import { gmailStep } from './readers/gmail.ts'
import { directoryObject } from './readers/inventory.ts'
import { forwardedMailbox, loginChallenge } from './readers/login.ts'
import { parametersStep } from './readers/parameters.ts'
import { relatedStep } from './readers/related.ts'
import { tokenActs, unknownApplicationActs } from './readers/token.ts'

export const googleSteps = {
  // Steps for every activity, with the tables of its application.
  googleEnvelope: envelopeStep,
  googleParameters: parametersStep,
  googleEvent: eventStep,
  googleActorApp: actorAppStep,
  googleAppUse: appUseStep,
  googleRelated: relatedStep,

  // Steps for one application each.
  googleAccessEvaluationActs: actStep(['app_sign_in', 'token_deny'], accessEvaluationActs),
  googleAdminDetail: adminDetail,
  googleAdminActs: operationStep(adminOperations, ({ document }) => document.event.action, readUnknownEvent),
  googleAlert: alertDetail,
  googleChromeActs: actStep(['app_install', 'app_uninstall', 'consent_request'], chromeActs),
  googleDirectoryObject: directoryObject,
  googleDriveDetail: driveDetail,
  googleGmailDetail: gmailStep,
  googleForwardedMailbox: forwardedMailbox,
  googleLoginChallenge: loginChallenge,
  googleUnknownApplicationActs: unknownApplicationActs,
  googleTokenActs: actStep(['app_use', 'consent', 'consent_request', 'token_deny', 'token_revoke'], tokenActs),
} as const satisfies Record<string, DeriveStep | MappingStep>
