const PAGE = /\.(?:x?html?|mht(?:ml)?)$/i

/** Folders that a browser writes beside a saved page for its pictures, styles and scripts: parts of that page, and no files of an import. `names` may have '/' between folders. */
export function pageFolders(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => PAGE.test(name)).flatMap((name) => ['_files', '.files'].map((ending) => name.replace(PAGE, ending))))
}

/** Whether a member of an archive lies in one of these folders. */
export const isPartOfPage = (name: string, folders: ReadonlySet<string>): boolean => folders.size > 0 && name.split('/').some((_, index, parts) => folders.has(parts.slice(0, index).join('/')))

/** The folders that could lie beside a page, which a folder was granted with: a file by itself brings nothing along. `name` is what the person sees of it, `path` where it lies. */
export function foldersBeside({ name, path }: { readonly name: string; readonly path: string }): readonly string[] {
  return name.includes('/') ? [...pageFolders([path])] : []
}
