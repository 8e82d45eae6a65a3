import type { Limits } from '../../snapshot/limits.js'
import { Unreadable } from '../../snapshot/unreadable.js'
import { through } from '../through.js'

/** What packed bytes stand for, within the limits; throws an `Unreadable` for broken ones. */
export async function inflated(
  bytes: Uint8Array,
  format: 'gzip' | 'deflate-raw',
  { unpackedSize }: Limits,
): Promise<Uint8Array> {
  const message = `it holds more than the limit of ${unpackedSize} bytes`
  try {
    return await through(bytes.slice(), new DecompressionStream(format), {
      most: unpackedSize,
      tooMany: () => new Unreadable(message),
    })
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('a broken archive')
  }
}
