// The software sister of a group brings its room booking into the production tenant in three stages, with a pipeline that grants.
import { benignWork } from '../campaign.ts'
import { giveRole, makeAccount } from '../microsoft-app-made-accounts.ts'
import { working } from '../microsoft-background.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { appRole, consent, type Role } from '../microsoft-oauth.ts'
import { outsider } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const wanted: readonly Role[] = [
  {
    id: 'ef54d2bf-783f-4e0f-bca1-3210c0442d99',
    value: 'Calendars.ReadWrite',
    title: 'Read and write calendars in all mailboxes',
  },
  { id: '913b9306-0ce1-42b8-9137-6a7df690a760', value: 'Place.Read.All', title: 'Read all company places' },
]

const cloudApplicationAdministrator = {
  id: '158c047a-c907-4556-b7ef-446551a6b5f7',
  name: 'Cloud Application Administrator',
  known: 'CloudApplicationAdministrator',
}

export default benignWork({
  title: 'The software sister of a group brings its room booking into the production tenant in three stages',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/application-consent-experience'],
  resembles:
    'A new account with a role consents for everybody to applications of another tenant, and an application of the house ' +
    'grants them rights to all calendars.',
  accounts: 1150,
  days: 40,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'ostermark-group', {
      feeds: 'both',
      from: '2024-09-02',
      days: 68,
      after: 42,
      people: 20,
    })
    const sister = random.uuid()
    const pipeline = makeApp(random, 'Platform Grants Pipeline', tenant.id, {
      ip: '198.51.100.64',
      agent: 'terraform/1.9',
    })
    const ids: string[] = []
    // The pipeline works before the project as well: a sign-in each week, and two grants for the door signs of the house.
    const signs = makeApp(random, 'Door Signs', tenant.id)
    for (let week = 0; week < 9; week += 1) {
      const at = start - (week * 7 + 3) * day + 9 * hour
      appSignIn(log, at, { app: pipeline, resource: tenant.graph })
      const role = wanted[week === 4 ? 1 : 0]
      if ((week === 4 || week === 2) && role) appRole(log, at + minute, pipeline, signs, tenant.graph, role)
    }

    const lead = outsider(
      random,
      `adm.project@${tenant.domain}`,
      'Project Administrator Booking',
      person(9),
      tenant.admin.ip,
    )
    const opened = start + 9 * hour + 32 * minute
    ids.push(
      makeAccount(log, opened, tenant.admin, lead),
      giveRole(log, opened + 3 * minute, tenant.admin, lead, cloudApplicationAdministrator),
    )
    const stages = ['Test', 'Acceptance', 'Production'].map((stage, i) => ({
      app: makeApp(random, `Roomly Booking ${stage}`, sister, {
        ip: `203.0.113.${82 + i}`,
        agent: 'roomly-sync/5.3 (+node)',
        reply: `https://${stage.toLowerCase()}.roomly.example/auth/callback`,
      }),
      from: start + (1 + i * 11) * day,
    }))
    for (const { app, from } of stages) {
      const at = from + 10 * hour + random.integer(0, 90) * minute
      ids.push(
        userSignIn(log, at - 2 * minute, {
          person: lead,
          client: firstParty.azurePortal,
          resource: tenant.graph,
          ip: lead.ip,
        }),
        ...consent(log, at, {
          by: lead,
          app,
          resource: tenant.graph,
          scopes: 'User.Read openid profile email',
          admin: true,
          everyone: true,
        }),
        appSignIn(log, at + 3 * hour, { app: pipeline, resource: tenant.graph }),
        ...wanted.map((role, i) => appRole(log, at + 3 * hour + (i + 1) * 20_000, pipeline, app, tenant.graph, role)),
      )
      for (let run = 0; run < 40; run += 1) {
        const when = working(log, from + day, 38 - Math.round((from - start) / day))
        const tokenId = token(log)
        ids.push(appSignIn(log, when, { app, resource: tenant.graph, tokenId }))
        for (let n = 0; n < 4; n += 1)
          ids.push(
            graphCall(log, when + (n + 1) * 4_000, {
              client: app,
              ip: app.ip,
              agent: app.agent,
              uri: `/users/${person(10 + ((run + n) % 9)).oid}/${n === 3 ? 'events' : 'calendarView/delta'}`,
              method: n === 3 ? 'POST' : 'GET',
              status: n === 3 ? 201 : 200,
              permissions: 'Calendars.ReadWrite Place.Read.All',
              tokenId,
            }),
          )
      }
    }
    return { records: log.records(), ids }
  },
})
