/** A folder that electron-builder takes for an unpacked Electron: enough for --dir, fuses, archive, locales, Windows resources. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Electron's fuse wire: sentinel, version 1, nine fuses with the values that Electron 45 ships ('1' on, '0' off). */
const WIRE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101000011')])

/** Any valid Windows program will do: electron-builder edits its icon, version and archive digest. */
function windowsProgram(): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve('electron-winstaller/package.json'))
  return readFileSync(join(folder, 'vendor', '7z-x64.exe'))
}

export function stubDist(folder: string, platform: 'linux' | 'win32', version: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'icudtl.dat', 'resources.pak', 'snapshot_blob.bin', 'v8_context_snapshot.bin']) writeFileSync(join(folder, name), name)
  for (const locale of ['zh-CN', 'zh-TW', 'en-US', 'fr', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), locale)
  writeFileSync(join(folder, 'version'), version)
  if (platform === 'win32') writeFileSync(join(folder, 'electron.exe'), Buffer.concat([windowsProgram(), Buffer.alloc(16), WIRE, Buffer.alloc(16)]))
  else {
    writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n: '), WIRE, Buffer.from('\n')]))
    chmodSync(join(folder, 'electron'), 0o755)
  }
  return folder
}
