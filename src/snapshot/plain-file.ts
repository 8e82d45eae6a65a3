import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { turn } from './turn.js'
import { reason, Unreadable } from './unreadable.js'

/** Windows has neither of the two; there a link is followed and nothing blocks. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0
const NO_BLOCK = constants.O_NONBLOCK ?? 0

const LARGEST_READ = 1 << 20
/** Room in which the end is seen, and the first of a file without a size. */
const SPARE = 512

/** How a plain file is read. */
export interface PlainFileOptions {
  readonly most: number
  /** What the limit is for: `a file`. */
  readonly what: string
  readonly followLink?: boolean
}

/**
 * The bytes of a plain file. Opens without blocking and looks at what was opened, so that nothing can be put in its
 * place in between; throws `Unreadable` for everything else.
 *
 * Calls that wait: a trip to a thread and back costs ten times what reading a capture does. Others get a turn in
 * between.
 */
export async function readPlainFile(
  path: string | Buffer,
  options: PlainFileOptions,
): Promise<Uint8Array> {
  const file = opened(path, options.followLink ?? false)
  try {
    const status = fstatSync(file)
    if (!status.isFile()) throw new Unreadable('expected a plain file')
    if (status.size > options.most) throw new Unreadable(tooLarge(options))
    return await readUpTo(file, status.size, options)
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reason(error))
  } finally {
    closeSync(file)
  }
}

function opened(path: string | Buffer, followLink: boolean): number {
  try {
    return openSync(path, constants.O_RDONLY | NO_BLOCK | (followLink ? 0 : NO_FOLLOW))
  } catch (error) {
    throw new Unreadable(reason(error))
  }
}

/** Files of /proc say that they have no size, and others grow, so what comes is counted. */
async function readUpTo(
  file: number,
  size: number,
  options: PlainFileOptions,
): Promise<Uint8Array> {
  let bytes = Buffer.allocUnsafe(size + SPARE)
  let total = 0
  for (;;) {
    const count = readSync(file, bytes, total, Math.min(bytes.length - total, LARGEST_READ), null)
    if (count === 0) return bytes.subarray(0, total)
    total += count
    if (total > options.most) throw new Unreadable(tooLarge(options))
    if (total === bytes.length) bytes = Buffer.concat([bytes], 2 * total)
    if (count === LARGEST_READ) await turn()
  }
}

function tooLarge({ most, what }: PlainFileOptions): string {
  return `larger than the limit of ${most} bytes for ${what}`
}
