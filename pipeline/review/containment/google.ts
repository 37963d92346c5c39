// Google Workspace: GAM for the Directory API, the Admin console for functions without an API, gcloud for Google Cloud.
// https://developers.google.com/workspace/admin/directory/reference/rest/v1/tokens
// https://cloud.google.com/sdk/gcloud/reference/iam/service-accounts
import { isDelegation } from '../grants.ts'
import type { ReviewedApp } from '../review.ts'
import { openSettings } from '../settings.ts'
import { accountsOf, type Containment, distinctSteps, inOrder, type Step } from './containment.ts'
import { isAddress, isGoogleClient, isKeyId, isServiceAccount, shellWord, unsafeAccounts } from './safe-words.ts'

const apiControls = 'Admin console: Security > Access and data control > API controls'

export function containGoogle(app: ReviewedApp): Omit<Containment, 'breaks'> {
  const { id, actedFor, exposed } = app
  const account = serviceAccountOf(app)
  if (!isGoogleClient(id) && account === undefined)
    return { steps: [], gaps: [`${JSON.stringify(id)} is not a client ID`] }
  return {
    steps: inOrder({
      // A new password also ends some tokens: https://support.google.com/a/answer/2538798
      block: [
        ...evidenceSteps(id),
        {
          what: `${app.status === 'blocked' ? 'Check that the client is still blocked' : 'Block the client'} for the domain. You can undo this. No API supports this step: use the Admin console.`,
          command: `# ${apiControls} > Manage app access: find ${id}, choose Blocked`,
        },
        ...delegationSteps(app),
        ...installationSteps(app),
        ...tokenSteps(app),
        ...settingSteps(app),
        ...(account === undefined ? [] : blockSteps(account)),
      ],
      accounts: [...googlePasswordSteps(exposed), ...googleSessionSteps(accountsOf(app))],
      others: account === undefined ? projectSteps(id) : serviceAccountSteps(account, app.credentialIds),
      last: account === undefined ? [] : deletionSteps(account),
    }),
    gaps: unsafeAccounts([...actedFor, ...exposed], isAddress),
  }
}

/** Returns the service account of an application: its address, otherwise its number. */
function serviceAccountOf({ id, otherIds }: ReviewedApp): string | undefined {
  const ids = [id, ...otherIds].filter(isServiceAccount)
  return ids.find((each) => each.includes('@')) ?? ids[0]
}

function delegationSteps({ id, grants, usedDelegation }: ReviewedApp): Step[] {
  if (usedDelegation !== true && !grants.some(isDelegation)) return []
  return [
    {
      what: 'Copy the scopes of the domain-wide delegation as evidence, then delete it. No API supports this step: use the Admin console.',
      command: `# ${apiControls} > Manage domain-wide delegation (https://admin.google.com/ac/owl/domainwidedelegation): copy the scopes of ${id}, then delete it`,
    },
  ]
}

/** The settings of a mailbox in the Gmail API, by the beginning of the method, and the objects of GAM that show them. */
const mailSettings: Readonly<Record<string, readonly string[]>> = {
  filters: ['filters'],
  forwardingAddresses: ['forwardingaddresses', 'forward'],
  updateAutoForwarding: ['forward'],
  delegates: ['delegates'],
  sendAs: ['sendas'],
  updateVacation: ['vacation'],
  updateImap: ['imap'],
  updatePop: ['pop'],
}

/** The log names the method, but not the filter or the address. */
function settingSteps({ settings }: ReviewedApp): Step[] {
  const steps = openSettings(settings).flatMap(({ operation, target }) => {
    const [, name = ''] = /^gmail\.users\.settings\.(\w+)/.exec(operation) ?? []
    const objects = isAddress(target) ? (mailSettings[name] ?? []) : []
    return objects.map((object) => ({
      what: `Check the mail settings of ${target}, which the application changed with ${operation}. Remove those that the account does not recognize.`,
      command: `gam user ${shellWord(target)} show ${object}`,
    }))
  })
  return distinctSteps(steps)
}

function installationSteps({ id, grants }: ReviewedApp): Step[] {
  if (!grants.some(({ kinds }) => kinds.includes('install'))) return []
  return [
    {
      what: 'Copy the data access and the users of the Marketplace application as evidence, then uninstall it for the whole domain.',
      command: `# Admin console: Apps > Google Workspace Marketplace apps > Apps list: find ${id}, copy its data access and its users, then choose Uninstall app`,
    },
  ]
}

function evidenceSteps(id: string): Step[] {
  if (!isGoogleClient(id)) return []
  return [
    {
      what: 'Save the list of tokens of the application as evidence: later commands delete the tokens.',
      command: `gam all users_ns_susp print tokens clientid ${id} > tokens-${id}.csv`,
    },
  ]
}

/**
 * Tokens of the users that the records name; the last step finds the tokens of all other users. `all users` leaves out suspended
 * users: https://github.com/GAM-team/GAM/wiki/Collections-of-Users
 */
function tokenSteps({ id, breadth, grants, actedFor }: ReviewedApp): Step[] {
  if (!isGoogleClient(id)) return []
  const holders = grants.map(({ principal }) => principal).filter(isAddress)
  const named = [...new Set([...holders, ...actedFor.filter(isAddress)])].sort()
  return [
    ...named.map((account) => ({
      what: `Revoke the tokens of the application for ${account}.`,
      command: `gam user ${shellWord(account)} delete token clientid ${id}`,
    })),
    {
      what:
        breadth === 'tenant'
          ? 'Revoke the tokens of the application for all users: the access covered the whole domain.'
          : 'Revoke the tokens of the application for users who consented before the first record.',
      command: `gam all users_ns_susp delete token clientid ${id}`,
    },
  ]
}

/** A service account's keys still work after a delegation is removed: in Google Cloud, and with later delegations. */
const emailOf = (account: string): string =>
  account.includes('@') ? account : `"$(gcloud iam service-accounts describe ${account} --format='value(email)')"`

function blockSteps(account: string): Step[] {
  const email = emailOf(account)
  return [
    {
      what: 'Save the service account, its keys and its policy as evidence: later commands delete them.',
      command: `gcloud iam service-accounts describe ${account} --format=json > account-${account}.json; gcloud iam service-accounts keys list --iam-account=${email} --format=json > keys-${account}.json; gcloud iam service-accounts get-iam-policy ${email} --format=json > policy-${account}.json`,
    },
    {
      what: 'Disable the service account, if its project belongs to your organization. You can undo this.',
      command: `gcloud iam service-accounts disable ${email}`,
    },
  ]
}

function serviceAccountSteps(account: string, keys: readonly string[]): Step[] {
  const email = emailOf(account)
  return [
    {
      what: 'Delete the user-managed keys of the service account.',
      command: `for key in $(gcloud iam service-accounts keys list --iam-account=${email} --managed-by=user --format='value(name)'); do gcloud iam service-accounts keys delete "$key" --iam-account=${email} --quiet; done`,
    },
    ...keys.filter(isKeyId).map((key) => ({
      what: `Delete the key ${key}, which was created in these records.`,
      command: `gcloud iam service-accounts keys delete ${key} --iam-account=${email} --quiet`,
    })),
    {
      what: 'Show who can use the service account or create keys for it. Remove unknown members.',
      command: `gcloud iam service-accounts get-iam-policy ${email}`,
    },
  ]
}

function deletionSteps(account: string): Step[] {
  return [
    {
      what: 'Delete the service account if its project belongs to your organization and nothing else needs it. You can undo this for 30 days.',
      command: `gcloud iam service-accounts delete ${emailOf(account)} --quiet`,
    },
  ]
}

/** The ID of a client begins with the number of its project. */
function projectSteps(id: string): Step[] {
  const [project] = /^\d{6,}(?=-)/.exec(id) ?? []
  if (project === undefined) return []
  return [
    {
      what: 'Find out whether the project of the client belongs to your organization. If it does, run the next two steps.',
      command: `gcloud projects describe ${project}`,
    },
    {
      what: 'Save and list the principals with a role in the project. Remove unknown owners and editors: they can create the client again.',
      command: `gcloud projects get-iam-policy ${project} --format=json > project-${project}.json; gcloud projects get-iam-policy ${project} --flatten="bindings[].members" --format="table(bindings.role, bindings.members)"`,
    },
    {
      what: 'If the project belongs to your organization, copy the redirect URIs of the client and the dates of its secrets as evidence, then delete the client. No API supports this step: use the Cloud console.',
      command: `# Google Cloud console, project ${project}: Google Auth Platform > Clients: copy the details of ${id}, then delete it`,
    },
  ]
}

export function googleSessionSteps(accounts: readonly string[]): Step[] {
  return accounts.filter(isAddress).map((account) => ({
    what: `End the sessions of ${account}. The account must sign in again.`,
    command: `gam user ${shellWord(account)} signout`,
  }))
}

export function googlePasswordSteps(accounts: readonly string[]): Step[] {
  return accounts.filter(isAddress).map((account) => ({
    what: `Reset the password of ${account}, unless you can rule out that an attacker knows it. Check the 2-Step Verification of the account.`,
    command: `gam update user ${shellWord(account)} password random changepassword on; gam info user ${shellWord(account)}`,
  }))
}
