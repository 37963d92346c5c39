// Requirements of rules beyond the ingestion of their logs: what each requirement is, and how to meet it.
/** Name in `available` of the environment file → the vendor of the requirement, its description, and how to meet it. */
export const requirements = {
  asn: {
    is: 'network number and owner (`source.as`)',
    todo: 'configure a database of autonomous systems (`geo.asnDatabase`)',
  },
  inventory: {
    is: 'application facts that no audit log contains, such as publisher and verification',
    todo: 'add an inventory of the applications to the input',
  },
  'license:entra-id-p1': {
    vendor: 'm365',
    is: 'Microsoft Entra ID P1 or P2',
    todo: 'without this license, Microsoft exports neither sign-ins nor Graph activity; get the license, or disable the rule',
  },
  'license:google-enterprise': {
    vendor: 'google-workspace',
    is: 'a Google Workspace Enterprise edition or Cloud Identity Premium',
    todo: 'other editions do not log the API calls of applications (`activity` in the token log); disable the rule for these editions',
  },
  'log:azure.graphactivitylogs': {
    vendor: 'm365',
    is: 'Microsoft Graph activity logs',
    todo: 'export MicrosoftGraphActivityLogs in the diagnostic settings of Entra ID',
  },
  'license:workload-id-premium': {
    vendor: 'm365',
    is: 'Microsoft Entra Workload ID Premium',
    todo: 'Microsoft hides detections on service principals from tenants without this license; get the license, or disable the rule',
  },
  'log:azure.signinlogs.service-principals': {
    vendor: 'm365',
    is: 'sign-ins of service principals',
    todo: 'export ServicePrincipalSignInLogs in the diagnostic settings of Entra ID',
  },
  'log:mailbox-send': {
    vendor: 'm365',
    is: 'mailbox auditing of sent messages',
    todo: 'check that the audited owner actions include Send (`Get-Mailbox | select AuditOwner`) and that the license covers it',
  },
} as const satisfies Readonly<Record<string, { readonly vendor?: string; readonly is: string; readonly todo: string }>>

/** A requirement that an organization meets or does not meet (`available` in environment.yaml). */
export type Requirement = keyof typeof requirements
