/** The little of WebAssembly that `jieba.ts` uses: the core is checked without the browser's types. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
    static imports(module: Module): { module: string; name: string; kind: string }[]
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: Record<string, unknown>
  }
  class Memory {
    readonly buffer: ArrayBuffer
  }
  class Table {
    grow(by: number): number
    set(index: number, value: unknown): void
  }
}
