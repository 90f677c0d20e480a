/** Paths inside an archive, as its files name each other. */

/** The path that `href` names from file `base`, without its fragment; null when it leads out of the archive. */
export function pathFrom(base: string, href: string): string | null {
  const [address = ''] = href.split('#')
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return null
  const parts = address.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const part of unescapedPath(address).split('/')) {
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return address === '' ? base : parts.join('/')
}

/** What stands behind `#`, or null. */
export function fragmentOf(href: string): string | null {
  const at = href.indexOf('#')
  return at < 0 || at === href.length - 1 ? null : unescapedPath(href.slice(at + 1))
}

function unescapedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
