/** Writes OLE files for tests: a directory of names, in sectors that lie one behind the other or apart. */
export function ole(names: readonly string[], { apart = false }: { readonly apart?: boolean } = {}): Uint8Array {
  const entries = ['Root Entry', ...names]
  const sectors = Math.ceil(entries.length / 4)
  const places = Array.from({ length: sectors }, (_, i) => (apart ? 1 + i * 2 : 1 + i))
  const bytes = Buffer.alloc(512 * (Math.max(...places) + 2))
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(places[0] ?? 0, 48)
  bytes.fill(0xff, 76, 512)
  bytes.writeUInt32LE(0, 76)
  bytes.fill(0xff, 512, 1024)
  places.forEach((place, i) => bytes.writeUInt32LE(places[i + 1] ?? 0xfffffffe, 512 + 4 * place))
  entries.forEach((name, i) => {
    const at = 512 * ((places[i >> 2] ?? 0) + 1) + 128 * (i & 3)
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(2 * name.length + 2, at + 64)
  })
  return Uint8Array.from(bytes)
}
