/** Files out of a drop, a paste or the page's own chooser, folders walked to the bottom. Names hold '/' inside a folder. */
export interface NamedFile {
  readonly name: string
  readonly file: File
}

/** Must be called while the drop event runs: its items are gone afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files].map((file) => ({ name: file.name, file }))
  const found: NamedFile[] = []
  for (const entry of entries) await walk(entry, found)
  return found
}

async function walk(entry: FileSystemEntry, found: NamedFile[]): Promise<void> {
  if (entry.name.startsWith('.')) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    found.push({ name: entry.fullPath.replace(/^\//, ''), file })
  } else if (isFolder(entry)) {
    const reader = entry.createReader()
    for (;;) {
      // One call hands over at most a hundred; an empty answer is the end.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
      if (some.length === 0) return
      for (const child of some) await walk(child, found)
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** The browser's own file dialog; answers with nothing when it is cancelled. */
export function chooseInPage(what: 'files' | 'folder'): Promise<NamedFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.hidden = true
    input.webkitdirectory = what === 'folder'
    if (what === 'files') input.accept = '.txt,.md,.markdown,.text'
    document.body.append(input)
    const done = (): void => {
      const files = [...(input.files ?? [])].filter((file) => !file.name.startsWith('.'))
      input.remove()
      resolve(files.map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file })))
    }
    input.addEventListener('change', done, { once: true })
    input.addEventListener('cancel', done, { once: true })
    input.click()
  })
}
