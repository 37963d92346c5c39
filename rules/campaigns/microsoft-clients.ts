// First-party clients and resources by their public ids, and public ids of permissions and roles.
import type { Named } from './microsoft-tenant.ts'

export const microsoftServices = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'

/** First-party clients by their public ids. */
export const firstParty = {
  office: { name: 'Microsoft Office', appId: 'd3590ed6-52b3-4102-aeff-aad2292ab01c' },
  outlookMobile: { name: 'Outlook Mobile', appId: '27922004-5251-4030-b22d-91ecd9a37ea4' },
  outlookWeb: { name: 'One Outlook Web', appId: '9199bf20-a13f-4107-85dc-02114787ef48' },
  teams: { name: 'Microsoft Teams', appId: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' },
  officeHome: { name: 'OfficeHome', appId: '4765445b-32c6-49b0-83e6-1d93765276ca' },
  oneDriveSync: { name: 'OneDrive SyncEngine', appId: 'ab9b8c07-8f02-4f72-87fa-80105867a763' },
  azurePortal: { name: 'Azure Portal', appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' },
  azureCli: { name: 'Microsoft Azure CLI', appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' },
  vsCode: { name: 'Visual Studio Code', appId: 'aebc6443-996d-45c2-90f0-388ff96faa56' },
  broker: { name: 'Microsoft Authentication Broker', appId: '29d9ed98-a469-4536-ade2-f981bc1d605e' },
  graphTools: { name: 'Microsoft Graph Command Line Tools', appId: '14d82eec-204b-4c2f-b7e8-296a70dab67e' },
  mySignIns: { name: 'My Signins', appId: '19db86c3-b2b9-44cc-b339-36da233a3be2' },
} as const

export const deviceRegistration: Named = {
  name: 'Device Registration Service',
  appId: '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9',
}
export const azureManagement: Named = {
  name: 'Windows Azure Service Management API',
  appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
}
export const oldDirectory: Named = {
  name: 'Windows Azure Active Directory',
  appId: '00000002-0000-0000-c000-000000000000',
}

/** Public ids of application permissions of Microsoft Graph and Exchange Online. */
export const appRoles = {
  fullAccess: {
    id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
    value: 'full_access_as_app',
    title: 'Use Exchange Web Services with full access to all mailboxes',
  },
  mailRead: {
    id: '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
    value: 'Mail.Read',
    title: 'Read mail in all mailboxes',
  },
  filesRead: {
    id: '01d4889c-1287-42c6-ac1f-5d1e02578ef6',
    value: 'Files.Read.All',
    title: 'Read files in all site collections',
  },
  sitesRead: {
    id: '332a536c-c7ef-4017-ab91-336970924f0d',
    value: 'Sites.Read.All',
    title: 'Read items in all site collections',
  },
  directoryRead: {
    id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
    value: 'Directory.Read.All',
    title: 'Read directory data',
  },
  assignRoles: {
    id: '06b708a9-e830-4db3-a914-8e69da51d44f',
    value: 'AppRoleAssignment.ReadWrite.All',
    title: 'Manage app permission grants and app role assignments',
  },
} as const

/** Public ids of delegated scopes of Microsoft Graph. */
export const scopeIds = {
  mailRead: '570282fd-fa5c-430d-a7fd-fc8dc98a9dca',
  mailReadWrite: '024d486e-b451-40bb-833d-3e66d98c5c73',
  mailSend: 'e383f46e-2787-4529-855e-0e479a3ffac0',
  offline: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
  userRead: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
} as const

export const globalAdministrator = {
  id: '62e90394-69f5-4237-9190-012177145e10',
  name: 'Global Administrator',
} as const
