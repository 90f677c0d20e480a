/** What only a host can do: choosing files and folders, the clipboard, links, the library's folder. */
import { z } from 'zod'
import { CommandId } from './commands.ts'
import { Grant, LibraryState } from './library.ts'
import { method } from './method.ts'
import { Signature } from './practice-tag.ts'

export const HostKind = z.enum(['electron', 'browser'])
export type HostKind = z.infer<typeof HostKind>

export const Granted = z.strictObject({ grant: Grant, name: z.string(), folder: z.boolean() })
export type Granted = z.infer<typeof Granted>

export const HostInfo = z.strictObject({
  kind: HostKind,
  version: z.string(),
  runtime: z.string(),
  platform: z.string(),
  /** Whether the host shows the system's own file dialogs; elsewhere the page chooses files itself and browses folders with `folders.list`. */
  nativeDialogs: z.boolean(),
  nativeMenu: z.boolean(),
  licences: z.array(z.strictObject({ name: z.string(), version: z.string(), licence: z.string() })),
})
export type HostInfo = z.infer<typeof HostInfo>

const Nothing = z.strictObject({})
/** null until it was given. */
const Person = z.strictObject({ name: Signature.nullable() })
export const hostMethods = {
  'host.info': method(Nothing, HostInfo),
  'files.pick': method(z.strictObject({ what: z.enum(['files', 'folder']) }), z.array(Granted)),
  /** Takes a dropped or chosen file's bytes into the staging folder; `name` may hold '/' for files of a dropped folder. */
  'files.stage': method(z.strictObject({ name: z.string().min(1).max(1000), bytes: z.instanceof(Uint8Array) }), Granted),
  /** Folders of this computer for hosts without native dialogs: `folder` null lists the starting points. */
  'folders.list': method(z.strictObject({ folder: Grant.nullable() }), z.strictObject({ path: z.string(), parent: Grant.nullable(), here: Grant.nullable(), folders: z.array(z.strictObject({ grant: Grant, name: z.string() })) })),
  'folders.create': method(z.strictObject({ in: Grant, name: z.string().trim().min(1).max(100).regex(/^[^/\\:*?"<>|]+$/) }), Granted),
  'folders.pick': method(Nothing, Granted.nullable()),
  /** Opens the library in the granted folder, or makes one there when the folder is empty. */
  'library.open': method(z.strictObject({ folder: Grant }), LibraryState),
  'library.retry': method(Nothing, LibraryState),
  /** Copies the library to the granted empty folder, verifies it, goes on there, and leaves the old folder as it was. */
  'library.move': method(z.strictObject({ folder: Grant }), LibraryState),
  'library.recent': method(Nothing, z.array(z.strictObject({ grant: Grant, path: z.string() }))),
  'library.showFolder': method(Nothing, z.strictObject({ shown: z.boolean() })),
  /** 署名: it stays on this computer and is written beside what the person decides. */
  'person.get': method(Nothing, Person),
  'person.set': method(Person, Person),
  /** Points at a pack that was written to the granted folder, in the system's file manager; false where the host has none. */
  'pack.show': method(z.strictObject({ folder: Grant, file: z.string().max(300).regex(/^[^/\\:*?"<>|\u0000-\u001f]+\.html$/) }), z.strictObject({ shown: z.boolean() })),
  /** `html` is the same words with their form. */
  'clipboard.write': method(z.strictObject({ text: z.string().max(20_000_000), html: z.string().max(60_000_000).nullable().default(null) }), Nothing),
  'link.open': method(z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) }), z.strictObject({ opened: z.boolean() })),
} as const

export const hostEvents = {
  'menu.command': z.strictObject({ command: CommandId }),
  'library.changed': z.strictObject({ ids: z.array(z.string()).nullable() }),
  'library.state': LibraryState,
} as const
