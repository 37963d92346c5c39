import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0b9c6a54-2e7d-4f13-a8b0-6d35f1c9e472',
  name: 'Entra ID Token Issued in an Unusual Way from a New Network',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1528', 'T1566.002', 'T1078.004', 'T1556'],
  datasets: ['azure.signinlogs', 'o365.audit'],
  query: `event.outcome: "success" and oauth.action: "app_sign_in"
  and ((oauth.app.first_party: false and oauth.app.used_days >= 14 and oauth.account.program_new: true
      and (oauth.account.network_new: true or oauth.account.network_age_hours < 24)
      and not (azure.signinlogs.properties.authentication_protocol: "deviceCode" and saas.logon.interactive: false)
      and not user_agent.original: (*AppleWebKit* or *Firefox* or *Trident*))
    or (oauth.app.first_party: true and oauth.account.network_new: true and (azure.signinlogs.properties.authentication_protocol: "deviceCode"
      or (azure.signinlogs.properties.authentication_protocol: "ropc"
        and azure.signinlogs.properties.authentication_requirement: "singleFactorAuthentication")))
    or (oauth.app.id: ("fb78d390-0c51-40cd-8e17-fdbfab77341b" or "a0c73c16-a7e3-4564-9a95-2bdf47383716" or "9bc3ab49-b65d-410a-85ad-de819febfddc"
        or "12128f48-ec9e-42f0-b203-ea49fb6af367" or "de8bc8b5-d9f9-48b1-a8ad-b748da725064") and (oauth.account.network_new: true or oauth.account.network_age_hours < 24))
    or (oauth.app.first_party: true and oauth.account.network_new: true and oauth.account.other_network_age_hours < 24
      and azure.signinlogs.properties.original_transfer_method: "authenticationTransfer")
    or (oauth.account.federated_new: true and (oauth.account.network_new: true or oauth.account.network_age_hours < 24))
    or (oauth.app.first_party: true and saas.logon.interactive: false and oauth.account.client_new: true
      and (oauth.account.network_new: true or oauth.account.network_age_hours < 72)
      and not oauth.app.id: ("1fec8e78-bce4-4aaf-ab1b-5451cc387264" or "d3590ed6-52b3-4102-aeff-aad2292ab01c"
        or "ab9b8c07-8f02-4f72-87fa-80105867a763")
      and not (oauth.app.id: "27922004-5251-4030-b22d-91ecd9a37ea4" and user_agent.original: (*iOS* or *iPhone* or *Android*) and not saas.source.hosting: true)))`,
  repeats: { within: '7d', by: ['oauth.account.id'] },
  yields: ['cross/new-account-from-new-network', 'm365/script-as-user-client'],
  skipsOwnNetworks: true,
  description:
    'A Microsoft client obtained a token with a device code, or with a user name and password alone (ROPC), from a network that is new to the account. Neither method needs a browser on the computer that receives the token. A user can approve a device code on any computer, and a password grant requires no MFA. Attackers distribute codes in chats and invitations, and try passwords with clients that every tenant trusts. The rule also covers other ways to obtain or use a token from a new network.',
  conditions: `- A Microsoft client obtains a token with a device code from a network that is new to the account. Attackers distribute codes in chats and invitations.
- A Microsoft client obtains a token with a user name and password alone (ROPC) from a network that is new to the account. Attackers try passwords with clients that every tenant trusts.
- An authentication transfer moves a session from a computer to a phone with a QR code, and the phone and the computer used two different networks that were new to the account that day. An attacker with a stolen browser session shows the code and scans it.
- A Microsoft client obtains a token without its user. The account never used this client, and the account owner never signed in from this network. With one stolen refresh token, an attacker obtains tokens for all clients of its family.
- Excludes Teams, Office and OneDrive as such clients, because they start on every computer. Also excludes Outlook Mobile on a phone, because a phone often uses the network of its carrier. Outlook Mobile on a rented server still counts.
- A program other than a browser, such as a mail program that is approved for all users, obtains its first token for an account, from a network that the account first used that day.
- An account starts PowerShell for Exchange, SharePoint or Teams, or opens Graph Explorer, within a day of its first sign-in from a network. No log contains the data that an administrator reads in PowerShell, and only some changes raise alerts.
- An account signs in with a SAML token of another identity provider for the first time in a month, from a network that is new to the account, in the first month of such tokens in its domain. In a domain that always uses this identity provider, only the record of a changed domain raises an alert. With the key of a federated domain, an attacker signs in as nearly any user, without password and MFA.
- Another rule covers device codes of third-party applications that are redeemed in another network.`,
  falsePositives: [
    'For the first time, a user signs in on a server shell or a display at another site.',
    'A script with a stored password moves to another host.',
    'The organization moves its domain to an identity provider, and a user first signs in there while traveling.',
    'An administrator starts PowerShell from a hotel or a new internet connection.',
    'A user opens another Microsoft program for the first time, on a connection where they were already signed in.',
  ],
  investigation: `- **Method**: \`azure.signinlogs.properties.authentication_protocol\`, \`azure.signinlogs.properties.original_transfer_method\`; client: \`oauth.app.name\`; resource: \`azure.signinlogs.properties.resource_display_name\`.
- **Source**: \`source.ip\`, \`source.as.number\`, \`source.geo.country_iso_code\`, \`user_agent.original\`. A device code shows the address of the device, not of the user.
- **SAML token** (\`saas.logon.federated\`): \`Set domain authentication\` and \`Set federation settings on domain\` in the last months, and the identity provider of the domain of the user.
- **Session**: other sign-ins with the same \`session.id\`, in the usual network and in this one.
- **Earlier failures**: sign-ins of the account with error 50126 are password guesses.
- **Later activity**: a new device of the account, Microsoft Graph calls and sign-ins from the same \`source.ip\`.`,
  response: `1. Ask the user about the sign-in. Device code: did they enter a code, and how did they receive it? Password: which program stores it?
2. If the user did not start the sign-in: revoke the sessions, reset the password, and remove devices added since then.
3. Block device code flow, authentication transfer and password grants with Conditional Access, except for the accounts that need them.`,
  evasion:
    'The attacker obtains the token through a proxy at the user’s provider, redeems a stolen refresh token from a residential address with the client ID and user agent of Outlook Mobile, or signs SAML tokens for a domain that has long signed in with them.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-authentication-flows',
    'https://github.com/secureworks/family-of-client-ids-research',
    'https://guardz.com/blog/entra-id-legacy-authentication-attack-bav2ropc/',
  ],
  requires: ['license:entra-id-p1'],
  tests: { match: [], noMatch: [] },
})
