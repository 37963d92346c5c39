import { expect, it } from 'vitest'
import { clientInfoAgent, clientInfoApp } from '../../../../../mappings/vendors/m365/readers/client-info.ts'

const app = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'

it.each([
  [`Client=WebServices;MyAgent/1.0 (x)[AppId=${app}]`, 'MyAgent/1.0 (x)'],
  ['Client=WebServices;ExchangeServicesClient;', 'ExchangeServicesClient'],
  [
    'Client=OWA;Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/124.0;',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/124.0',
  ],
  ['Client=OWA;Action=ViaProxy;Mozilla/5.0 (X11; Linux', 'Mozilla/5.0 (X11; Linux'],
  ['Client=ActiveSync;UserAgent=Apple-iPhone15C3/2107;Action=x', 'Apple-iPhone15C3/2107'],
  ['Client=REST;MyApp/1.0;', 'MyApp/1.0'],
])('the client information %s contains the user agent %s', (info, agent) => {
  expect(clientInfoAgent(info)).toBe(agent)
})

it.each([
  'Client=REST;;',
  'Client=REST;Client=RESTSystem;;',
  'Client=MSExchangeRPC',
  'Client=OWA;Action=ViaProxy',
  'Client=POP3/IMAP4;Protocol=IMAP4',
  'Client=WebServices;Action=ConfigureGroupMailbox',
  'Client=OWA;Something else',
  undefined,
  5,
])('the client information %s contains no user agent', (info) => {
  expect(clientInfoAgent(info)).toBeUndefined()
})

it('the client information contains the application in brackets', () => {
  expect(clientInfoApp(`Client=WebServices;x[AppId=${app.toUpperCase()}]`)).toBe(app)
  expect(clientInfoApp('Client=REST;;')).toBeUndefined()
})
