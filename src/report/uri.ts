import { wellFormed } from './escape.js'

/**
 * A path as the relative reference of a URI: `/` between its parts, everything else percent-encoded.
 *
 * A colon in the first part would make it a scheme, two slashes in front a host, so neither is left.
 */
export function relativeUri(path: string): string {
  return wellFormed(path)
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map(encodeURIComponent)
    .join('/')
}
