/**
 * Beginnings of the words that head Windows' route tables, by language. Hints only: where no word is known, the first
 * title of a family is the active table and the second the persistent one.
 */

/** "Active Routes:" */
const ACTIVE =
  /^(?:a[ck]ti[vf]|ak[ct]yw|akt[íi]v|attiv|ativ|etkin|актив|活动|使用中|使用|作用|アクティブ|활성|ενεργ|פעיל|aktiiv|gjeldende)/

/** "Persistent Routes:" */
const PERSISTENT =
  /^(?:persist|perman|permanent|st[äa]ndig|vaste|постоян|постійн|永久|持續|固定|영구|kal[ıi]c[ıi]|trval|sta[łl]e|trwa[łl]|[áa]lland|vedvar|best[åa]end|pysyv|μόνιμ)/

/** What a title that ends in a colon says of the rows below it; undefined where no word is known. */
export function titleSection(title: string): 'active' | 'persistent' | undefined {
  for (const word of title.toLowerCase().split(' ')) {
    if (PERSISTENT.test(word)) return 'persistent'
    if (ACTIVE.test(word)) return 'active'
  }
  return undefined
}

/** Phrases of more than one word that stand for On-link (German, Spanish, Portuguese of Brazil and Portugal). */
const ON_LINK: readonly (readonly string[])[] = [
  ['auf', 'verbindung'],
  ['en', 'vínculo'],
  ['na', 'ligação'],
  ['no', 'vínculo'],
]

/** Phrases of more than one word for a persistent route's default metric. */
const DEFAULT_METRIC: readonly (readonly string[])[] = [
  ['par', 'défaut'],
  ['по', 'умолчанию'],
]

/** How many cells, read from the first on, the phrase for On-link or a default metric takes: one unless it is known. */
export function phraseLength(first: string, second: string): 1 | 2 {
  const words = [first.toLowerCase(), second.toLowerCase()]
  const known = [...ON_LINK, ...DEFAULT_METRIC]
  return known.some((phrase) => phrase.every((word, i) => word === words[i])) ? 2 : 1
}
