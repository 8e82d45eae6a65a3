import { type FormatId, formatById } from '../formats/index.js'
import type { ParseOptions } from '../formats/options.js'
import { parse } from '../formats/parse.js'
import type { CaptureInput, Host, HostCapture, HostFacts } from '../model/host.js'
import type { Platform } from '../model/platform.js'

/**
 * A host with everything that its captures say. Pure: the texts are given, nothing is read or run.
 *
 * The platform is the one that most captures show, where the facts do not name it; captures that look like another
 * system's are then read once more as this one's, because some commands print alike on several.
 */
export function readHost(facts: HostFacts, captures: readonly CaptureInput[]): Host {
  const { name, version, wpar, step } = facts
  const first = captures.map((input) => readCapture(input, facts.platform))
  const platform = facts.platform ?? commonPlatform(first.flat())
  const read = first.map((found, i) => {
    const input = captures[i]
    const strange = found.some((one) => one.platform !== null && one.platform !== platform)
    return platform === null || !strange || input === undefined
      ? found
      : readCapture(input, platform)
  })
  return {
    name,
    platform,
    ...(version === undefined ? {} : { version }),
    role: facts.role ?? 'server',
    forwarding: facts.forwarding ?? 'mac',
    ...(wpar === undefined ? {} : { wpar }),
    loopbackAddresses: facts.loopbackAddresses ?? [],
    acceptsBy: facts.acceptsBy ?? 'alias',
    ...(step === undefined ? {} : { step }),
    captures: read.flat(),
  }
}

function readCapture(input: CaptureInput, platform: Platform | undefined): HostCapture[] {
  const { text, file, command, format } = input
  const options: ParseOptions = {
    ...(platform === undefined ? {} : { platform }),
    ...(command === undefined ? {} : { command }),
    ...(format === undefined ? {} : { format: formatId(format) }),
  }
  return parse(text, options).map((one) => ({
    ...one,
    ...(one.command === undefined && command !== undefined ? { command } : {}),
    ...(file === undefined ? {} : { file }),
    text,
  }))
}

function formatId(id: string): FormatId {
  const format = formatById(id)
  if (format === undefined) throw new RangeError(`unknown format "${id}"`)
  // An id under which the list has a format is one of the list's ids.
  return id as FormatId
}

/** The platform of most captures; of equally many, the one that is met first. */
function commonPlatform(captures: readonly HostCapture[]): Platform | null {
  const counts = new Map<Platform, number>()
  for (const { platform } of captures)
    if (platform !== null) counts.set(platform, (counts.get(platform) ?? 0) + 1)
  let best: Platform | null = null
  for (const [platform, count] of counts)
    if (best === null || count > (counts.get(best) ?? 0)) best = platform
  return best
}
