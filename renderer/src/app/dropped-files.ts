/** Files out of a drop, a paste or the page's own chooser, folders walked to the bottom. Names hold '/' inside a folder. */
import { ENDINGS } from '../../../electron/contract/format.ts'

export interface NamedFile {
  readonly name: string
  readonly file: File
}
export interface Gathered {
  readonly files: readonly NamedFile[]
  /** Names of files and folders that could not be opened. */
  readonly unreadable: readonly string[]
}

/** What systems and office programs leave behind; nobody means to import it. The core leaves out the same. */
const SYSTEM = /^(?:\.|~\$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|\$recycle\.bin$|system volume information$|__macosx$)/i
const DEEPEST = 12

/** Must be called while the event runs: its items are gone afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<Gathered> {
  const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const loose = entries.length > 0 ? [] : [...transfer.files]
  const files: NamedFile[] = loose.map((file) => ({ name: file.name, file }))
  const unreadable: string[] = []
  for (const entry of entries) await walk(entry, 0, files, unreadable)
  return { files, unreadable }
}

async function walk(entry: FileSystemEntry, depth: number, files: NamedFile[], unreadable: string[]): Promise<void> {
  if (depth > 0 && SYSTEM.test(entry.name)) return
  const name = entry.fullPath.replace(/^\//, '')
  try {
    if (isFile(entry)) files.push({ name, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) })
    else if (isFolder(entry) && depth < DEEPEST) for (const child of await childrenOf(entry)) await walk(child, depth + 1, files, unreadable)
    else unreadable.push(name)
  } catch {
    // No permission, or gone in the meantime: it is named to the person, and the rest goes on.
    unreadable.push(name)
  }
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    // One call hands over at most a hundred; an empty answer is the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
    all.push(...some)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

let lastInput: HTMLInputElement | undefined

/** The browser's own file dialog; answers with nothing when it is cancelled. Its field stays until the next: a browser may still be busy with it. */
export function chooseInPage(what: 'files' | 'folder'): Promise<Gathered> {
  return new Promise((resolve) => {
    lastInput?.remove()
    const input = document.createElement('input')
    lastInput = input
    input.type = 'file'
    input.multiple = true
    input.hidden = true
    input.webkitdirectory = what === 'folder'
    if (what === 'files') input.accept = Object.values(ENDINGS).flat().map((ending) => `.${ending}`).join(',')
    document.body.append(input)
    const done = (): void => {
      const files = [...(input.files ?? [])].filter((file) => !file.webkitRelativePath.split('/').slice(1).some((part) => SYSTEM.test(part)))
      resolve({ files: files.map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file })), unreadable: [] })
    }
    input.addEventListener('change', done, { once: true })
    input.addEventListener('cancel', done, { once: true })
    input.click()
  })
}
