/** Windows' types of neighbours, in English. */
export type NeighborType = 'dynamic' | 'static' | 'invalid' | 'other'

/**
 * Beginnings of the words for a type, by language; hints only. `arp` prints dynamic, static, invalid and other in its
 * own language, netsh and PowerShell the state of the entry.
 */
const WORDS: readonly (readonly [NeighborType, RegExp])[] = [
  [
    'invalid',
    /^(?:inv[aá]l|ung[üu]l|non val|nie|neplat|ogiltig|ugyldig|ongeldig|érvénytel|geçersiz|нед|непол|неп|неверн|无效|無效|無効|잘못|unreach|nicht|inacc?es|inaccess|injoign|irragg|no acc|incomp|unvollst|não|无法|無法|不完整|不完全|到達不能|연결할 수 없음|불완전)/,
  ],
  [
    'dynamic',
    /^(?:d[yiı]n|dín|дин|动态|動態|動的|동적|δυναμ|reach|stale|delay|probe|erreich|abgel|veralt|verz[öo]g|pr[üu]f|access?ib|accesib|joign|obsol|périm|acessí|raggiung|доступ|дости|устар|пров|可访问|可以访问|过时|停滞|延迟|探测|到達可能|期限切れ|古い)/,
  ],
  [
    'static',
    /^(?:st[aá]t|est[aá]t|стат|静态|靜態|静的|정적|στατ|perman|постоян|永久|固定|영구|trvalé)/,
  ],
  [
    'other',
    /^(?:other|ander|autre|otro|outro|altro|друг|其他|その他|기타|inn|jin|diğer|övrig|egyéb)/,
  ],
]

/** What a word for a type says, in whatever language; undefined where it is not known. */
export function neighborType(word: string): NeighborType | undefined {
  const text = word.toLowerCase()
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0]
}

/** True for an address that belongs to a group of machines: the lowest bit of its first octet is set. */
export function isGroupMac(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1
}

/** An unresolved entry shows zeros. */
export const ZERO_MAC = '00:00:00:00:00:00'
