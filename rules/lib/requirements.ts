// What a rule may need beyond its logs being fed in: what each of these is, and how to get it.

/** Name in `available` of the environment file → what it is, and what to do to have it. */
export const requirements = {
  asn: {
    is: 'networks by number and owner (`source.as`)',
    todo: 'give the pipeline a database of autonomous systems (`geo.asnDatabase`)',
  },
  inventory: {
    is: 'facts of the application itself (publisher, verification) that no audit log has',
    todo: 'log source in an inventory of the applications',
  },
  'license:entra-id-p1': {
    is: 'Microsoft Entra ID P1 or P2',
    todo: 'without that license Microsoft exports neither sign-ins nor Graph activity; get one, or switch the rule off',
  },
  'license:google-enterprise': {
    is: 'a Google Workspace edition of the Enterprise kind, or Cloud Identity Premium',
    todo: 'other editions do not log the API calls of applications (`activity` in the token log); switch the rule off there',
  },
  'log:azure.graphactivitylogs': {
    is: 'the activity log of Microsoft Graph',
    todo: 'export MicrosoftGraphActivityLogs in the diagnostic settings of Entra ID',
  },
  'license:workload-id-premium': {
    is: 'Microsoft Entra Workload ID Premium',
    todo: 'Microsoft hides its detections on service principals from tenants without it; get it, or disable the rule',
  },
  'log:azure.signinlogs.service-principals': {
    is: 'sign-ins of service principals',
    todo: 'export ServicePrincipalSignInLogs in the diagnostic settings of Entra ID',
  },
  'log:mailbox-send': {
    is: 'mailbox auditing of what is sent',
    todo: 'see that Send is among the audited actions of owners (`Get-Mailbox | select AuditOwner`) and that the license covers it',
  },
} as const satisfies Readonly<Record<string, { readonly is: string; readonly todo: string }>>

/** Something that an organization has or has not (`available` in environment.yaml). */
export type Requirement = keyof typeof requirements
