import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Output } from '../../contract/api.ts'
import type { Granted } from '../../contract/host.ts'
import { refusalOf } from './refusals.ts'

/** The folders inside one folder, for hosts without system dialogs; null lists where to start. Hidden folders stay hidden. */
export function listFolders(folder: string | null, give: (path: string) => Granted): Output<'folders.list'> {
  const row = (path: string, name: string): Output<'folders.list'>['folders'][number] => ({ grant: give(path).grant, name })
  if (folder === null) return { path: '', parent: null, here: null, folders: startingPoints().map((path) => row(path, path)) }
  const parent = dirname(folder)
  const names = refusalOf(() => readdirSync(folder, { withFileTypes: true }), basename(folder) || folder)
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(folder, entry.name)))))
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, 'zh-CN'))
  return { path: folder, parent: parent === folder ? null : give(parent).grant, here: give(folder).grant, folders: names.map((name) => row(join(folder, name), name)) }
}

function startingPoints(): readonly string[] {
  const home = homedir()
  const drives = process.platform === 'win32' ? [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`) : ['/']
  return [home, join(home, 'Documents'), join(home, 'Desktop'), join(home, '文档'), join(home, '桌面'), ...drives].filter((path) => existsSync(path))
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // A link that leads nowhere is not a folder.
    return false
  }
}
