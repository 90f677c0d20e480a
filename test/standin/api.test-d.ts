// Compile-time drift check: every member the stand-in offers must exist in Electron's own types.
import type * as Real from 'electron'
import type { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'
import type { IpcMain } from './ipc-main.ts'
import type { Menu } from './menu.ts'
import type { protocol, Session } from './session.ts'
import type { clipboard, dialog, nativeTheme, screen, shell } from './system.ts'
import type { UtilityProcess } from './utility-process.ts'
import type { WebContents } from './web-contents.ts'

type Extra<Mine, Theirs, Allowed extends string = never> = Exclude<keyof Mine, keyof Theirs | Allowed>
type Never<T extends never> = T
export type App = Never<Extra<typeof app, Real.App, 'markReady'>>
export type Commands = Never<Extra<(typeof app)['commandLine'], Real.CommandLine>>
export type Dialog = Never<Extra<typeof dialog, Real.Dialog>>
export type Shell = Never<Extra<typeof shell, Real.Shell>>
export type Clipboard = Never<Extra<typeof clipboard, Real.Clipboard>>
export type Screen = Never<Extra<typeof screen, Real.Screen>>
export type Theme = Never<Extra<typeof nativeTheme, Real.NativeTheme>>
export type Protocol = Never<Extra<typeof protocol, Real.Protocol>>
export type OneSession = Never<Extra<Session, Real.Session, 'handlers' | 'given' | 'partition'>>
export type Requests = Never<Extra<Session['webRequest'], Real.WebRequest>>
export type Ipc = Never<Extra<IpcMain, Real.IpcMain, 'invokers'>>
export type OneMenu = Never<Extra<Menu, Real.Menu>>
export type Utility = Never<Extra<UtilityProcess, Real.UtilityProcess>>
export type Contents = Never<Extra<WebContents, Real.WebContents, 'owner' | 'preferences' | 'sessionImpl' | 'cdp' | 'ready' | 'targetId' | 'mainFrameId' | 'frame' | 'takeExpected' | 'getLastWebPreferences' | 'markDestroyed'>>
export type Window = Never<Extra<BrowserWindow, Real.BrowserWindow, 'options' | 'contents'>>
