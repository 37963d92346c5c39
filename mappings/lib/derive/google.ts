// The steps of the Google Workspace mappings, in one place by name.
import { groupsDetail, samlDetail, userAccountsDetail } from './google/accounts.ts'
import { actorAppStep } from './google/acts.ts'
import { adminTargets } from './google/admin.ts'
import { adminOauth } from './google/admin-acts.ts'
import { adminParameters } from './google/admin-parameters.ts'
import { driveActs, driveDetail } from './google/drive.ts'
import { driveParameters } from './google/drive-parameters.ts'
import { envelopeStep, relatedStep } from './google/envelope.ts'
import { groupsParameters } from './google/groups-parameters.ts'
import { loginDetail } from './google/login.ts'
import { loginParameters } from './google/login-parameters.ts'
import { parametersStep } from './google/parameters.ts'
import { samlParameters } from './google/saml-parameters.ts'
import { tokenActs } from './google/token.ts'
import { tokenParameters } from './google/token-parameters.ts'
import { userAccountsParameters } from './google/user-accounts-parameters.ts'
import type { DeriveStep } from './step.ts'

export const googleSteps = {
  // Every activity. The original streams (admin, login) keep less of the envelope than the later ones (token).
  googleEnvelope: envelopeStep({ etag: false }),
  googleEnvelopeExtended: envelopeStep({ etag: true }),
  googleActorApp: actorAppStep,
  googleRelated: relatedStep({ hosts: false }),
  googleRelatedExtended: relatedStep({ hosts: true }),

  googleTokenParameters: parametersStep({ stream: 'token', table: tokenParameters }),
  googleTokenActs: tokenActs,

  googleAdminParameters: parametersStep({ stream: 'admin', table: adminParameters }),
  googleAdminTargets: adminTargets,
  googleAdminActs: adminOauth,

  googleLoginParameters: parametersStep({ stream: 'login', table: loginParameters, prefix: 'login_' }),
  googleLoginDetail: loginDetail,

  googleDriveParameters: parametersStep({ stream: 'drive', table: driveParameters }),
  googleDriveDetail: driveDetail,
  googleDriveActs: driveActs,

  googleGroupsParameters: parametersStep({ stream: 'groups', table: groupsParameters }),
  googleGroupsDetail: groupsDetail,

  googleSamlParameters: parametersStep({ stream: 'saml', table: samlParameters, prefix: 'saml_' }),
  googleSamlDetail: samlDetail,

  googleUserAccountsParameters: parametersStep({ stream: 'user_accounts', table: userAccountsParameters }),
  googleUserAccountsDetail: userAccountsDetail,
} as const satisfies Record<string, DeriveStep>
