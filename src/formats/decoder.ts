/** Makes text of bytes that come in parts, cut anywhere. */
export interface Decoder {
  decode(bytes: Uint8Array): string
  /** What the parts have left, where they end within a character. */
  end(): string
}

const none = /* @__PURE__ */ new Uint8Array(0)
/** Bytes that tell an encoding by their mark. */
const MARK = 2

/** PowerShell's `>` writes UTF-16 with a mark in front; all else is read as UTF-8. */
export class BytesDecoder implements Decoder {
  private decoder: Decoder | undefined
  /** The first bytes, while they are too few to tell. */
  private held: Uint8Array = none

  decode(bytes: Uint8Array): string {
    if (this.decoder !== undefined) return this.decoder.decode(bytes)
    const first = joined(this.held, bytes)
    this.held = first
    if (first.length < MARK) return ''
    this.decoder = decoderFor(first)
    return this.decoder.decode(first)
  }

  end(): string {
    const decoder = this.decoder ?? decoderFor(this.held)
    return (this.decoder === undefined ? decoder.decode(this.held) : '') + decoder.end()
  }
}

function decoderFor([first, second]: Uint8Array): Decoder {
  if (first === 0xff && second === 0xfe) return streaming('utf-16le')
  if (first === 0xfe && second === 0xff) return streaming('utf-16be')
  return new Utf8Decoder()
}

function streaming(encoding: string): Decoder {
  const decoder = new TextDecoder(encoding)
  return {
    decode: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  }
}

/** Longest part of a character that another part goes on with. */
const LONGEST_PART = 3

/**
 * Decodes each part up to its last whole character, as a text of its own: engines do that several times faster than
 * they go on with a stream.
 */
class Utf8Decoder implements Decoder {
  private decoder = new TextDecoder()
  /** The bytes of a character whose rest is yet to come. */
  private held: Uint8Array = none

  decode(bytes: Uint8Array): string {
    const whole = joined(this.held, bytes)
    const end = endOfWhole(whole)
    this.held = whole.slice(end)
    return end === 0 ? '' : this.text(whole.subarray(0, end))
  }

  end(): string {
    const { held } = this
    this.held = none
    return held.length === 0 ? '' : this.text(held)
  }

  private text(bytes: Uint8Array): string {
    const text = this.decoder.decode(bytes)
    // A mark is one only in front of the first part.
    if (!this.decoder.ignoreBOM) this.decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    return text
  }
}

/** Where a last character begins whose rest may be yet to come; the length where there is none. */
function endOfWhole(bytes: Uint8Array): number {
  const { length } = bytes
  for (let at = length - 1; at >= 0 && at >= length - LONGEST_PART; at--) {
    const byte = bytes[at] as number
    if (byte < 0x80) return length
    // The first byte of a character tells how many it has.
    if (byte >= 0xc0) return at + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > length ? at : length
  }
  return length
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const whole = new Uint8Array(one.length + other.length)
  whole.set(one)
  whole.set(other, one.length)
  return whole
}
