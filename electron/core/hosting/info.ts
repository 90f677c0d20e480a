import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { HostInfo, type HostKind } from '../../contract/host.ts'
import type { Places } from './places.ts'

const Manifest = z.object({ version: z.string() })
const Licences = HostInfo.shape.licences

/** What the page shows under 关于与许可: version, runtime, and every package that is in the bundles. */
export function hostInfo(kind: HostKind, places: Places, runtime: string): HostInfo {
  const native = kind === 'electron'
  return {
    kind,
    version: Manifest.parse(JSON.parse(readFileSync(join(places.root, 'package.json'), 'utf8'))).version,
    runtime,
    platform: `${process.platform} ${process.arch}`,
    nativeDialogs: native,
    nativeMenu: native,
    licences: licencesIn(join(places.root, 'out')),
  }
}

/** The build writes one list per bundle (scripts/licences-plugin.ts). */
function licencesIn(out: string): HostInfo['licences'] {
  const lists = ['main', 'renderer'].map((bundle) => join(out, bundle, 'licences.json')).filter((file) => existsSync(file))
  const all = lists.flatMap((file) => Licences.parse(JSON.parse(readFileSync(file, 'utf8'))))
  return [...new Map(all.map((item) => [`${item.name}@${item.version}`, item])).values()].sort((a, b) => a.name.localeCompare(b.name))
}
