// Words that the texts of this repository avoid, each with its replacement. The glossary of CONTRIBUTING.md explains
// the terms; the other words keep sentences plain.
type Term = readonly [pattern: RegExp, write: string]

/** Terms of the glossary: one word per concept. */
const concepts: readonly Term[] = [
  [/\bmemory (?:knew|knows|keeps|kept|has|had|stamps?|learns?)\b|\bof memory\b|\bthe memory\b/gi, 'entity store'],
  [/\bremember(?:s|ed|ing)?\b/gi, 'update or keep in the entity store'],
  [/\bstamp(?:s|ed|ing)?\b/gi, 'annotate, annotation'],
  [/\bmend(?:s|ed|ing)?\b/gi, 'late-data correction; fix'],
  [/\becho(?:es)?\b/gi, 'duplicate of another log source'],
  [/\bstor(?:y|ies)\b/gi, 'scenario'],
  [/\bquiet corpus\b/gi, 'benign baseline'],
  [/\bcast\b/gi, 'persona'],
  [/\bknobs?\b/gi, 'parameter'],
  [/(?<!\b(?:line|rss) |\/)\bfeeds?\b(?! rss)/gi, 'log source'],
  [/\bledgers?\b/g, 'delta'],
  [/\bcontribut(?:e|es|ed|ion|ions)\b/gi, 'apply; update'],
  [/\bsettled\b/gi, 'baseline ready'],
  [/\bworld error/gi, 'dependency error'],
  [/\bdata sets?\b/gi, 'dataset'],
]

/** Phrases that a native engineer would not write. */
const phrases: readonly Term[] = [
  [/\b(?:tells?|told)\b/gi, 'report, show, record'],
  [/\b(?:says|said)\b/gi, 'state, report, show'],
  [/\bstands?(?! for)\b/gi, 'is; is listed'],
  [/\bgo(?:es)? by\b/gi, 'uses, depends on'],
  [/\bcomes? of\b/gi, 'results from'],
  [/\b(?:lays|laid) (?:a|an|one|out)\b/gi, 'create'],
  [/\b(?:whoever|whom|wherever)\b/gi, 'name the thing'],
  [
    /(?:^|[.:;] )(?:What|Who) (?:[a-z]+ ){1,8}(?:is|are|was|has|have|may|can|must|will|does|did|stands?|goes|comes?)\b(?![^.?]*\?)/g,
    'name the thing',
  ],
  [/\blet(?:s|ting)?(?: \w+){0,3} in\b/gi, 'grant access'],
  [/\barm(?:s|ed|ing)\b/gi, 'given a credential or permissions'],
  [/\bgrav(?:e|er|est)\b/gi, 'severe, most severe'],
  [/\bodd(?:ly)?\b/gi, 'unusual; risk indicator'],
  [/\bseldom\b/gi, 'rarely'],
  [/\bof late\b(?![- ]data)/gi, 'recently'],
  [/\bin vain\b/gi, 'without success'],
  [/\ball the same\b/gi, 'still, anyway'],
  [/\bat work\b/gi, 'active, in use'],
  [/\bbeside\b/gi, 'next to; in addition to'],
  [/\bno business\b/gi, 'unsupported'],
]

/** American spelling throughout, as in Elastic's and ATT&CK's texts. */
const spelling: readonly Term[] = [
  [/\borganisation/gi, 'organization'],
  [/\bcolour/gi, 'color'],
  [/\bbehaviour/gi, 'behavior'],
  [/\bcatalogue/gi, 'catalog'],
  [/\bfavour/gi, 'favor'],
  [/\b(?:recogn|normal|serial|summar|author|initial|util)is(?:e|es|ed|ing|ation)\b/gi, '-ize'],
  [/\blicences?\b/gi, 'license'],
]

export const terms: readonly Term[] = [...concepts, ...phrases, ...spelling]
