// Operations of Google Cloud on applications, one row each. The key is the service and the last part of the method
// name, because services write method names with and without their version. Domain-wide delegation belongs to service
// accounts. The holder of a service account key, or a party that can create its tokens, can act as the service account.
import { table } from '../../kernel/table.ts'
import type { Operation, OperationTable } from '../../lib/operation.ts'
import type { DeriveStep } from '../../lib/step.ts'
import {
  readAccount,
  readAccountPolicy,
  readClient,
  readClientSecret,
  readCustomRole,
  readKey,
  readResourcePolicy,
  readToken,
} from './readers/cloud-acts.ts'

interface CloudOperation extends Operation {
  readonly class: NonNullable<Operation['class']>
  /** Reads the act on an application or grant into the `oauth` group. */
  readonly read: DeriveStep
}

type Class = CloudOperation['class']

const change: Class = { category: ['iam'], type: ['change'] }
const creation: Class = { category: ['iam'], type: ['creation'] }
const deletion: Class = { category: ['iam'], type: ['deletion'] }
const policyChange: Class = { category: ['iam', 'configuration'], type: ['change'] }
const signIn: Class = { category: ['authentication'], type: ['info'] }

const ofCredentials = 'https://cloud.google.com/iam/docs/audit-logging/audit-logging-iamcreds'
const ofResources = 'https://cloud.google.com/resource-manager/docs/audit-logging'

export const operations: Readonly<Record<string, CloudOperation>> = table({
  'iam.googleapis.com CreateServiceAccount': { class: creation, read: readAccount('sp_add') },
  'iam.googleapis.com DeleteServiceAccount': { class: deletion, read: readAccount('sp_delete') },
  'iam.googleapis.com DisableServiceAccount': { class: change, read: readAccount('sp_disable') },
  'iam.googleapis.com EnableServiceAccount': { class: change, read: readAccount('sp_enable') },
  'iam.googleapis.com PatchServiceAccount': { class: change, read: readAccount('sp_update') },
  'iam.googleapis.com UndeleteServiceAccount': { class: change, read: readAccount('app_restore') },
  'iam.googleapis.com UpdateServiceAccount': { class: change, read: readAccount('sp_update') },

  'iam.googleapis.com CreateServiceAccountKey': { class: creation, read: readKey('credential_add') },
  'iam.googleapis.com DeleteServiceAccountKey': { class: deletion, read: readKey('credential_remove') },
  'iam.googleapis.com UploadServiceAccountKey': { class: creation, read: readKey('credential_add') },

  'iam.googleapis.com UpdateRole': { class: change, read: readCustomRole },
  'iam.googleapis.com SetIAMPolicy': { class: change, read: readAccountPolicy },
  'cloudresourcemanager.googleapis.com SetIamPolicy': {
    class: policyChange,
    read: readResourcePolicy,
    source: ofResources,
  },

  'iam.googleapis.com CreateOauthClient': { class: creation, read: readClient('app_register') },
  'iam.googleapis.com DeleteOauthClient': { class: deletion, read: readClient('app_delete') },
  'iam.googleapis.com UpdateOauthClient': { class: change, read: readClient('app_update') },
  'iam.googleapis.com CreateOauthClientCredential': { class: creation, read: readClientSecret('credential_add') },
  'iam.googleapis.com DeleteOauthClientCredential': { class: deletion, read: readClientSecret('credential_remove') },

  'iamcredentials.googleapis.com GenerateAccessToken': { class: signIn, read: readToken, source: ofCredentials },
  'iamcredentials.googleapis.com GenerateIdToken': { class: signIn, read: readToken, source: ofCredentials },
  'iamcredentials.googleapis.com SignBlob': { class: signIn, read: readToken, source: ofCredentials },
  'iamcredentials.googleapis.com SignJwt': { class: signIn, read: readToken, source: ofCredentials },
})

export const operationTables: readonly OperationTable[] = [
  { title: 'Google Cloud', source: 'https://cloud.google.com/iam/docs/audit-logging', rows: operations },
]
