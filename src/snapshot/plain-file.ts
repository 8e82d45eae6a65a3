import { constants, type FileHandle, open } from 'node:fs/promises'
import { reason, Unreadable } from './unreadable.js'

/** Windows has neither of the two; there a link is followed and nothing blocks. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0
const NO_BLOCK = constants.O_NONBLOCK ?? 0

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
 */
export async function readPlainFile(
  path: string | Buffer,
  options: PlainFileOptions,
): Promise<Uint8Array> {
  const handle = await opened(path, options.followLink ?? false)
  try {
    const status = await handle.stat()
    if (!status.isFile()) throw new Unreadable('expected a plain file')
    if (status.size > options.most) throw new Unreadable(tooLarge(options))
    return await readUpTo(handle, options)
  } finally {
    await handle.close()
  }
}

async function opened(path: string | Buffer, followLink: boolean): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | NO_BLOCK | (followLink ? 0 : NO_FOLLOW))
  } catch (error) {
    throw new Unreadable(reason(error))
  }
}

/** Files of /proc say that they have no size, so what comes is counted. */
async function readUpTo(handle: FileHandle, options: PlainFileOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      size += chunk.length
      if (size > options.most) throw new Unreadable(tooLarge(options))
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reason(error))
  }
  return Buffer.concat(chunks)
}

function tooLarge({ most, what }: PlainFileOptions): string {
  return `larger than the limit of ${most} bytes for ${what}`
}
