import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { login, makeBot, studio } from '../microsoft-studio.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const connector = { name: 'Microsoft Flow Service', appId: '7df0a125-d3be-4c96-aa54-591f83ff541c' }

export default attackCampaign({
  title: 'A stolen session of a maker opens an agent of Copilot Studio to everybody, with the mailbox of the maker',
  sources: [
    'https://securitylabs.datadoghq.com/articles/copilot-studio-logging-gaps',
    'https://www.microsoft.com/en-us/security/blog/?p=145270',
    'https://docs.datadoghq.com/security/default_rules/def-000-9yz/',
  ],
  facts: [
    'An agent without a login answers everybody on the internet who knows its address.',
    'Tools of an agent run with the stored connection of the maker, so a stranger uses the rights of the maker.',
    'The login of an agent is removed with BotUpdateOperation-BotAuthUpdate, and the change is live after BotPublish.',
    'No consent is recorded, since the connection of the maker existed before.',
    'The agent then sends mail and reads mail of the maker through the connector.',
  ],
  build: (random) => {
    const { log, start, quiet, person } = scene(random, 'alder-clinic', {
      feeds: 'audit',
      from: '2026-04-06',
      days: 60,
      after: 21,
      people: 18,
      records: 800,
    })
    const maker = person(9)
    const bot = makeBot(log, 'praxisHelfer')
    const mailbox = { owner: maker, client: connector, ip: '2001:db8:603:1014::2e', info: 'Client=REST;;' }
    // Built weeks ago: the agent writes a summary for the maker on some days.
    const built = start - 44 * day + 9 * hour
    studio(log, built, 'BotCreate', maker, bot)
    studio(log, built + 20 * minute, 'BotComponentCreate', maker, bot, { 'bot.component.type': 'Topic' })
    studio(log, built + 50 * minute, 'BotUpdateOperation-BotPublish', maker, bot)
    const usual = [
      ...routine(log, start - 43 * day, 60, 14, (at) => mailSend(log, at, mailbox, 'Zusammenfassung der Anfragen')),
      ...routine(log, start - 43 * day, 42, 6, (at) =>
        studio(log, at, 'BotComponentUpdate', maker, bot, { 'bot.component.type': 'Topic' }),
      ),
    ]
    const foreign = '192.0.2.36'
    const night = start + 18 * hour + 40 * minute
    const entered = signInAudit(log, night, {
      person: maker,
      client: firstParty.officeHome,
      resource: log.tenant.graph,
      ip: foreign,
      requestType: 'OAuth2:Authorize',
    })
    const tool = studio(
      log,
      night + 25 * minute,
      'BotComponentCreate',
      maker,
      bot,
      { 'bot.component.type': 'TaskDialog', 'bot.component.name': 'Office 365 Outlook - Get emails (V3)' },
      foreign,
    )
    const opened = studio(
      log,
      night + 2 * day + 31 * minute,
      'BotUpdateOperation-BotAuthUpdate',
      maker,
      bot,
      login('Integrated', 'None'),
      foreign,
    )
    const published = studio(
      log,
      night + 2 * day + 36 * minute,
      'BotUpdateOperation-BotPublish',
      maker,
      bot,
      {},
      foreign,
    )
    const left: string[] = []
    for (let d = 3; d < 17; d += 2) {
      const at = night + d * day + random.integer(0, 300) * minute
      left.push(mailRead(log, at, mailbox, random.integer(4, 9)))
      if (d % 4 === 3) left.push(mailSend(log, at + 2 * minute, mailbox, 'Zusammenfassung der Anfragen'))
    }
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: left,
      required: [
        {
          act: 'From a foreign network an agent gets a mail tool, loses its login and is published',
          ids: [tool, opened, published],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual],
    }
  },
})
