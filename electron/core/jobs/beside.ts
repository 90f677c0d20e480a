/** Inside a reading helper: the pictures that a browser wrote into a folder beside a saved page. No other file of the folder is opened, nor any outside of it. */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Beside } from '../host.ts'
import type { ReadTools } from '../reading/index.ts'

const LARGEST = 20 * 1024 * 1024

export function besideOf(beside: Beside): NonNullable<ReadTools['beside']> {
  if ('files' in beside) return (address) => beside.files.find(({ name }) => name === nameIn(address)) ?? null
  const { folder } = beside
  return (address) => {
    const name = nameIn(address)
    if (name === null || !folderOf(address).includes(basename(folder))) return null
    const bytes = read(folder, name)
    return bytes === null ? null : { name, bytes }
  }
}

/** `./某页_files/640.jpg`: a folder, and a name in it that is nothing but a name. */
function nameIn(address: string): string | null {
  const parts = partsOf(address)
  const [name] = parts.slice(-1)
  return parts.length !== 2 || name === undefined || name === '' || name === '.' || name === '..' || /[\\/\0]/.test(name) ? null : name
}
const folderOf = (address: string): readonly string[] => partsOf(address).slice(0, -1)

function partsOf(address: string): readonly string[] {
  if (/^[a-z][a-z\d+.-]*:|^\//i.test(address)) return []
  const plain = address.replace(/^\.[/\\]/, '').replaceAll('\\', '/').split('/')
  return plain.map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
}

/** Links are not followed. */
function read(folder: string, name: string): Uint8Array | null {
  try {
    if (!lstatSync(folder).isDirectory()) return null
    const found = lstatSync(join(folder, name))
    return found.isFile() && found.size <= LARGEST ? readFileSync(join(folder, name)) : null
  } catch {
    return null
  }
}
