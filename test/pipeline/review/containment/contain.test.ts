import { expect, it } from 'vitest'
import { containApp, containClient } from '../../../../pipeline/review/containment/contain.ts'
import { stepParts } from '../../../../pipeline/review/containment/containment.ts'
import type { ReviewedApp } from '../../../../pipeline/review/review.ts'
import { reviewedApp } from '../reviewed-app.ts'

const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const mara = 'mara.voss@northpier.example'
const base: ReviewedApp = { ...reviewedApp, actedFor: [mara, 'joost.hale@northpier.example'] }
const google: ReviewedApp = { ...base, vendor: 'google', tenant: 'C02exmpl9' }

const client = '512223344556-driftmail0abcdefgh.apps.googleusercontent.com'

const commands = (app: ReviewedApp): string =>
  containApp(app)
    .steps.map(({ command }) => command)
    .join('\n')

/** Each access that keeps an application active, and the command that removes it. */
const microsoftCommands = {
  'sign-in': /Update-MgServicePrincipal -ServicePrincipalId \$sp\.Id -AccountEnabled:\$false/,
  'delegated permissions': /Remove-MgOauth2PermissionGrant/,
  'application permissions': /Remove-MgServicePrincipalAppRoleAssignment/,
  'secrets of the service principal': /Remove-MgServicePrincipalPassword/,
  'certificates of the service principal':
    /PATCH -Uri "v1\.0\/servicePrincipals\/\$\(\$sp\.Id\)" -Body '\{"keyCredentials":\[\]\}'/,
  'owners of the service principal': /v1\.0\/servicePrincipals\/\$\(\$sp\.Id\)\/owners/,
}
const registrationCommands = {
  'secrets of the registration': /Remove-MgApplicationPassword/,
  'certificates of the registration':
    /PATCH -Uri "v1\.0\/applications\/\$\(\$app\.Id\)" -Body '\{"keyCredentials":\[\]\}'/,
  'federated credentials': /Remove-MgApplicationFederatedIdentityCredential/,
  'owners of the registration': /v1\.0\/applications\/\$\(\$app\.Id\)\/owners/,
  'redirect URIs':
    /-Body '\{"web":\{"redirectUris":\[\]\},"spa":\{"redirectUris":\[\]\},"publicClient":\{"redirectUris":\[\]\}\}'/,
  registration: /Remove-MgApplication -ApplicationId/,
}

it.each(Object.entries({ ...microsoftCommands, ...registrationCommands }))(
  'containing an application of Entra removes %s',
  (_, command) => {
    expect(commands(base)).toMatch(command)
  },
)

it('containment of a deleted Entra application removes it from the recycle bin, and no command requires an active application', () => {
  const text = commands({ ...base, status: 'deleted', exposed: [mara] })
  expect(text.trimEnd()).toMatch(/Remove-MgDirectoryDeletedItem -DirectoryObjectId \$_\.Id \}$/)
  expect(text).not.toMatch(/throw|\$sp\b|\$app\b/)
})

it('containment of a deleted Entra application that still acts first finds it, blocks it, and removes its secrets and owners', () => {
  const [ended, used] = ['2026-03-12T03:00:00.000Z', '2026-03-12T09:10:00.000Z']
  const { steps } = containApp({ ...base, status: 'deleted', ended, lastUsed: used })
  const now = steps.flatMap(({ canWait, command }) => (canWait ? [] : command)).join('\n')
  expect(now).toMatch(
    /if \(\$sp\) \{ Update-MgServicePrincipal [\s\S]*if \(\$sp\) \{ \$sp\.PasswordCredentials [\s\S]*if \(\$sp\) \{ \$sp\.Owners [\s\S]*if \(\$app\) \{ \$app\.PasswordCredentials [\s\S]*if \(\$app\) \{ \$app\.Owners /,
  )
  expect(steps.filter(({ canWait }) => canWait).at(-1)).toMatchObject({ what: expect.stringMatching(/recycle bin/) })
  expect(commands({ ...base, status: 'deleted', ended, lastUsed: '2026-03-12T03:30:00.000Z' })).not.toContain('$sp')
})

it('containment of an Entra application without its service principal still removes the secrets of the registration', () => {
  const app: ReviewedApp = {
    ...base,
    status: 'deleted',
    registered: '2026-03-11T09:00:00.000Z',
    registrationRemains: true,
  }
  expect(commands(app)).toMatch(registrationCommands['secrets of the registration'])
  expect(commands(app)).not.toMatch(microsoftCommands['secrets of the service principal'])
})

it('containment connects to the tenant of the application', () => {
  expect(commands(base)).toContain(`Connect-MgGraph -TenantId ${tenant} -Scopes Application`)
  expect(commands({ ...base, tenant: "'; evil" })).not.toContain('evil')
})

it('containment disables guests, and no command names a deleted account', () => {
  const guest = 'x_partner.example#EXT#@northpier.example'
  const grants = [{ principal: mara, kinds: [], scopes: [], accountStatus: 'deleted' }]
  const app = { ...base, actedFor: [mara, guest], exposed: [mara, guest], grants }
  for (const vendor of ['microsoft', 'google'] as const)
    expect(commands({ ...app, vendor, id: vendor === 'google' ? client : base.id })).not.toContain(mara)
  const ofGuest = containApp(app).steps.filter(({ command }) => command.includes(guest))
  expect(ofGuest.map(({ command }) => command)).toEqual([`Update-MgUser -UserId '${guest}' -AccountEnabled:$false`])
  expect(containApp(app).breaks.slice(-2)).toEqual([
    'The commands disable 1 guest account.',
    'The commands omit 1 account that the records show as deleted.',
  ])
})

it('containment of an Entra application reports a registration in another tenant, and does not change it', () => {
  const foreign = { ...base, ownerTenant: '11111111-2222-3333-4444-555555555555' }
  for (const command of Object.values(registrationCommands)) expect(commands(foreign)).not.toMatch(command)
  for (const command of Object.values(microsoftCommands)) expect(commands(foreign)).toMatch(command)
  expect(containApp(foreign).gaps.join()).toContain('another tenant owns it (11111111')
})

it('containment of an Entra application states the effect of an unknown owner without a registration', () => {
  const said = (app: ReviewedApp) => containApp(app).steps.filter(({ what }) => what.includes('does nothing')).length
  expect(said(base)).toBe(6)
  expect(said({ ...base, ownerTenant: tenant })).toBe(0)
  expect(said({ ...base, registered: '2026-03-11T09:00:00.000Z' })).toBe(0)
})

it('containment of an Entra application finds it by the ID of its service principal or of its registration', () => {
  for (const find of ['MgServicePrincipal -ServicePrincipalId', 'MgApplication -ApplicationId'])
    expect(commands(base)).toContain(`Get-${find} '${base.id}'`)
  expect(commands(base)).not.toContain(`appId eq '${base.id}'`)
})

it.each(['microsoft', 'google'] as const)(
  'containment of an Entra application resets the passwords of exposed accounts after it blocks the application, and also for a client: %s',
  (vendor) => {
    const reset = { microsoft: `Password -UserId '${mara}'`, google: `gam update user ${mara} password random` }[vendor]
    expect(commands({ ...base, vendor })).not.toContain(reset)
    const ordered = commands({ ...(vendor === 'google' ? { ...google, id: client } : base), exposed: [mara] })
    const parts = {
      microsoft: [
        'Update-MgServicePrincipal -ServicePrincipalId',
        // A person who knows the password signs in again.
        reset,
        `Revoke-MgUserSignInSession -UserId '${mara}'`,
        'Remove-MgApplication -ApplicationId',
      ],
      // A new password ends tokens, so the list of tokens is saved first.
      google: ['print tokens', '> Manage app access', 'delete token clientid', reset, `gam user ${mara} signout`],
    }[vendor]
    const places = parts.map((each) => ordered.indexOf(each))
    expect(places).toEqual(places.filter((each) => each >= 0).sort((a, b) => a - b))
    const ofClient = containClient({ vendor, tenant, names: [mara] }).steps.map(({ command }) => command)
    expect(ofClient.join('\n')).toContain(reset)
  },
)

it('containment of a client removes the devices that the accounts of the client registered', () => {
  const device = { id: base.id, name: "'; evil", account: mara, at: '2026-03-11T09:00:00.000Z' }
  const devices = [device, { ...device, id: "'; evil" }]
  const { steps } = containClient({ vendor: 'microsoft', tenant, names: [mara], devices })
  const removals = steps.map(({ command }) => command).filter((command) => command.includes('MgDevice'))
  expect(removals).toEqual([
    expect.stringMatching(/^Get-MgDevice .* Out-File .*; Remove-MgDevice -DeviceId '[0-9a-f-]+'$/),
  ])
})

it('containment of a Microsoft application ends the sessions of its accounts, and does not disable the application', () => {
  expect(commands({ ...base, firstParty: true })).not.toContain('Update-MgServicePrincipal')
  expect(commands({ ...base, firstParty: true })).toContain(`Revoke-MgUserSignInSession -UserId '${mara}'`)
})

it.each([base, { ...google, id: client }])(
  'containment states the number of accounts whose sessions the commands end',
  (app) => {
    const { breaks, steps } = containApp({ ...app, actedFor: [mara], exposed: ['joost.hale@northpier.example', mara] })
    const sessions = steps.filter(({ what }) => what.startsWith('End the sessions'))
    expect(sessions).toHaveLength(2)
    expect(breaks.join('\n')).toContain('The commands end the sessions of 2 accounts')
  },
)

it('containment of a Google application blocks the client, revokes tokens, ends sessions, and names the project', () => {
  const text = commands({ ...google, id: client })
  expect(text).toContain(`find ${client}, choose Blocked`)
  for (const account of base.actedFor) {
    expect(text).toContain(`gam user ${account} delete token clientid ${client}`)
    expect(text).toContain(`gam user ${account} signout`)
  }
  expect(text).toContain('gcloud projects describe 512223344556')
  expect(text).toContain(`Clients: copy the details of ${client}, then delete it`)
  expect(text).not.toContain('service-accounts')
})

it('containment of a Google application deletes a delegation, an installation and the keys of its service account', () => {
  const key = '5d1f0a7c9e3b48a2b6c4d8e0f1a2b3c4d5e6f708'
  const text = commands({
    ...google,
    id: '112044879936650172483',
    otherIds: ['sync@northpier.iam.gserviceaccount.com'],
    credentialIds: [key, "'; evil"],
    grants: [
      { principal: '*', kinds: ['domain_delegation', 'install'], scopes: [], granted: '2026-03-12T15:00:00.000Z' },
    ],
  })
  expect(text).toContain('domainwidedelegation): copy the scopes of 112044879936650172483, then delete it')
  expect(text).toContain('Uninstall app')
  expect(text).toContain('gcloud iam service-accounts disable sync@northpier.iam.gserviceaccount.com')
  expect(text).toContain(`keys delete ${key} --iam-account=sync@northpier.iam.gserviceaccount.com`)
  expect(text).toMatch(/iam service-accounts delete sync@northpier\.iam\.gserviceaccount\.com --quiet$/)
  expect(text).not.toContain('evil')
})

it('containment of a Google application requests the address of a service account if only its number is known', () => {
  expect(commands({ ...google, id: '112044879936650172483' })).toContain(
    'gcloud iam service-accounts describe 112044879936650172483',
  )
})

it.each([
  ["o'neil@northpier.example", "'o''neil@northpier.example'", `"o'neil@northpier.example"`],
  ['jörg+1@northpier.example', "'jörg+1@northpier.example'", '"jörg+1@northpier.example"'],
  ['o\u2019neil@northpier.example', undefined, undefined],
  ['a\u202eb@northpier.example', undefined, undefined],
  ["o'\nneil@northpier.example", undefined, undefined],
])('containment quotes the account %j, or lists it as not covered', (account, quoted, word) => {
  const odd = { ...base, actedFor: [account], exposed: [account] }
  for (const [app, text] of [
    [odd, quoted && `Password -UserId ${quoted}`],
    [{ ...odd, vendor: 'google', id: client } as const, word && `gam update user ${word} password`],
  ] as const) {
    if (text === undefined) expect(containApp(app).gaps.join()).toContain('a command cannot contain this name')
    else expect(commands(app)).toContain(text)
    expect(containApp(app).breaks.join().includes('end the sessions of 1 account')).toBe(text !== undefined)
  }
})

it('containment of an Entra application saves the permissions before it removes them', () => {
  for (const saved of ['Get-MgServicePrincipalOauth2PermissionGrant', 'Get-MgServicePrincipalAppRoleAssignment'])
    expect(commands(base).indexOf(`$saved += ${saved}`)).toBeGreaterThan(0)
  expect(commands(base).startsWith('Connect-MgGraph -TenantId')).toBe(true)
})

it('containment of a Google application creates no command with a record text of more than one shell word', () => {
  const odd = { ...google, id: client, actedFor: ['a@b.example; rm -rf /'] }
  expect(commands(odd)).not.toContain('rm -rf')
  expect(containApp(odd).gaps).toHaveLength(1)
  expect(containApp({ ...google, id: '$(evil)' }).steps).toEqual([])
})

it.each([
  ['an application of Entra', base, /Remove-MgApplication -ApplicationId/, /-AccountEnabled:\$false/],
  [
    'a service account',
    { ...google, id: '112044879936650172483' },
    /^gcloud iam service-accounts get-iam-policy/,
    /service-accounts disable/,
  ],
])(
  'containment of %s marks the removal of remaining access as a step that can wait, but not the block',
  (_, app, rest, block) => {
    const many = Array.from({ length: 20 }, (__, i) => `user${i}@northpier.example`)
    for (const exposed of [[mara], many]) {
      const { steps } = containApp({ ...app, exposed })
      const waits = (command: RegExp) => steps.find((step) => command.test(step.command))?.canWait === true
      expect([waits(rest), waits(block), waits(new RegExp(`assword.*${exposed[0]}|${exposed[0]} password`))]).toEqual([
        true,
        false,
        false,
      ])
      const parts = stepParts(steps)
      expect(parts.map(({ heading }) => heading)).toEqual(['Now', 'Can wait until the next day'])
      expect(parts.flatMap((part) => part.steps)).toEqual(steps)
    }
  },
)

it('the steps of containment have no headings if no step can wait', () => {
  const { steps } = containClient({ vendor: 'microsoft', tenant, names: [mara] })
  expect(stepParts(steps)).toEqual([{ heading: '', steps }])
})

/** Each command that removes something, and the evidence of it. */
const removals: readonly (readonly [removes: RegExp, saves: RegExp])[] = [
  [/Remove-MgOauth2PermissionGrant/, /Get-MgServicePrincipalOauth2PermissionGrant .*Out-File/],
  [/Remove-MgServicePrincipalAppRoleAssignment/, /Get-MgServicePrincipalAppRoleAssignment .*Out-File/],
  [/Remove-MgServicePrincipalPassword|servicePrincipals.*\$sp\.Id/, /\$sp = Get-MgServicePrincipal .*owners.*Out-File/],
  [/Remove-MgApplication(?:Password)? |applications.*\$app\.Id/, /\$app = Get-MgApplication .*owners.*Out-File/],
  [/Remove-MgApplicationFederated/, /Get-MgApplicationFederatedIdentityCredential .*Out-File/],
  [/Remove-MgDirectoryDeletedItem/, /\$bin \| .*Out-File/],
  [/Remove-MgDevice/, /Get-MgDevice .*Out-File/],
  [/Remove-RoleGroupMember/, /Get-RoleGroupMember .*Out-File/],
  [/Remove-MailboxPermission/, /Get-MailboxPermission .*Out-File/],
  [/Remove-ManagementRoleAssignment/, /@\(.*Get-ManagementRoleAssignment .*Out-File/],
  [/delete token/, /print tokens .*> tokens/],
  [/domainwidedelegation.*then delete/, /copy the scopes of/],
  [/Uninstall app/, /copy its data access/],
  [/service-accounts keys delete/, /service-accounts keys list .*--format=json > /],
  [/service-accounts delete/, /service-accounts describe .*> [\s\S]*get-iam-policy .*> /],
  [/Clients: .*then delete/, /copy the details of/],
]

/** Plans with every kind of step. */
function plansOfAllKinds(): string[][][] {
  const right = { holder: base.id, target: 'Anna Lee', rights: '' }
  const rights = [
    { ...right, noun: 'RoleGroupMember' },
    { ...right, noun: 'MailboxPermission', rights: 'FullAccess' },
    { ...right, noun: 'ManagementRoleAssignment' },
  ] as unknown as ReviewedApp['rights']
  const full = { ...base, rights, exposed: [mara], reportedIds: [base.id], registered: '2026-03-11T09:00:00.000Z' }
  const account = { ...google, exposed: [mara], credentialIds: ['5d1f0a7c9e3b48a2b6c4d8e0f1a2b3c4d5e6f708'] }
  const grants = [
    { principal: '*', kinds: ['domain_delegation', 'install'], scopes: [], granted: '2026-03-12T15:00:00Z' },
  ]
  const ended = { status: 'deleted', ended: '2026-03-12T03:00:00.000Z', lastUsed: '2026-03-12T09:10:00.000Z' } as const
  const devices = [{ id: base.id, name: 'PC', account: mara, at: '2026-03-11T09:00:00.000Z' }]
  const plans = [
    full,
    { ...full, status: 'deleted' as const },
    { ...full, status: 'deleted' as const, registrationRemains: true },
    { ...full, ...ended },
    { ...full, ...ended, registrationRemains: true },
    { ...full, ownerTenant: '11111111-2222-3333-4444-555555555555', registered: undefined },
    { ...full, unproven: { account: mara } },
    { ...account, id: client, grants },
    { ...account, id: '112044879936650172483', grants },
    { ...account, id: 'sync@northpier.iam.gserviceaccount.com', otherIds: ['112044879936650172483'], grants },
  ] as unknown as ReviewedApp[]
  return plans.map((app) =>
    stepParts(containApp(app, devices).steps).map(({ steps }) => steps.map(({ command }) => command)),
  )
}

it('each part of a plan works in a new session: it connects, and defines each variable before its use', () => {
  let used = 0
  for (const parts of plansOfAllKinds())
    for (const part of parts) {
      const text = part.join('\n')
      for (const { 1: name, index } of text.matchAll(/\$(?!_|false|true|ref)([a-z]+)/gi)) {
        used++
        const defined = text.search(new RegExp(`\\$${name} = |for ${name} in `))
        expect(defined >= 0 && defined <= index, `$${name} in ${text}`).toBe(true)
      }
      const [first = ''] = part
      if (/-Mg[A-Z]/.test(text)) expect(first).toMatch(/^Connect-MgGraph /)
    }
  expect(used).toBeGreaterThan(50)
})

it('each command of a plan that removes an object comes after the command that saves the object as evidence', () => {
  const seen = new Set<RegExp>()
  for (const parts of plansOfAllKinds()) {
    const plan = parts.flat()
    plan.forEach((command, i) => {
      for (const part of command.split(/;(?=(?:[^']*'[^']*')*[^']*$)/)) {
        if (!/Remove-|DELETE|PATCH|\bdelete\b|Uninstall/.test(part)) continue
        const known = removals.filter(([removes]) => removes.test(part))
        expect(known, part).not.toEqual([])
        for (const [removes, saves] of known) {
          seen.add(removes)
          expect(
            plan
              .slice(0, i + 1)
              .join('\n')
              .split(part)[0] + (part.startsWith('#') ? part : ''),
            part,
          ).toMatch(saves)
        }
      }
    })
  }
  expect(seen.size).toBe(removals.length)
})

it.each([
  [tenant, false],
  ['', true],
])(
  'the commands for an application in the tenant "%s" ask for the ID of a tenant that no record names: %s',
  (id, asks) => {
    const [connect] = containApp({ ...base, tenant: id }).steps
    expect(connect?.what.includes('add -TenantId')).toBe(asks)
    expect(connect?.command.includes('-TenantId')).toBe(!asks)
  },
)
