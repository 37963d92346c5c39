/** Text in the form used to compare addresses and names: logs write them in any case and Unicode form. */
export const folded = (text: string): string => text.normalize().toLowerCase()
