import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { ArpAtReader, startsArpAtRow, startsArpTally } from '../unix/arp-at.js'
import { arpAtLine } from '../unix/arp-at-detect.js'

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count((line) => arpAtLine(line) !== undefined)
  if (
    sample.match(/ stored in bucket \d|^bucket: +\d+ +contains:|^There are \d+ entries in the arp/)
  )
    return { score: 0.97, reasons: ['entries are stored in buckets'] }
  if (rows === 0) return undefined
  if (sample.count(hasBracket) > 0)
    return { score: 0.8, reasons: ['a type in brackets and no interface'] }
  return undefined
}

/** `[ethernet]` right behind the hardware address; macOS and the BSDs name the interface before it. */
function hasBracket(line: SampleLine): boolean {
  return arpAtLine(line)?.tail[0]?.startsWith('[') ?? false
}

/** `arp -a` of AIX. */
export const aixArp = {
  id: 'aix-arp',
  kind: 'neighbors',
  platform: 'aix',
  title: 'arp -a of AIX',
  commands: ['arp -a', 'arp -an'],
  about: `"name (address) at mac [type] flags stored in bucket N", octets without leading zeros, an empty line behind most rows,
then a count for each bucket (AIX 4 has no buckets). Types are [ethernet], [token ring], [fddi], [802.3] and others. No
interface is printed. "permanent published" means that this machine answers for the address.`,
  cues: [
    '[ethernet]',
    '[token',
    '[fddi]',
    '[802.3]',
    '[InfiniBand]',
    'bucket',
    'bucket:',
    'entries',
  ],
  fromCommand: /\barp\s+-\w*a/,
  detect,
  reader: (out: Output) => new ArpAtReader(out),
  startsRow: startsArpAtRow,
  startsHeading: startsArpTally,
  openings: [
    {
      rows: [
        '<word> (<ipv4>) at <mac> [ethernet] stored in bucket <number>',
        '<word> (<ipv4>) at <mac> [ethernet] permanent published stored in bucket <number>',
      ],
    },
  ],
  expects: 'a name, an address in parentheses and a hardware address',
} as const satisfies Format
