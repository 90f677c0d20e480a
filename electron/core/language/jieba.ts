/**
 * jieba-wasm behind glue of our own (decision 0520): only token lengths cross from wasm to JavaScript, which is 1.3–1.5 times
 * faster than its strings; every instance has a dictionary of its own, so that a word can be removed by making a new one;
 * what it carries can be read (`cutter.ts` cuts by it); and what the wasm throws (strings) becomes an Error.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { add_word } from 'jieba-wasm'
import { z } from 'zod'

export interface Jieba {
  /** Lengths of the tokens of `text` in UTF-8 bytes, in order; they cover all of it. The array is overwritten by the next call. Without `guess`, characters that make no known word stay single. */
  readonly cut: (text: string, guess?: boolean) => { readonly bytes: Int32Array; readonly count: number }
  /** Adds a word; without a frequency, one is chosen that keeps it whole. Answers with its frequency. */
  readonly add: (...word: Parameters<typeof add_word>) => number
  /** The dictionary that came with it, without what was added: a word a line, `word frequency tag`. */
  readonly dictionary: () => string
}

const wasmFunction = z.custom<(...args: readonly number[]) => unknown>((value) => typeof value === 'function')
const Exports = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  cut: wasmFunction,
  add_word: wasmFunction,
  __wbindgen_export_2: z.instanceof(WebAssembly.Table),
  __wbindgen_malloc: wasmFunction,
  __wbindgen_realloc: wasmFunction,
  __wbindgen_free: wasmFunction,
  __externref_drop_slice: wasmFunction,
  __wbindgen_start: wasmFunction,
})
const Whole = z.number()
const Slice = z.tuple([z.number(), z.number()])

/** Where the dictionary begins and ends in the memory, and how long it is between: that of the pinned package, and no other. */
const FIRST_LINES = '1号店 3 n\n4S店 3 n\n'
const LAST_LINES = '\n龠 5 g\n龢 732 zg\n'
const DICTIONARY_UNITS = 3_039_552

/** What wasm-bindgen passes for an absent `Option<u32>`. */
const NO_FREQUENCY = 0x100000001

let compiled: WebAssembly.Module | null = null
function wasmModule(): WebAssembly.Module {
  if (compiled) return compiled
  const entry = createRequire(import.meta.url).resolve('jieba-wasm')
  compiled = new WebAssembly.Module(readFileSync(join(dirname(entry), 'jieba_rs_wasm_bg.wasm')))
  return compiled
}

export function instantiateJieba(): Jieba {
  let lengths = new Int32Array(1 << 12)
  let count = 0
  const decoder = new TextDecoder()
  const read = (pointer: number, length: number): string => decoder.decode(new Uint8Array(wasm.memory.buffer, pointer >>> 0, length))

  /** By the beginning of their names, because wasm-bindgen ends some of them with a hash. */
  const imports: readonly (readonly [string, (first: number, second: number) => unknown])[] = [
    [
      '__wbindgen_string_new',
      (_, length) => {
        if (count === lengths.length) {
          const larger = new Int32Array(count * 2)
          larger.set(lengths)
          lengths = larger
        }
        lengths[count++] = length
        return 0
      },
    ],
    [
      '__wbindgen_init_externref_table',
      () => {
        const offset = wasm.__wbindgen_export_2.grow(4)
        ;[undefined, null, true, false].forEach((value, i) => wasm.__wbindgen_export_2.set(offset + i, value))
      },
    ],
    ['__wbg_Error', (pointer, length) => new Error(read(pointer, length))],
    ['__wbindgen_throw', (pointer, length) => raise(read(pointer, length))],
    ['__wbg_', () => ({})],
    ['__wbindgen_', () => 0],
  ]
  const functions: Record<string, Record<string, (first: number, second: number) => unknown>> = {}
  for (const { module, name } of WebAssembly.Module.imports(wasmModule())) {
    const known = imports.find(([prefix]) => name.startsWith(prefix))
    if (!known) throw new Error(`jieba-wasm asks for an unknown import: ${name}`)
    ;(functions[module] ??= {})[name] = known[1]
  }
  const wasm = Exports.parse(new WebAssembly.Instance(wasmModule(), functions).exports)
  wasm.__wbindgen_start()

  const encoder = new TextEncoder()
  /** Copies `text` into the wasm memory; what is called with it frees it. */
  function pass(text: string): [number, number] {
    const room = text.length * 3
    const pointer = Whole.parse(wasm.__wbindgen_malloc(room, 1)) >>> 0
    const { written } = encoder.encodeInto(text, new Uint8Array(wasm.memory.buffer, pointer, room))
    return [Whole.parse(wasm.__wbindgen_realloc(pointer, room, written, 1)) >>> 0, written]
  }
  const cut: Jieba['cut'] = (text, guess = true) => {
    count = 0
    if (text === '') return { bytes: lengths, count }
    const [pointer, length] = pass(text)
    const [tokens, size] = Slice.parse(asErrors(() => wasm.cut(pointer, length, guess ? 1 : 0)))
    wasm.__externref_drop_slice(tokens, size)
    wasm.__wbindgen_free(tokens, size * 4, 4)
    return { bytes: lengths, count }
  }
  return {
    cut,
    add(word, frequency, tag) {
      const [pointer, length] = pass(word)
      const [tagPointer, tagLength] = typeof tag === 'string' ? pass(tag) : [0, 0]
      return Whole.parse(asErrors(() => wasm.add_word(pointer, length, typeof frequency === 'number' ? frequency >>> 0 : NO_FREQUENCY, tagPointer, tagLength)))
    },
    dictionary() {
      // It is unpacked at the first cut and lies in the memory from then on.
      cut('一')
      const memory = Buffer.from(wasm.memory.buffer)
      const start = memory.indexOf(FIRST_LINES)
      const text = start < 0 ? '' : memory.toString('utf8', start, memory.indexOf(LAST_LINES, start) + Buffer.byteLength(LAST_LINES))
      if (text.length !== DICTIONARY_UNITS) throw new Error('jieba-wasm carries another dictionary')
      return text
    },
  }
}

function asErrors<T>(call: () => T): T {
  try {
    return call()
  } catch (cause) {
    throw cause instanceof Error ? cause : new Error(`jieba: ${String(cause)}`)
  }
}

function raise(message: string): never {
  throw new Error(message)
}
