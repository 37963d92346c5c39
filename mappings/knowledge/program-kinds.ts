// The programs that run scripts, and the libraries that scripts use, by the text with which their user agent begins, or that it contains.

import { type ProgramKind, programKinds } from '../fields/saas.ts'

/** Patterns in the usual spelling: `*` stands for any text. A program may change the case. */
export const programPatterns: Readonly<Record<ProgramKind, readonly string[]>> = {
  // PnP PowerShell: NONISV|SharePointPnP|PnPPS/2.12.0, or PnPCore for REST and Microsoft Graph.
  shell: ['*PowerShell/*', '*SharePointPnP*', '*PnPPS/*', 'PostmanRuntime*', 'insomnia/*'],
  script: [
    '*python*',
    '*aiohttp*',
    'axios*',
    'node',
    'node-fetch*',
    'undici*',
    'got (*',
    'superagent*',
    'curl/*',
    'Wget/*',
    'Go-http-client*',
    'fasthttp*',
    'reqwest*',
    'Ruby',
    'Faraday*',
    'libwww-perl*',
    'GuzzleHttp/*',
    '*rclone*',
  ],
  library: ['okhttp/*', 'Java/*', 'Apache-HttpClient/*'],
}

interface Form {
  readonly kind: ProgramKind
  readonly matches: (agent: string) => boolean
}

function formOf(kind: ProgramKind, pattern: string): Form {
  const folded = pattern.toLowerCase()
  const text = folded.replaceAll('*', '')
  if (folded.startsWith('*')) return { kind, matches: (agent) => agent.includes(text) }
  return { kind, matches: folded.endsWith('*') ? (agent) => agent.startsWith(text) : (agent) => agent === text }
}

const forms = programKinds.flatMap((kind) => programPatterns[kind].map((pattern) => formOf(kind, pattern)))

/** Returns the kind of the program; undefined for browsers, installed programs and unknown ones. */
export function programKind(userAgent: string): ProgramKind | undefined {
  const agent = userAgent.trim().toLowerCase()
  return forms.find(({ matches }) => matches(agent))?.kind
}
