// Words that the texts of this repository avoid, each with what to write instead. The glossary of CONTRIBUTING.md explains
// the terms; the rest keeps sentences plain.
export interface Term {
  /** The name in the report and in the baseline. */
  readonly word: string
  readonly pattern: RegExp
  /** What to write instead. */
  readonly write: string
}

const term = (word: string, pattern: RegExp, write: string): Term => ({ word, pattern, write })

/** Terms of the glossary: one word per concept. */
const concepts: readonly Term[] = [
  term(
    'memory',
    /\bmemory (?:knew|knows|keeps|kept|has|had|stamps?|learns?)\b|\bof memory\b|\bthe memory\b/gi,
    'entity store',
  ),
  term('remember', /\bremember(?:s|ed|ing)?\b/gi, 'update or keep in the entity store'),
  term('stamp', /\bstamp(?:s|ed|ing)?\b/gi, 'annotate, annotation'),
  term('mend', /\bmend(?:s|ed|ing)?\b/gi, 'late-data correction; fix'),
  term('echo', /\becho(?:es)?\b/gi, 'duplicate of another log source'),
  term('story', /\bstor(?:y|ies)\b/gi, 'scenario'),
  term('quiet corpus', /\bquiet corpus\b/gi, 'benign baseline'),
  term('cast', /\bcast\b/gi, 'persona'),
  term('knob', /\bknobs?\b/gi, 'parameter'),
  term('feed', /(?<!\bline )\bfeeds?\b/gi, 'log source'),
  term('ledger', /\bledgers?\b/g, 'delta'),
  term('contribute', /\bcontribut(?:e|es|ed|ion|ions)\b/gi, 'apply; update'),
  term('settled', /\bsettled\b/gi, 'baseline ready'),
  term('world error', /\bworld error/gi, 'dependency error'),
  term('data set', /\bdata sets?\b/gi, 'dataset'),
]

/** Phrases that a native engineer would not write. */
const phrases: readonly Term[] = [
  term('tell', /\b(?:tells?|told)\b/gi, 'report, show, record'),
  term('say', /\b(?:says|said)\b/gi, 'state, report, show'),
  term('stand', /\bstands?(?! for)\b/gi, 'is; is listed'),
  term('goes by', /\bgo(?:es)? by\b/gi, 'uses, depends on'),
  term('comes of', /\bcomes? of\b/gi, 'results from'),
  term('lay', /\b(?:lays|laid) (?:a|an|one|out)\b/gi, 'create'),
  term('whoever', /\b(?:whoever|whom|whose|wherever)\b/gi, 'name the thing'),
  term(
    'what as a subject',
    /(?:^|[.:;] )(?:What|Who) (?:[a-z]+ ){1,8}(?:is|are|was|has|have|may|can|must|will|does|did|stands?|goes|comes?)\b(?![^.?]*\?)/g,
    'name the thing',
  ),
  term('let in', /\blet(?:s|ting)?(?: \w+){0,3} in\b/gi, 'grant access'),
  term('armed', /\barm(?:s|ed|ing)\b/gi, 'given a credential or permissions'),
  term('grave', /\bgrav(?:e|er|est)\b/gi, 'severe, most severe'),
  term('odd', /\bodd(?:ly)?\b/gi, 'unusual; risk indicator'),
  term('seldom', /\bseldom\b/gi, 'rarely'),
  term('of late', /\bof late\b(?![- ]data)/gi, 'recently'),
  term('in vain', /\bin vain\b/gi, 'without success'),
  term('all the same', /\ball the same\b/gi, 'still, anyway'),
  term('at work', /\bat work\b/gi, 'active, in use'),
  term('beside', /\bbeside\b/gi, 'next to; in addition to'),
  term('business', /\bno business\b/gi, 'unsupported'),
]

/** American spelling throughout, as in Elastic's and ATT&CK's texts. */
const spelling: readonly Term[] = [
  term('organisation', /\borganisation/gi, 'organization'),
  term('colour', /\bcolour/gi, 'color'),
  term('behaviour', /\bbehaviour/gi, 'behavior'),
  term('catalogue', /\bcatalogue/gi, 'catalog'),
  term('favour', /\bfavour/gi, 'favor'),
  term('recognise', /\b(?:recogn|normal|serial|summar|author|initial|util)is(?:e|es|ed|ing|ation)\b/gi, '-ize'),
  term('licence', /\blicences?\b/gi, 'license'),
]

export const terms: readonly Term[] = [...concepts, ...phrases, ...spelling]
