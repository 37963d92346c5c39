// What people and applications of a quiet tenant do every day.
import { firstParty } from './microsoft-clients.ts'
import {
  type Act,
  auditsUser,
  clientCalls,
  daily,
  entraSignIn,
  entraWrongPassword,
  ownAppCalls,
  ownAppSignsIn,
} from './microsoft-entra-acts.ts'
import { directory, listed, userTarget } from './microsoft-layouts.ts'
import { mailRead, mailSend } from './microsoft-mail.ts'
import { signInAudit } from './microsoft-signin.ts'
import { file, flow } from './microsoft-workloads.ts'

/**
 * `audit`: all in the unified audit log. `entra`: diagnostic settings of Entra and Graph activity.
 * `both`: the unified audit log, with sign-ins and Graph activity from diagnostic settings.
 */
export type Feeds = 'audit' | 'entra' | 'both'

const documents = [
  'budget.xlsx',
  'roadmap.pptx',
  'minutes.docx',
  'offer-2026.docx',
  'stock.xlsx',
  'plan.pdf',
  'team.docx',
]
const subjects = [
  'Re: delivery on Thursday',
  'Minutes of the meeting',
  'Lunch?',
  'Draft for review',
  'Re: invoice copy',
]

export const signIn: Act = (log, at, person) =>
  signInAudit(log, at, {
    person,
    client: log.random.pick(daily),
    resource: log.random.pick([log.tenant.graph, log.tenant.exchange, log.tenant.sharepoint]),
    ip: person.ip,
    requestType: log.random.pick(['OAuth2:Authorize', 'OAuth2:Token', 'Login:login']),
  })

const wrongPassword: Act = (log, at, person) =>
  signInAudit(log, at, {
    person,
    client: firstParty.officeHome,
    resource: log.tenant.graph,
    ip: person.ip,
    error: '50126',
    requestType: 'Login:login',
  })

const readsMail: Act = (log, at, person) =>
  mailRead(
    log,
    at,
    {
      owner: person,
      client: firstParty.outlookWeb,
      ip: person.ip,
      info: 'Client=OWA;Action=ViaProxy',
      api: log.tenant.exchange.appId,
    },
    log.random.integer(1, 6),
  )

const sendsMail: Act = (log, at, person) =>
  mailSend(
    log,
    at,
    {
      owner: person,
      client: firstParty.outlookWeb,
      ip: person.ip,
      info: 'Client=OWA;Action=ViaProxy',
      api: log.tenant.exchange.appId,
    },
    log.random.pick(subjects),
  )

const opensFile: Act = (log, at, person) =>
  file(log, at, {
    person,
    client: firstParty.office,
    ip: person.ip,
    agent: person.agent,
    file: log.random.pick(documents),
    operation: log.random.pick(['FileAccessed', 'FileModified', 'FilePreviewed', 'FileDownloaded']),
  })

/** The ticket system reads the mailbox of the help desk. */
const bridgeReads: Act = (log, at) => {
  const { mailBridge, helpdesk } = log.tenant
  return mailRead(
    log,
    at,
    { owner: helpdesk, client: mailBridge, appOnly: mailBridge, ip: mailBridge.ip },
    log.random.integer(1, 3),
  )
}

const changesUser: Act = (log, at, person) => {
  const reset = log.random.number() < 0.3
  return directory(log, at, {
    operation: reset ? 'Reset user password.' : 'Update user.',
    by: log.tenant.helpdesk,
    target: userTarget(person),
    objectId: person.upn,
    category: 'User',
    details: { 'User-Agent': log.tenant.helpdesk.agent },
    changes: reset
      ? []
      : [
          { name: 'Department', now: listed(log.random.pick(['Sales', 'Works', 'Finance'])), before: '[]' },
          { name: 'Included Updated Properties', now: 'Department' },
          { name: 'TargetId.UserType', now: 'Member' },
        ],
  })
}

const makesFlow: Act = (log, at, person) => flow(log, at, person, 'EditFlow', 'Office 365 Outlook, Planner')

export const plans: Readonly<Record<Feeds, readonly (readonly [number, Act])[]>> = {
  audit: [
    [40, signIn],
    [3, wrongPassword],
    [16, readsMail],
    [6, sendsMail],
    [22, opensFile],
    [7, bridgeReads],
    [4, changesUser],
    [2, makesFlow],
  ],
  entra: [
    [48, entraSignIn],
    [3, entraWrongPassword],
    [17, ownAppSignsIn],
    [18, ownAppCalls],
    [9, clientCalls],
    [5, auditsUser],
  ],
  both: [
    [30, entraSignIn],
    [3, entraWrongPassword],
    [10, ownAppSignsIn],
    [12, ownAppCalls],
    [6, clientCalls],
    [13, readsMail],
    [4, sendsMail],
    [14, opensFile],
    [4, bridgeReads],
    [4, changesUser],
  ],
}
