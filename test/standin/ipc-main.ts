import { EventEmitter } from 'node:events'
import { bound } from './strict.ts'

export type Invoked = (event: unknown, ...args: unknown[]) => unknown

export class IpcMain extends EventEmitter {
  /** Reached by tests that play a hostile sender. */
  readonly invokers = new Map<string, Invoked>()
  handle(channel: string, handler: Invoked): void {
    if (this.invokers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.invokers.set(channel, handler)
  }
  removeHandler(channel: string): void {
    this.invokers.delete(channel)
  }
}
export const ipcMainImpl = new IpcMain()
export const ipcMain = bound('ipcMain', ipcMainImpl)
