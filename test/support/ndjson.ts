// biome-ignore lint/suspicious/noExplicitAny: each test knows what its lines hold
export const parseLines = <T = any>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
