import { join } from 'node:path'

/** Where the built program keeps its parts, seen from the folder of its entries (`out/main`). */
export interface Places {
  readonly root: string
  readonly renderer: string
  readonly preload: string
  readonly libraryEntry: string
  readonly readerEntry: string
  /** Bundled content lies beside the archive in a package and in the project otherwise. */
  readonly content: string
  /** The page of the portable pack. */
  readonly packPage: string
}

/** `entries` is the folder of the running entry; `resources` is Electron's resources folder in a package, else null. */
export function placesOf(entries: string, resources: string | null): Places {
  const root = join(entries, '..', '..')
  return {
    root,
    renderer: join(entries, '..', 'renderer'),
    preload: join(entries, '..', 'preload', 'index.cjs'),
    libraryEntry: join(entries, 'library.js'),
    readerEntry: join(entries, 'reader.js'),
    content: join(resources ?? root, 'content'),
    packPage: join(entries, '..', 'pack', 'page.html'),
  }
}
