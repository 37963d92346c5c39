/** OpenSSL reports a server without TLS as bytes of another protocol, in a text with a line break. */
export const withoutTls = (message: string): boolean => /wrong version number|packet length too long/.test(message)
