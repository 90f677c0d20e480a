import { app } from 'electron'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from '../core/hosting/index.ts'
import { outline } from '../core/trouble.ts'
import { focusWindow } from './window.ts'

/** Before `ready`: our own folder for Chromium's profile, and one running program per folder. Answers whether this one may go on. */
export function setupIdentity(home: Home): boolean {
  app.setAppUserModelId('cn.shanzhi.casebook')
  // Tests and portable copies name the profile on the command line.
  if (!app.commandLine.hasSwitch('user-data-dir')) keepProfileIn(join(home.config, 'window'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', focusWindow)
  return true
}

/** Electron takes only a folder that exists; where none can be made, its own default serves. */
function keepProfileIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
  } catch (error) {
    console.error(`profile: ${outline(error)}`)
  }
}
