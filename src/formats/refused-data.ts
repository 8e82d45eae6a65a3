/** Beginnings of data that is no command's output, and what to call it. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:<!doctype html|<html)/i, 'a web page'],
  [/^\s*<\?xml/i, 'an XML document'],
  [/^\s*[[{]\s*["\]}{[]/, 'JSON of another kind'],
  [/^PK\u0003\u0004/, 'a zip archive'],
  [/^\u001f[\u008b\ufffd]/, 'a gzip archive'],
  [/^\u007fELF/, 'a program'],
  [/^.?PNG\r\n/, 'an image'],
  [/^%PDF/, 'a PDF'],
  [/^SQLite format/, 'a database'],
]

/** What a text is that no command prints: an archive, a web page, binary data; undefined where it may be output. */
export function refusedData(text: string): string | undefined {
  const head = text.slice(0, 1000)
  for (const [pattern, what] of BEGINNINGS) if (pattern.test(head)) return what
  let binary = 0
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 27) || code === 0xfffd) binary++
  }
  return binary > head.length / 10 ? 'binary data' : undefined
}
