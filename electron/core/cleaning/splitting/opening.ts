/** Where an article may begin. */
import type { Boundary } from '../../../contract/reviewing.ts'

export interface Opening extends Pick<Boundary, 'confidence' | 'reason'> {
  /** Index of its first line among the living blocks. */
  readonly at: number
}
