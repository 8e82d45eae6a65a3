import type { FlagTable } from '../flags/table.js'

/** Meanings of the words that `route get` prints for flags, as the flag tables name them; '' where no table has one. */
const MEANINGS: Readonly<Record<string, string>> = {
  ANNOUNCE: 'announced',
  BFD: 'bfd',
  BLACKHOLE: 'blackhole',
  BROADCAST: 'broadcast',
  CACHED: 'cached',
  CLONED: 'cloned',
  CLONING: 'cloning',
  CONDEMNED: '',
  CONNECTED: 'connected',
  DELCLONE: '',
  // Every answer has it, no row of netstat -rn.
  DONE: '',
  DYNAMIC: 'redirect',
  FIXEDMTU: '',
  GATEWAY: 'gateway',
  GLOBAL: 'global',
  HOST: 'host',
  IFREF: 'interface-reference',
  IFSCOPE: 'interface-scoped',
  // Solaris' own rows.
  KERNEL: '',
  LLINFO: 'link-level',
  LOCAL: 'local',
  MASK: 'mask-present',
  MODIFIED: 'modified',
  MPATH: 'multipath',
  MPLS: 'mpls',
  MULTICAST: 'multicast',
  NOIFREF: '',
  PINNED: '',
  PRCLONING: 'protocol-cloning',
  PROTO1: 'protocol-1',
  PROTO2: 'protocol-2',
  PROTO3: 'protocol-3',
  PROXY: 'proxy',
  REJECT: 'reject',
  ROUTER: 'router',
  RTF_PROTO3: 'protocol-3',
  STATIC: 'static',
  STICKY: '',
  UP: 'up',
  WASCLONED: 'cloned',
  XRESOLVE: 'external-resolver',
}

/** The letters that `netstat -rn` of the system prints for flags in words, and the words that no system prints. */
export function flagLetters(
  words: readonly string[],
  table: FlagTable,
): { readonly flags: string; readonly unknown: readonly string[] } {
  let flags = ''
  const unknown: string[] = []
  for (const word of words) {
    const meaning = Object.hasOwn(MEANINGS, word) ? MEANINGS[word] : undefined
    if (meaning === undefined && word !== '') unknown.push(word)
    for (const [letter, name] of Object.entries(table)) if (name === meaning) flags += letter
  }
  return { flags, unknown }
}
