/** The Electron host, as the ordered list of its set-up steps. */
import { app } from 'electron'
import { join } from 'node:path'
import { createGrants, createRouter, homeOf, hostInfo, hostMethods, libraryLocation, openStaging, personOf, placesOf, startLibraryHost } from '../core/hosting/index.ts'
import { dialogs } from './dialogs.ts'
import { setupIdentity } from './identity.ts'
import { emitToWindows, setupIpc } from './ipc.ts'
import { lockDefaultSession, setupLockdown } from './lockdown.ts'
import { setupContextMenu, setupMenu } from './menu.ts'
import { libraryProcess, readerProcess } from './processes.ts'
import { registerScheme, setupProtocol } from './protocol.ts'
import { setupQuit } from './quit.ts'
import { setupRecovery } from './recovery.ts'
import { setupTrouble } from './trouble.ts'
import { openWindow } from './window.ts'

const home = homeOf()
const places = placesOf(import.meta.dirname, app.isPackaged ? process.resourcesPath : null)

setupTrouble()
setupLockdown()
registerScheme()
if (setupIdentity(home)) {
  // Not a top-level await: Electron becomes ready only after this file has run.
  void app.whenReady().then(() => {
    lockDefaultSession()
    setupProtocol(places.renderer)

    const location = libraryLocation(home)
    const grants = createGrants()
    const staging = openStaging(join(app.getPath('userData'), 'staging'))
    const library = startLibraryHost({ spawn: () => libraryProcess(places), spawnReader: () => readerProcess(places), location, emit: emitToWindows })
    const info = hostInfo('electron', places, `Electron ${process.versions.electron}`)
    setupIpc(createRouter(hostMethods({ info, grants, staging, library, location, person: personOf(home), ...dialogs }), library, grants))

    setupMenu(emitToWindows)
    const window = openWindow(places.preload)
    setupContextMenu(window)
    setupRecovery(window)
    setupQuit(library, staging)
  })
}
