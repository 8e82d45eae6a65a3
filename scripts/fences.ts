/** A fenced block of a page. */
export interface Fence {
  /** The word behind the fence. */
  readonly language: string
  readonly body: string
  /** The heading that it stands below. */
  readonly heading: string
}

const PART = /^#+ (.*)$|^```(\S*)\n([\s\S]*?)^```$/gm

/** Every fenced block of a page, in order. */
export function fences(text: string): Fence[] {
  const found: Fence[] = []
  let heading = ''
  for (const [, title, language, body = ''] of text.matchAll(PART))
    if (title !== undefined) heading = title
    else found.push({ language: language ?? '', body, heading })
  return found
}
