// The press office builds an agent for the public website; visitors have no account, so the agent has no login.
import { benignWork } from '../campaign.ts'
import { mailSend } from '../microsoft-mail.ts'
import { scene } from '../microsoft-scene.ts'
import { login, makeBot, studio } from '../microsoft-studio.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const connector = { name: 'Microsoft Flow Service', appId: '7df0a125-d3be-4c96-aa54-591f83ff541c' }

export default benignWork({
  title: 'Three colleagues build two agents for the public website and publish them without a login',
  sources: [
    'https://learn.microsoft.com/en-us/microsoft-copilot-studio/admin-logging-copilot-studio',
    'https://learn.microsoft.com/en-us/microsoft-copilot-studio/configuration-end-user-authentication',
  ],
  resembles:
    'Agents lose their login, are published to everybody, and send mail through the connection of a colleague.',
  accounts: 3,
  days: 19,
  allowed: 'medium',
  build: (random) => {
    const { log, start, person } = scene(random, 'harbour-museum', {
      feeds: 'audit',
      from: '2026-02-16',
      days: 63,
      after: 18,
      people: 20,
      records: 700,
    })
    const makers = [person(5), person(6), person(12)]
    const ids: string[] = []
    // An agent for the staff exists for weeks and keeps its login.
    const inner = makeBot(log, 'dienstplan')
    studio(log, start - 50 * day + 9 * hour, 'BotCreate', person(5), inner)
    studio(log, start - 49 * day + 14 * hour, 'BotUpdateOperation-BotPublish', person(5), inner)
    for (const [i, name] of ['oeffnungszeiten', 'gruppenbuchung'].entries()) {
      const bot = makeBot(log, name)
      const lead = makers[i] ?? person(5)
      const at = start + i * 2 * day + 9 * hour
      ids.push(studio(log, at, 'BotCreate', lead, bot))
      // One record for each topic that they write, on several days.
      for (let topic = 0; topic < 12; topic += 1) {
        const later = at + Math.floor(topic / 4) * day + (20 + (topic % 4) * 35 + random.integer(0, 20)) * minute
        const who = makers[(i + topic) % 3] ?? lead
        const kind = topic % 4 === 3 ? 'BotComponentUpdate' : 'BotComponentCreate'
        ids.push(studio(log, later, kind, who, bot, { 'bot.component.type': 'Topic' }))
      }
      const tool = {
        'bot.component.type': 'TaskDialog',
        'bot.component.name': 'Office 365 Outlook - Send an email (V2)',
      }
      if (i === 1) ids.push(studio(log, at + 5 * day, 'BotComponentCreate', lead, bot, tool))
      ids.push(
        studio(log, at + 7 * day + hour, 'BotUpdateOperation-BotShare', lead, bot),
        studio(
          log,
          at + 7 * day + 2 * hour,
          'BotUpdateOperation-BotAuthUpdate',
          lead,
          bot,
          login('Integrated', 'None'),
        ),
        studio(log, at + 7 * day + 2 * hour + 8 * minute, 'BotUpdateOperation-BotPublish', lead, bot),
        studio(log, at + 9 * day + hour, 'BotComponentUpdate', lead, bot, { 'bot.component.type': 'Topic' }),
        studio(log, at + 9 * day + 2 * hour, 'BotUpdateOperation-BotPublish', lead, bot),
      )
      if (i === 0) continue
      // Bookings of visitors reach the booking desk by mail.
      for (let booking = 0; booking < 26; booking += 1)
        ids.push(
          mailSend(
            log,
            at + (8 + Math.floor(booking / 3)) * day + (booking % 3) * 3 * hour + random.integer(0, 100) * minute,
            { owner: lead, client: connector, ip: '2001:db8:603:1020::5', info: 'Client=REST;;' },
            'Neue Gruppenbuchung',
          ),
        )
    }
    return { records: log.records(), ids }
  },
})
