import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd7c97f54-a40a-4328-af90-baf51b029448',
  name: 'Sensitive OAuth Access Granted from a New Network, or Directory Control Granted',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token', 'google_workspace.admin'],
  query: `not event.outcome: "failure" and (not oauth.app.first_party: true or oauth.action: ("delegated_grant" or "app_use"))
  and ((event.action: ("New-App" or "Set-App") and o365.audit.Parameters.OrganizationApp: "True"
      and (oauth.account.network_new: true or oauth.account.network_age_hours < 168))
    or (oauth.activity.method: ("appregnew.aspx" or "appinv.aspx") and (oauth.account.network_new: true or oauth.account.network_age_hours < 168))
    or (event.dataset: "google_workspace.admin" and oauth.act.network_age_hours: * and (oauth.action: "app_install"
      or (oauth.policy.direction: "loosened" and oauth.action: "trust_change" and (oauth.act.network_age_hours < 24 or saas.source.hosting: true or oauth.policy.new: "allow_listed"))
      or (oauth.action: "delegation_grant" and ((oauth.grant.known: true and oauth.grant.scopes_new: * and oauth.grant.tier: "critical")
        or ((not oauth.grant.known: true or oauth.grant.revoked: * or oauth.grant.scopes_new: *)
          and oauth.grant.scopes: (*gmail.settings.sharing or *admin.directory.user or *admin.directory.user.security
            or *admin.directory.rolemanagement or *admin.datatransfer or *cloud-platform or *ediscovery))
        or (not oauth.grant.known: true and oauth.grant.tier: "critical" and saas.source.hosting: true)))))
    or (oauth.action: "delegated_grant" and event.outcome: "success"
      and ((oauth.actor_app.name: * and not oauth.act.routine: true)
        or ((oauth.app.first_party: true or (oauth.grant.known: true and not oauth.app.id: *))
          and (oauth.act.network_age_hours: * or oauth.grant.from_new_network: true)))
      and oauth.grant.breadth: "tenant" and oauth.grant.scopes_added: * and oauth.grant.tier: ("critical" or "high"))
    or (oauth.action: "consent" and oauth.act.role_age_hours: * and saas.source.hosting: true and oauth.grant.tier: ("critical" or "high" or "medium"))
    or (oauth.action: "consent" and oauth.grant.breadth: "user" and oauth.grant.tier: "critical" and oauth.app.own_tenant: true
      and oauth.app.registered_hours < 1 and oauth.app.credentials >= 1 and not oauth.app.approved: true)
    or (oauth.action: "consent" and oauth.grant.tier: ("critical" or "high")
      and (oauth.account.network_new: true or oauth.act.network_age_hours < 24
        or (event.dataset: ("o365.audit" or "azure.auditlogs") and oauth.grant.tier: "critical" and oauth.grant.controls_directory: true))
      and not (oauth.grant.tier: "high" and oauth.grant.scopes: (*auth/calendar or Calendars.ReadWrite*)
        and not oauth.grant.scopes: (*gmail* or *mail.google.com* or *drive* or *contacts or *com/m8* or *documents or *spreadsheets or *presentations or *chat.* or *admin* or *cloud* or *script* or *groups*
          or *apps-apis* or *auth/iam* or *chrome* or *compute or *devstorage* or *ediscovery* or *keep* or *com/feeds*
          or Mail* or Files* or Sites* or Chat* or Channel* or Contacts* or Notes* or AccessReview* or AdvancedQuery* or Alert* or Content* or Device* or Machine* or Pipeline* or SecurityConfiguration* or SynchronizationData* or Threat* or Ti.*
          or *Authentication* or *FullControl or *Manage* or *Privileged* or *Role* or *Send or *.All))
      and not (oauth.app.kind: "script" and not oauth.grant.tier: "critical")
      and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS")
      and not (oauth.app.known_abused_verdict: "mail-client" and not saas.source.hosting: true) and not oauth.app.allowed: true and not oauth.app.approved: true
      and not (((oauth.app.established: true and oauth.grant.tier: "high") or (oauth.app.kind: "native" and oauth.app.age_days >= 1 and not saas.source.hosting: true))
        and not oauth.app.tier_held: ("low" or "medium") and not (oauth.app.tier_held: "high" and oauth.grant.tier: "critical"))
      and not (((event.dataset: "google_workspace.token" and ((oauth.app.users >= 1 and oauth.app.age_days >= 30) or (oauth.app.users >= 3 and oauth.app.age_days >= 14)) and oauth.app.idle_days < 14 and not saas.source.hosting: true)
          or (oauth.act.country_known: true and (oauth.app.granted_hours: * or oauth.app.users >= 2) and oauth.grant.tier: "high"))
        and (oauth.app.tier_held: "critical" or (oauth.app.tier_held: "high" and oauth.grant.tier: "high")))
      and not (oauth.grant.age_days >= 7 and not oauth.grant.tier_raised: true)))`,
  yields: ['m365/critical-application-permission', 'm365/known-abused-application', 'm365/lookalike-application'],
  description:
    'An account gave an application access to sensitive data from a network that is new to the account, or an account or application granted permissions to control the directory. A legitimate user rarely connects new applications from a new place. An intruder with a stolen session does, because the access outlives the session and a password change. Permissions to control applications, roles or the directory lead to all data. An application with the right to grant such permissions can restore the access after a cleanup.',
  conditions: `- An account consents to an application with access to sensitive data on the first day in a network that is new to the account. Installed programs count on their first day, and later only if they never held permissions of this tier. Known mail clients count only from a rented server.
- An account that received its first administrator role in the last week consents, from a rented server, to an application with medium, high or critical permissions.
- An administrator grants access for all users within the first week in a network that is new to the account. This condition applies to an installation, an Outlook add-in, permissions of a Microsoft client, further permissions of an unknown client (such as the shared client of all web parts), or a domain-wide delegation that can control accounts or gains critical scopes. From a rented server, every new delegation with critical scopes counts, such as one for all mail or all files.
- An administrator trusts or unblocks an application on the first day in a network that is new to the account. From a rented server, the first week counts. A low-severity rule covers this act on later days of a journey.
- An administrator adds an application to the Marketplace allowlist within the first week in such a network. No other rule covers this act.
- An account opens the page on which the owner of a SharePoint site registers an add-in or gives it permissions, from a network that the account first used in the last week. No directory log names the person or the permissions, and the add-in continues to work after a password reset.
- An account consents, for itself, to an application with critical permissions. The organization registered this application within the last hour, and the application holds a secret or certificate. With a stolen session, an intruder creates such an application in minutes, and the log contains no other tenant and no publisher. This condition requires neither history nor a new network.
- From any network, an account consents to a Microsoft Graph permission that controls applications, roles, consents or the directory, or that acts as the account in the directory. Only an administrator can grant it, and it leads to all data.
- An application, signed in as itself, grants such permissions for all users. No consent screen appears, and an application with this right can restore the access after a cleanup.
- An application receives further permissions for all users within a month of a grant from a new network.
- Does not alert on a pipeline that makes such grants every few weeks.
- Does not alert on consents to calendar access alone, scripts without critical permissions, mobile apps, approved or allowed applications, or applications with many users that already held high permissions and receive no critical ones.
- Does not alert on high permissions that the application already received from a colleague, if the account signed in from no new country and no new rented server (\`oauth.act.country_known\`): people also connect company tools at home.
- Does not alert on a Google application that is a month old if one colleague granted the same access, or that is two weeks old if three colleagues did. A grant from a rented server still counts. Does not alert on a repeated consent a week later without a higher tier.
- Other rules cover such acts by people from known networks, and other delegations.`,
  falsePositives: [
    'A new deployment pipeline grants the permissions of an application for the first time.',
    'A user connects a tool while traveling or from a new internet connection.',
    'An administrator sets up a backup, migration or identity product at a new workplace.',
    'A developer registers an application, and tests its full mail access on their own mailbox.',
    'An administrator tries a management tool that needs control of the directory. Ask whether the tool is approved.',
  ],
  evasion:
    'The attacker uses a proxy in the network of the user’s provider, or connects a tool of colleagues from a residential address in the user’s country. Alternatively, the attacker waits: an hour between the registration of an application and the consent, a day in the new network before consenting to, trusting or unblocking an application, and a week before other acts of an administrator.',
  investigation: `- **Network**: \`source.ip\` with \`source.as.organization.name\`; \`oauth.act.network_age_hours\` is the number of hours since the account first signed in from the network of the record, or from its newest network. Microsoft’s consent records contain an address of Microsoft: look at the sign-ins of \`user.email\` in the preceding hours.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.app.owner_tenant\`. Is it known in the organization? A delegated client with a long numeric ID is a service account: find its project in Google Cloud.
- **Permissions**: \`oauth.grant.scopes\` with \`oauth.grant.tier_reason\`; \`oauth.grant.breadth\` shows whether the grant covers one account or all.
- **Same session**: other acts of the account since its first sign-in from this network: MFA methods, forwarding, trusted applications, roles.
- **Activity since then**: \`app_use\` and \`app_sign_in\` of the application, and the number of accounts (\`oauth.account.name\`).`,
  response: `1. Ask the account owner through another channel whether they granted the access, and where they were.
2. If not: remove the grant, the delegation or the installation. A password reset or a disabled account does not revoke it.
3. Revoke the sessions of the account, reset its password, and check its MFA methods and the other changes of the session.
4. List the data that the application read since then.`,
  setup: 'The alerts on new networks require the entity store of the pipeline.',
  references: [
    'https://support.google.com/a/answer/162106',
    'https://support.google.com/a/answer/172482',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
    'https://www.proofpoint.com/us/blog/email-and-cloud-threats/defeating-malicious-application-creation-attacks',
  ],
  repeats: { within: '1d', by: ['oauth.act.series'] },
  tests: {
    match: [
      { scenario: 'google-workspace/application-installed-from-a-new-network' },
      { sample: 'm365/delegated-grant-extended' },
    ],
    noMatch: [
      { scenario: 'google-workspace/calendars-granted-in-new-network' },
      { scenario: 'google-workspace/application-installed-at-the-office' },
      { sample: 'google-workspace/admin-delegation-granted' },
      { sample: 'google-workspace/token-authorize-mail' },
      { sample: 'm365/consent-user-mail' },
      { sample: 'm365/delegated-grant-added' },
    ],
  },
})
