import { EXIT, SegmentOutput } from '../../contract/cli.ts'
import { createSegmenter, loadDictionary } from '../../core/language/index.ts'
import type { Command } from '../command.ts'
import { safe } from '../width.ts'

export const segment: Command = {
  typed: 'segment 文字',
  does: '用内置词典切词',
  options: [],
  least: 1,
  most: Infinity,
  output: SegmentOutput,
  run: async ({ line, parts }) => {
    const value: SegmentOutput = { tokens: createSegmenter({ dictionary: loadDictionary(parts.content) }).tokens(line.rest.join(' ')) }
    return { value, exit: EXIT.done, text: value.tokens.map(({ text }) => safe(text)).join(' / ') }
  },
}
