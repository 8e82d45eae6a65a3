/** Flags of an address in iproute2's ip/ipaddress.c: words in a line, keys that are true in JSON. */
export const addressAttributes = [
  'autojoin',
  'dadfailed',
  'deprecated',
  'dynamic',
  'home',
  'mngtmpaddr',
  'nodad',
  'noprefixroute',
  'optimistic',
  'secondary',
  'stable-privacy',
  'temporary',
  'tentative',
] as const
