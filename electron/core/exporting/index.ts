/** The door of this room. */
export { packOf, type PackOptions } from './pack/pack.ts'
