// The steps of the Microsoft 365 unified audit log, by name.
import { actStep, type DeriveStep } from '../../lib/step.ts'
import { directoryActs } from '../microsoft/operations.ts'
import { readAddresses } from './readers/addresses.ts'
import { readAlert, readAlertData, readDlp } from './readers/alerts.ts'
import { readAppAccess } from './readers/app-access.ts'
import { categorize } from './readers/categories.ts'
import { shapeCollections } from './readers/collections.ts'
import { dropCopies } from './readers/copies.ts'
import { readDirectoryOauth } from './readers/directory.ts'
import { readFiles } from './readers/files.ts'
import { readMail, readMailboxUser } from './readers/mail.ts'
import { readMailRule } from './readers/mail-rules.ts'
import { readMailbox } from './readers/mailbox.ts'
import { shapeMembers } from './readers/members.ts'
import { readOutcome } from './readers/outcome.ts'
import { readPowerPlatform } from './readers/power-platform.ts'
import { readRelated } from './readers/related.ts'
import { readSignIn } from './readers/sign-in.ts'
import { readThreat } from './readers/threats.ts'
import { readUse } from './readers/use.ts'
import { readUsers } from './readers/users.ts'

export const m365Steps = {
  m365Members: shapeMembers,
  m365Collections: shapeCollections,
  m365Outcome: readOutcome,
  m365Users: readUsers,
  m365MailboxUser: readMailboxUser,
  m365Addresses: readAddresses,
  m365Categories: categorize,
  m365Files: readFiles,
  m365Dlp: readDlp,
  m365AlertData: readAlertData,
  m365Alert: readAlert,
  m365Threat: readThreat,
  m365MailRule: readMailRule,
  m365Mailbox: readMailbox,
  m365Mail: readMail,
  m365PowerPlatform: actStep(['policy_change'], readPowerPlatform),
  m365DirectoryOauth: actStep(directoryActs, readDirectoryOauth),
  m365SignIn: actStep(['app_sign_in'], readSignIn),
  m365Use: actStep(['app_use'], readUse),
  m365AppInstall: actStep(
    ['app_install', 'app_role_grant', 'app_uninstall', 'policy_change', 'sp_update'],
    readAppAccess,
  ),
  m365Related: readRelated,
  m365Copies: dropCopies,
} as const satisfies Record<string, DeriveStep>
