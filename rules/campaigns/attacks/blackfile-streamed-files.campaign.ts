// A caller poses as the help desk, and scripts read libraries without a download event: the unified audit log alone.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { directory, listed, userTarget } from '../microsoft-layouts.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const subjects = ['confidential', 'salaries', 'ssn', 'contracts', 'claims', 'board', 'audit', 'insurance', 'stores']
const endings = ['xlsx', 'docx', 'pdf', 'csv']
const shell = 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.26100.4061'

export default attackCampaign({
  title: 'A stolen session reads SharePoint with scripts under the name of Microsoft Office',
  sources: [
    'https://intel.truststrikelabs.com/tag/blackfile',
    'https://codenil.autos/a/26599.html',
    'https://techjacksolutions.com/?p=52948',
    'https://thearabianpost.com/blackfile-widens-voice-phishing-pressure/',
    'https://www.cyberdax.io/den/exp-unc6671-blackfile-cloud-identity-abuse-and-saas-extortion',
  ],
  facts: [
    'UNC6671 (BlackFile) calls employees as the help desk, with a passkey or second factor migration as the pretext.',
    'A page in the middle takes the session, and the caller registers a second factor of its own.',
    'Python and PowerShell scripts copy data from Microsoft 365; SharePoint is a main target.',
    'Files with words such as confidential and SSN come first.',
    'Direct reads of files appear as FileAccessed, not as FileDownloaded.',
    'No application is registered and nobody consents: the client is Microsoft Office.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brightmart', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 80,
      records: 480,
    })
    const victim = person(6)
    const attackerIp = '192.0.2.31'
    const call = start + 15 * hour + 12 * minute
    const first = signInAudit(log, call, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: attackerIp,
      requestType: 'OAuth2:Authorize',
    })
    directory(log, call + 6 * minute, {
      operation: 'Update user.',
      by: victim,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      changes: [
        {
          name: 'StrongAuthenticationPhoneAppDetail',
          now: listed({ DeviceName: 'iPhone 15', DeviceTag: 'SoftwareTokenActivated', PhoneAppVersion: '6.8.34' }),
          before: '[]',
        },
        { name: 'Included Updated Properties', now: 'StrongAuthenticationPhoneAppDetail' },
        { name: 'TargetId.UserType', now: 'Member' },
      ],
    })
    signInAudit(log, call + 21 * minute, {
      person: victim,
      client: firstParty.office,
      resource: tenant.sharepoint,
      ip: attackerIp,
      agent: 'python-requests/2.32.3',
      requestType: 'OAuth2:Token',
    })
    const read = (at: number, agent: string, site: string) =>
      file(log, at, {
        person: victim,
        client: firstParty.office,
        ip: attackerIp,
        agent,
        site,
        file: `${random.pick(subjects)}-${random.integer(2019, 2026)}-${random.integer(1, 400)}.${random.pick(endings)}`,
        operation: 'FileAccessed',
      })
    const sites = ['finance', 'people', 'legal', 'stores', 'claims']
    const quick = repeat(random, call + 30 * minute, 150, 12_000, (at, i) =>
      read(at, 'python-requests/2.32.3', sites[Math.floor(i / 30)] ?? 'finance'),
    )
    // The next night the PowerShell script takes the rest.
    const night = repeat(random, start + 26 * hour, 120, 25_000, (at, i) =>
      read(at, shell, sites[Math.floor(i / 24)] ?? 'people'),
    )
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...quick, ...night],
      required: [
        { act: 'A Python client reads 150 files of five sites from a hosting network', ids: quick, minimum: 'medium' },
        { act: 'A PowerShell client reads 120 more files in the night', ids: night, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
