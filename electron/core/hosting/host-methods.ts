import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { HostMethod } from '../../contract/api.ts'
import { Refusal } from '../../contract/errors.ts'
import type { HostInfo } from '../../contract/host.ts'
import { MAX_FILE_BYTES } from '../../contract/importing.ts'
import type { Table } from '../dispatch.ts'
import { listFolders } from './folders.ts'
import type { Grants } from './grants.ts'
import type { LibraryHost } from './library-host.ts'
import type { LibraryLocation } from './library-location.ts'
import type { Person } from './person.ts'
import type { Staging } from '../staging.ts'
import { refusalOf } from './refusals.ts'

/** What differs between hosts. */
export interface HostPorts {
  readonly info: HostInfo
  readonly grants: Grants
  readonly staging: Staging
  readonly library: LibraryHost
  readonly location: LibraryLocation
  readonly person: Person
  readonly pickPaths: (what: 'files' | 'folder') => Promise<readonly string[]>
  readonly showFolder: (folder: string) => Promise<boolean>
  /** Points at a file that we wrote to a folder a person chose. */
  readonly showFile: (file: string) => Promise<boolean>
  readonly writeClipboard: (text: string, html: string | null) => Promise<void>
  /** Answers whether the address was opened; false when the person declined or this host leaves it to the page. */
  readonly openLink: (url: string) => Promise<boolean>
}

/** The host's half of the contract, the same for Electron and the browser host. */
export function hostMethods(ports: HostPorts): Table<HostMethod, null> {
  const { info, grants, staging, library, location, person } = ports
  const give = (path: string, folder: boolean): ReturnType<Grants['give']> => grants.give({ path, name: basename(path) || path, folder, temporary: false })
  const folderOf = (grant: Parameters<Grants['resolve']>[0]): string => {
    const chosen = grants.resolve(grant)
    if (!chosen.folder) throw new Refusal('NO_SUCH_GRANT')
    return chosen.path
  }
  /** With the system's own dialogs there is no need for a page to look around in the folders of the computer. */
  const browsing = (): void => {
    if (info.nativeDialogs) throw new Refusal('DENIED', { reason: '请用系统的文件夹对话框' })
  }

  return {
    'host.info': () => info,
    'files.pick': async ({ what }) => (await ports.pickPaths(what)).map((path) => give(path, what === 'folder')),
    'files.stage': ({ name, bytes }) => {
      // Refused before it is written anywhere: the reader would not take it either.
      if (bytes.byteLength > MAX_FILE_BYTES) throw new Refusal('TOO_BIG', { file: name, size: megabytes(bytes.byteLength), limit: megabytes(MAX_FILE_BYTES) })
      return refusalOf(() => grants.give({ path: staging.put(bytes), name, folder: false, temporary: true }), name)
    },
    'folders.list': ({ folder }) => {
      browsing()
      return listFolders(folder === null ? null : folderOf(folder), (path) => give(path, true))
    },
    'folders.create': ({ in: parent, name }) => {
      browsing()
      const path = join(folderOf(parent), name)
      return refusalOf(() => {
        mkdirSync(path)
        return give(path, true)
      }, name)
    },
    'folders.pick': async () => {
      const [path] = await ports.pickPaths('folder')
      return path === undefined ? null : give(path, true)
    },
    'library.open': ({ folder }) => library.open(folderOf(folder)),
    'library.retry': () => library.retry(),
    'library.move': ({ folder }) => library.move(folderOf(folder)),
    'library.recent': () => location.recent().map((path) => ({ grant: give(path, true).grant, path })),
    'library.showFolder': async () => ({ shown: await ports.showFolder(library.folder()) }),
    'person.get': () => ({ name: person.name() }),
    'person.set': ({ name }) => {
      person.rename(name)
      return { name }
    },
    'pack.show': async ({ folder, file }) => ({ shown: await ports.showFile(join(folderOf(folder), file)) }),
    'clipboard.write': async ({ text, html }) => {
      await ports.writeClipboard(text, html)
      return {}
    },
    'link.open': async ({ url }) => ({ opened: await ports.openLink(url) }),
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
