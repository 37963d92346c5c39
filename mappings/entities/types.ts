// The tables of the entity store, one for each kind of entity. The index templates and the merge code use these tables.
import type { EntityType } from './entity.ts'

const hour = 3_600_000
const minute = 60_000
const second = 1_000
const day = 24 * hour

/** An application in one tenant. */
export const apps = {
  name: 'apps',
  keys: ['app'],
  fields: {
    first_seen: { rule: 'earliest', doc: 'First event about it or by it' },
    present: { rule: 'earliest', doc: 'First successful act on it, except use' },
    registered: { rule: 'earliest', doc: 'Time of its registration' },
    names: { rule: 'members', keep: 20, doc: 'All its display names' },
    used: { rule: 'moments', every: hour, keep: 48, doc: 'Times of data use or issued tokens' },
    users: { rule: 'members', keep: 1000, doc: 'Accounts that a grant was for' },
    granters: { rule: 'members', keep: 200, doc: 'Granting accounts' },
    scopes: { rule: 'members', keep: 1000, doc: 'Permissions ever held' },
    tiers: { rule: 'members', keep: 4, doc: 'Tiers ever reached' },
    breadths: { rule: 'members', keep: 4, doc: 'Accounts that its grants covered' },
    credential_totals: { rule: 'transitions', keep: 16, counted: true, doc: 'Number of credentials after each change' },
    credential_kinds: { rule: 'members', keep: 8, doc: 'All kinds of its credentials' },
    credential_kinds_used: { rule: 'members', keep: 8, doc: 'Kinds of credentials that it signed in with' },
    credential_ids: { rule: 'members', keep: 200, doc: 'Keys that were added' },
    reported_ids: { rule: 'members', keep: 64, doc: 'Keys that Entra ID Protection reported' },
    risks: {
      rule: 'transitions',
      keep: 16,
      counted: true,
      doc: 'States of its risk in Entra ID Protection, with the reason',
    },
    credential_actors: {
      rule: 'members',
      keep: 64,
      doc: 'Actors who added them: an address, or the ID of an application',
    },
    redirect_domains: { rule: 'members', keep: 200, doc: 'Hosts of its redirect addresses' },
    redirects: {
      rule: 'transitions',
      keep: 16,
      counted: true,
      doc: 'Changes to its redirect URIs; the detail contains the URIs',
    },
    owners: { rule: 'transitions', keep: 32, counted: true, doc: 'Owners added and removed; the owner is the detail' },
    rights: {
      rule: 'transitions',
      keep: 64,
      states: 500,
      doc: 'Exchange roles and mailbox rights granted and removed; the right is the detail',
    },
    settings: {
      rule: 'transitions',
      keep: 64,
      counted: true,
      doc: 'Settings that it changed with Exchange commands and calls, such as inbox rules and forwarding; the detail contains mailbox, rule, holder, rights and recipients',
    },
    status: { rule: 'transitions', keep: 16, counted: true, doc: 'Enabled, disabled, deleted' },
    removals: {
      rule: 'transitions',
      keep: 16,
      doc: 'Grants of single accounts that another account removed; the detail contains the account that removed them',
    },
    failed: {
      rule: 'transitions',
      keep: 16,
      counted: true,
      doc: 'Failed and refused acts on it, with the actor and the reason',
    },
    trust: { rule: 'transitions', keep: 16, doc: 'Allowed, limited again or blocked by API controls' },
    // Separate, so that many refusals displace no decision.
    refusals: {
      rule: 'moments',
      every: hour,
      keep: 48,
      doc: 'Times when API controls refused high or critical access',
    },
    listed: { rule: 'transitions', keep: 16, doc: 'Enabled, disabled, deleted, from inventories' },
    first_used: { rule: 'earliest', doc: 'First use of data, or first token' },
    delegated: { rule: 'moments', every: day, keep: 16, doc: 'Times of tokens of users by domain-wide delegation' },
    networks: { rule: 'members', keep: 1000, doc: 'Networks of use without its user present' },
    data_networks: { rule: 'members', keep: 200, doc: 'Networks from which it used data' },
    change_networks: { rule: 'members', keep: 200, doc: 'Networks from which it changed, sent or exported data' },
    addresses: { rule: 'members', keep: 200, doc: 'Addresses from which a service account was used' },
    openers: {
      rule: 'transitions',
      keep: 200,
      doc: 'People who gave a service account a key, an owner or a workload, once for each hour; the network is the detail',
    },
    directory_kinds: {
      rule: 'members',
      keep: 64,
      doc: 'Kinds of directory data that it read and that few products need',
    },
    methods: { rule: 'members', keep: 64, doc: 'Methods that the application used to change, send or export data' },
    reached: { rule: 'members', keep: 1000, doc: 'Accounts of which it used data' },
    programs: { rule: 'members', keep: 64, doc: 'Programs that used data without a user' },
    accesses: {
      rule: 'members',
      keep: 64,
      doc: 'Kinds of data that it used, with the way of access; a share outside the organization is also a separate entry',
    },
    opened_files: {
      rule: 'members',
      keep: 200,
      doc: 'Files and folders that it first opened to people outside the organization',
    },
    opened_to: {
      rule: 'members',
      keep: 200,
      doc: 'Addresses of people outside the organization that it opened files to, with the first time',
    },
    resources: { rule: 'members', keep: 200, doc: 'APIs for which it got a token of its own' },
    acts: { rule: 'members', keep: 64, doc: 'Kinds of acts that it did to applications' },
    owner_tenant: { rule: 'transitions', keep: 1, doc: 'Where it is registered' },
    kind: { rule: 'transitions', keep: 1, doc: 'Kind of client, where a record names it' },
    publisher: { rule: 'transitions', keep: 1, doc: 'Publisher, from the inventory' },
    verified: { rule: 'transitions', keep: 1, doc: 'Whether the publisher is verified, from the inventory' },
    omitted: { rule: 'members', keep: 64, doc: 'Acts that its lists no longer contain' },
  },
  vocabulary: {
    'organization.id': 'tenant',
    'oauth.account.name': 'users.value',
    'oauth.app.first_seen': 'first_seen',
    'oauth.app.id': 'app',
    'oauth.app.last_used': 'used',
    'oauth.app.name': 'names.value',
    'oauth.app.owner_tenant': 'owner_tenant.value',
    'oauth.app.publisher': 'publisher.value',
    'oauth.credential.kind': 'credential_kinds.value',
    'oauth.grant.breadth': 'breadths.value',
    'oauth.grant.scopes': 'scopes.value',
    'oauth.grant.tier': 'tiers.value',
    'oauth.redirect.domains': 'redirect_domains.value',
    'service.id': 'app',
  },
} as const satisfies EntityType

/** The permissions that an application received from or for one account, or for the whole tenant (`*`). */
export const grants = {
  name: 'grants',
  keys: ['app', 'principal'],
  fields: {
    first_seen: { rule: 'earliest', doc: 'First grant' },
    granted: {
      rule: 'transitions',
      keep: 16,
      oldest: true,
      counted: true,
      doc: 'Grants, with the granter and the network',
    },
    revoked: { rule: 'transitions', keep: 16, counted: true, doc: 'Revocations' },
    kinds: { rule: 'members', keep: 4, doc: 'Kinds of grants' },
    scopes: { rule: 'members', keep: 500, doc: 'Permissions ever held' },
    tiers: { rule: 'members', keep: 4, doc: 'Tiers ever reached' },
    scope_changes: {
      rule: 'transitions',
      keep: 16,
      states: 64,
      oldest: true,
      doc: 'Permissions granted, with their tier, and permissions removed; the detail contains the permissions',
    },
    used: { rule: 'moments', every: hour, keep: 48, doc: 'Times of use' },
    // Records state the second, and the newest token decides whether access ended. An account gets about one token an hour.
    issued: { rule: 'moments', every: second, keep: 8, doc: 'Issue times of tokens' },
    first_used: { rule: 'earliest', doc: 'First use' },
    listed: { rule: 'moments', every: day, keep: 16, doc: 'Times in inventories' },
    // Separate, so that daily inventories displace no change.
    listed_scopes: {
      rule: 'transitions',
      keep: 16,
      states: 64,
      doc: 'Permissions in the last inventories, with their tier; the detail contains the permissions',
    },
    countries: { rule: 'members', keep: 16, doc: 'Countries of use' },
    places: { rule: 'transitions', keep: 48, doc: 'The same in recent days, one for every four hours' },
    // Separate, so that many networks do not displace the few countries.
    use_networks: { rule: 'members', keep: 16, doc: 'Networks of uses without a known country' },
    use_places: { rule: 'transitions', keep: 48, doc: 'The same in recent days, one for every four hours' },
    omitted: { rule: 'members', keep: 64, doc: 'Acts that its lists no longer contain' },
  },
} as const satisfies EntityType

/** An account, under one of its ids. */
export const accounts = {
  name: 'accounts',
  keys: ['account'],
  fields: {
    first_seen: { rule: 'earliest', doc: 'First event of it' },
    created: { rule: 'earliest', doc: 'Time of its creation' },
    add_in_pages: {
      rule: 'transitions',
      keep: 32,
      doc: 'For the account that registers add-ins in SharePoint: visits to the pages, with the visitor and the network, one for each hour',
    },
    status: { rule: 'transitions', keep: 16, doc: 'Active, disabled, suspended, archived, deleted' },
    listed: { rule: 'transitions', keep: 16, doc: 'The same, from inventories' },
    listed_as: {
      rule: 'members',
      keep: 8,
      doc: 'Each status in an inventory, and `administrator` for a critical or high role, with its first time',
    },
    resets: { rule: 'transitions', keep: 8, doc: 'Password resets' },
    credentials_made: {
      rule: 'transitions',
      keep: 8,
      doc: 'Passwords, passes and codes that another account or an application made for it, and second steps that they took off, with the maker and its network',
    },
    sessions: { rule: 'transitions', keep: 8, doc: 'Sessions revoked' },
    factors: {
      rule: 'moments',
      every: hour,
      keep: 8,
      doc: 'Times when its owner changed a second factor, or an address or phone for recovery',
    },
    sign_ins: { rule: 'moments', every: 10 * minute, keep: 64, doc: 'Sign-in times of its owner' },
    federated: {
      rule: 'moments',
      every: 7 * day,
      keep: 16,
      doc: 'Weeks of sign-ins with a token of another identity provider; for a domain, those of all its accounts',
    },
    networks: { rule: 'members', keep: 200, doc: 'Networks from which it signed in or consented' },
    use_networks: { rule: 'members', keep: 200, doc: 'Networks where vendor clients used data on its behalf' },
    owner_networks: { rule: 'members', keep: 200, doc: 'Those with its owner present' },
    owner_places: {
      rule: 'members',
      keep: 200,
      doc: 'Countries of its owner; for rented servers and unknown countries, their networks',
    },
    clients: { rule: 'members', keep: 64, doc: 'Applications of the vendor that it used' },
    programs: { rule: 'members', keep: 200, doc: 'Programs that used applications in its name, with the kind of use' },
    acts: { rule: 'members', keep: 64, doc: 'Kinds of its acts on applications' },
    roles: { rule: 'transitions', keep: 64, doc: 'Tier of a role granted, or `revoked`; the role is the detail' },
    members: {
      rule: 'transitions',
      keep: 64,
      doc: 'Accounts in a group, added and removed: members, owners and eligible members; the account is the detail',
    },
    // Separate, so that many changes of accounts do not displace an application.
    application_members: { rule: 'transitions', keep: 64, doc: 'The same for applications' },
    listed_roles: { rule: 'transitions', keep: 64, doc: 'Roles from inventories' },
    kind: { rule: 'transitions', keep: 1, doc: 'Member, guest, service' },
  },
} as const satisfies EntityType

/** One ID of an object that has several IDs. It refers to the other IDs. */
export const aliases = {
  name: 'aliases',
  keys: ['kind', 'alias'],
  fields: {
    links: {
      rule: 'members',
      keep: 100,
      doc: 'IDs of the same object, with the time of their first joint appearance, and creations',
    },
  },
} as const satisfies EntityType

/** The log source of one dataset in one tenant: how far history reaches back. */
export const log_sources = {
  name: 'log_sources',
  keys: ['dataset'],
  fields: {
    first_seen: { rule: 'earliest', doc: 'First event of the log source' },
    seen: { rule: 'moments', every: hour, keep: 48, doc: 'Times of events' },
  },
} as const satisfies EntityType

/** Every kind of entity that merges, by its name. */
export const entityTypes = { apps, grants, accounts, aliases, log_sources } as const

export type EntityName = keyof typeof entityTypes
export const entityNames = Object.keys(entityTypes) as readonly EntityName[]
