/**
 * What captured text must become before it goes anywhere: a capture, a file name or a host name may have been written
 * by someone who wants something of the terminal, the CI system, the browser or the spreadsheet that shows it.
 */

/** C0, DEL, C1, line separators, invisible and bidi controls, BOM. */
const UNSHOWABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** What Azure, TeamCity and the older GitHub runner obey wherever it stands. */
const CI_COMMAND = /##(?=\[|vso\[|teamcity\[)/gi

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** What XML 1.0 has no way to write, not even as a reference. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

/** The text without lone surrogates, which no encoding can carry. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd')
}

/**
 * The text on one line as a terminal or a CI log may show it.
 *
 * Tabs stay. `##[`, `##vso[` and `##teamcity[` are commands to CI systems wherever they stand, so they are broken;
 * `::name::` is one only at a line's start, where captured text must never be put.
 */
export function forTerminal(text: string): string {
  return wellFormed(text)
    .replace(UNSHOWABLE, (found) => (found === '\t' ? found : visible(found)))
    .replace(CI_COMMAND, '#\\#')
}

/** What GitHub's runner takes for a command at a line's start; an IPv6 address has no such letters. */
const LINE_COMMAND = /^(\s*):(?=:[\da-f:.]*[g-z-])/i

/** The text as `forTerminal` gives it, also good at a line's start. */
export function forLineStart(text: string): string {
  return forTerminal(text).replace(LINE_COMMAND, '$1\\x3a')
}

/** Texts that were escaped one by one, without a command that they are together. */
export function joinedForTerminal(...texts: readonly string[]): string {
  return texts.join('').replace(CI_COMMAND, '#\\#')
}

/** The text with its line ends; no line of it may be the first of what it goes into. */
export function linesForTerminal(text: string): string {
  return text.split('\n').map(forTerminal).join('\n')
}

/** JSON text with what a terminal or a CI system would act upon written as escapes, so that it means the same. */
export function forJson(json: string): string {
  return json
    .replace(UNSHOWABLE, (found) => (found === '\n' ? found : unicode(found)))
    .replace(CI_COMMAND, '#\\u0023')
}

function visible(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : unicode(character)
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Text for element content and quoted attributes of HTML. */
export function forHtml(text: string): string {
  return forXml(text)
}

/** Text for element content and quoted attributes of XML 1.0; what XML forbids becomes U+FFFD. */
export function forXml(text: string): string {
  return wellFormed(text)
    .replace(NO_XML, '\ufffd')
    .replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found)
}

/** Text within a paragraph, a heading or a table cell of Markdown, behind a word of our own; links nothing, calls nobody. */
export function forMarkdown(text: string): string {
  return forTerminal(text)
    .replace(/[\\`*_[\]#!|~$]/g, '\\$&')
    .replace(/[&<>]/g, (found) => ENTITIES[found] ?? found)
    .replace(/@(?=\w)/g, '@\u2060')
    .replaceAll('://', ':\\//')
    .replace(/www(?=\.)/gi, '$&\\')
    .replaceAll('\t', ' ')
}

/** A code span of Markdown, also good within a table cell. */
export function markdownCode(text: string): string {
  const shown = forTerminal(text).replaceAll('\t', ' ').replaceAll('|', '\\|')
  const fence = '`'.repeat(longestRun(shown) + 1)
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

function longestRun(text: string): number {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}

/** One cell of a CSV table; what a spreadsheet would take for a formula is defused. */
export function forCsv(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${wellFormed(text)}` : wellFormed(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The message of a GitHub workflow command. */
export function forGithub(text: string): string {
  return wellFormed(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** A property (`file=`, `title=`) of a GitHub workflow command. */
export function forGithubProperty(text: string): string {
  return forGithub(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
