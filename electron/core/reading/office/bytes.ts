/** Little-endian numbers of a binary file; whoever reads past its end is told that the file is damaged. */
import { Refusal } from '../../../contract/errors.ts'

export class Bytes {
  readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly file: string

  constructor(bytes: Uint8Array, file: string) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.file = file
  }
  get length(): number {
    return this.bytes.length
  }
  u8(at: number): number {
    return this.view.getUint8(this.within(at, 1))
  }
  u16(at: number): number {
    return this.view.getUint16(this.within(at, 2), true)
  }
  i16(at: number): number {
    return this.view.getInt16(this.within(at, 2), true)
  }
  u32(at: number): number {
    return this.view.getUint32(this.within(at, 4), true)
  }
  i32(at: number): number {
    return this.view.getInt32(this.within(at, 4), true)
  }
  slice(at: number, length: number): Bytes {
    this.within(at, length)
    return new Bytes(this.bytes.subarray(at, at + length), this.file)
  }
  utf16(at: number, characters: number): string {
    this.within(at, characters * 2)
    return UTF16.decode(this.bytes.subarray(at, at + characters * 2))
  }
  damaged(reason: string): Refusal {
    return new Refusal('CORRUPT', { file: this.file, reason })
  }

  private within(at: number, length: number): number {
    if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) throw this.damaged('内部的数据不完整')
    return at
  }
}

/** Halves of pairs stay as they are: positions count them. */
const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true })
