import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { replyAddresses } from '../microsoft-policies.ts'
import { recycle } from '../microsoft-restored.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, type Log, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const days = 70
const registers = 'Application.ReadWrite.OwnedBy'

export default benignWork({
  title: 'Coding assistants open changes, and a pipeline makes a short-lived application for the review of each change',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/application-post-applications',
    'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
  ],
  resembles:
    'An application creates applications with secrets several times a day, people consent to them within minutes, their reply ' +
    'addresses change, and they vanish after one or two days.',
  accounts: 4,
  days: 15,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'quillmoor', {
      feeds: 'entra',
      from: '2026-02-23',
      days,
      after: 18,
    })
    const { admin, developer, graph } = tenant
    const pipeline = makeApp(random, 'Review Environments', tenant.id, {
      ip: '203.0.113.52',
      agent: 'HashiCorp Terraform/1.9.5 (+https://www.terraform.io) terraform-provider-azuread/3.0.2',
    })
    const developers = [developer, person(5), person(8), person(11)]

    /** One change: the application is made, tried by its author, and deleted. */
    const change = (side: Log, at: number, number: number, author: Person): readonly string[] => {
      const app = makeApp(random, `review-${number}`, tenant.id, {
        reply: `https://pr-${number}.review.${tenant.domain}/auth`,
      })
      // What is made on a Friday does not stay over the weekend.
      const sameDay = number % 2 === 0 || new Date(at).getUTCDay() === 5
      const scopes = number % 3 === 0 ? 'openid profile User.Read Calendars.Read' : 'openid profile User.Read'
      const ids = [
        appSignIn(side, at - 30_000, { app: pipeline, resource: graph, kind: 'federatedIdentityCredential' }),
        graphCall(side, at - 900, {
          client: pipeline,
          ip: pipeline.ip,
          uri: '/applications',
          method: 'POST',
          status: 201,
          permissions: registers,
          agent: pipeline.agent,
        }),
        ...auditRegister(side, at, pipeline, app),
        auditKeys(side, at + 4000, pipeline, app, [], [{ id: app.keyId, name: `pr-${number}` }]),
        userSignIn(side, at + 12 * minute, {
          person: author,
          client: app,
          resource: graph,
          ip: author.ip,
          ownerTenant: tenant.id,
        }),
        ...auditConsent(
          side,
          at + 12 * minute + 5000,
          author,
          { client: app, resource: graph, scopes, user: author },
          false,
          false,
        ),
        graphCall(side, at + 13 * minute, {
          client: app,
          person: author,
          ip: '203.0.113.53',
          uri: number % 3 === 0 ? '/me/calendarView?$top=10' : '/me',
          permissions: scopes,
          agent: 'axios/1.7.9',
        }),
      ]
      if (number % 4 === 0)
        ids.push(
          replyAddresses(side, at + hour, author, app, {
            before: [app.reply],
            now: [app.reply, 'http://localhost:5173/auth'],
          }),
        )
      return [...ids, ...recycle(side, at + (sameDay ? 7 : 26) * hour, 'Delete', author, app)]
    }

    // The pipeline has worked since the winter, with fewer changes before the assistants came.
    auditRegister(log, start - days * day + 10 * hour, admin, pipeline)
    let number = 410
    for (let d = 3; d < days; d += 4) {
      if ([0, 6].includes(new Date(start - (days - d) * day).getUTCDay())) continue
      change(log, start - (days - d) * day + 10 * hour, number, developers[number % 4] ?? developer)
      number += 1
    }
    const ids: string[] = []
    for (let d = 0; d < 15; d += 1) {
      if ([0, 6].includes(new Date(start + d * day).getUTCDay())) continue
      for (let i = 0; i < 5; i += 1) {
        const author = developers[number % 4] ?? developer
        const at = start + d * day + 8 * hour + i * 95 * minute + random.integer(0, 40) * minute
        ids.push(...change(log, at, number, author))
        if (i === 0)
          ids.push(
            userSignIn(log, at - hour / 2, {
              person: author,
              client: firstParty.vsCode,
              resource: graph,
              ip: author.ip,
            }),
          )
        number += 1
      }
    }
    return { records: log.records(), ids }
  },
})
