// The steps of the Microsoft 365 unified audit log, in one place by name.

import { readAddresses } from './m365/addresses.ts'
import { readAlert, readAlertData, readDlp } from './m365/alerts.ts'
import { readAppInstall } from './m365/app-installs.ts'
import { categorize } from './m365/categories.ts'
import { shapeCollections } from './m365/collections.ts'
import { readDirectoryOauth } from './m365/directory-oauth.ts'
import { readFiles } from './m365/files.ts'
import { readMail, readMailboxUser } from './m365/mail.ts'
import { readMailRule } from './m365/mail-rules.ts'
import { shapeMembers } from './m365/members.ts'
import { readOutcome } from './m365/outcome.ts'
import { readPowerPlatform } from './m365/power-platform.ts'
import { readRelated } from './m365/related.ts'
import { readSignIn } from './m365/sign-in.ts'
import { readThreat } from './m365/threats.ts'
import { readUse } from './m365/use.ts'
import { readUsers } from './m365/users.ts'
import type { DeriveStep } from './step.ts'

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
  m365Mail: readMail,
  m365MailRule: readMailRule,
  m365PowerPlatform: readPowerPlatform,
  m365DirectoryOauth: readDirectoryOauth,
  m365SignIn: readSignIn,
  m365Use: readUse,
  m365AppInstall: readAppInstall,
  m365Related: readRelated,
} as const satisfies Record<string, DeriveStep>
