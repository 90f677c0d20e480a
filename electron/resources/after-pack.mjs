/**
 * electron-builder's afterPack step: pins every fuse of the packaged Electron (checklist item 19, decision 0050).
 * `strictlyRequireAllFuses` makes a new Electron with a tenth fuse fail here instead of shipping its default.
 */
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** @param {import('electron-builder').AfterPackContext} context */
function executable({ electronPlatformName, appOutDir, packager }) {
  // Only the packager for Linux has a name of its own for the executable.
  const name = 'executableName' in packager ? String(packager.executableName) : packager.appInfo.productFilename
  return join(appOutDir, name + ({ darwin: '.app', win32: '.exe' }[electronPlatformName] ?? ''))
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  await flipFuses(executable(context), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...FUSES,
  })
}
