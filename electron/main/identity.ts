import { app } from 'electron'
import { join } from 'node:path'
import type { Home } from '../core/hosting/index.ts'
import { focusWindow } from './window.ts'

/** Before `ready`: our own folder for Chromium's profile, and one running program per folder. Answers whether this one may go on. */
export function setupIdentity(home: Home): boolean {
  app.setAppUserModelId('cn.shanzhi.casebook')
  // Tests and portable copies name the profile on the command line.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(home.config, 'window'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', focusWindow)
  return true
}
