/** Choosing folders and files the way each host lets a person do it. */
import { sep } from 'node:path'
import type { Granted } from '../../electron/contract/host.ts'
import type { Grant } from '../../electron/contract/library.ts'
import type { Running } from './launch.ts'

/** The value of a reply; an error becomes the test's failure. */
export function valueOf<T>(reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }): T {
  if (!reply.ok) throw new Error(`the app answered ${reply.error.code}`)
  return reply.value
}

/** Through the system's dialog in Electron, through the app's own folder browser elsewhere. */
export async function chooseFolder(app: Running, path: string): Promise<Grant> {
  if (app.kind === 'browser host') return walkTo(app, path)
  await answerOpenDialog(app, [path])
  const granted = valueOf(await app.call('folders.pick', {}))
  if (granted === null) throw new Error('the dialog was cancelled')
  return granted.grant
}

/** What the next open dialogs answer. */
export function answerOpenDialog(app: Running, paths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}

async function walkTo(app: Running, path: string): Promise<Grant> {
  const start = valueOf(await app.call('folders.list', { folder: null })).folders.find(({ name }) => name === '/' || /^[A-Z]:\\$/.test(name))
  let here: Grant | undefined = start?.grant
  for (const name of path.split(sep).filter((part) => part !== '' && !part.endsWith(':'))) {
    if (here === undefined) break
    here = valueOf(await app.call('folders.list', { folder: here })).folders.find((folder) => folder.name === name)?.grant
  }
  if (here === undefined) throw new Error(`${path} cannot be walked to`)
  return here
}

/** Stages a file's bytes from inside the page, as a drop does. */
export function stageInPage(app: Running, name: string, text: string): Promise<Granted> {
  return app.call('files.stage', { name, bytes: new TextEncoder().encode(text) }).then(valueOf)
}
