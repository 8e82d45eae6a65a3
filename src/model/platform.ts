/** Systems whose output is read, in alphabetical order. */
export const platforms = [
  'aix',
  'dragonfly',
  'esxi',
  'freebsd',
  'hpux',
  'irix',
  'linux',
  'macos',
  'netbsd',
  'openbsd',
  'openvms',
  'qnx',
  'solaris',
  'tru64',
  'windows',
  'zos',
] as const

export type Platform = (typeof platforms)[number]

/** True for the id of a known system. */
export function isPlatform(text: string): text is Platform {
  return (platforms as readonly string[]).includes(text)
}
