import { Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import xz from 'xz-decompress'
import type { Limits } from '../limits.js'
import { Unreadable } from '../unreadable.js'
import { isGzip, isXz } from './kind.js'

/** Archives of less than this may grow as they like: a few empty pages compress a thousandfold. */
const FREE = 64 * 1024 * 1024

/** Unpacked bytes as they come. */
export interface Unpacked {
  /** Fails where there are more bytes than the limits allow. */
  readonly stream: Readable
  /** NULs at the end of what came so far: tar ends in some. */
  readonly trailing: () => number
}

/** A stream of the bytes that compressed ones stand for. */
export function unpacked(bytes: Uint8Array, limits: Limits): Unpacked {
  const source = decompressed(bytes)
  const state = { size: 0, nuls: 0 }
  const stream = source.pipe(counter(bytes.length, limits, state))
  source.on('error', (error) => stream.destroy(error))
  stream.on('close', () => source.destroy())
  return { stream, trailing: () => state.nuls }
}

/** Slices, so that a reader may stop in between. */
function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536)
}

function decompressed(bytes: Uint8Array): Readable {
  const source = Readable.from(slices(bytes), { objectMode: false })
  if (isGzip(bytes)) {
    const gunzip = createGunzip()
    source.on('error', (error) => gunzip.destroy(error))
    return source.pipe(gunzip)
  }
  if (!isXz(bytes)) return source
  // Both are streams of the web: the package's types name the browser's, Node's the ones of node:stream/web.
  const web = Readable.toWeb(source) as unknown as ReadableStream<Uint8Array>
  return Readable.fromWeb(
    new xz.XzReadableStream(web) as unknown as Parameters<typeof Readable.fromWeb>[0],
  )
}

function counter(
  packed: number,
  { unpackedSize, ratio }: Limits,
  state: { size: number; nuls: number },
): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      state.size += chunk.length
      const nuls = nulsAtEnd(chunk)
      state.nuls = nuls === chunk.length ? state.nuls + nuls : nuls
      const { size } = state
      if (size > unpackedSize)
        done(new Unreadable(`it holds more than the limit of ${unpackedSize} bytes`))
      else if (size > FREE && size > packed * ratio)
        done(new Unreadable(`it becomes more than ${ratio} times as large as it is`))
      else done(null, chunk)
    },
  })
}

function nulsAtEnd(chunk: Uint8Array): number {
  let at = chunk.length
  while (at > 0 && chunk[at - 1] === 0) at--
  return chunk.length - at
}
