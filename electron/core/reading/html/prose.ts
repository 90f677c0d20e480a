import type { Block } from './blocks.ts'

/** Characters of a block that are told, not linked. */
export const own = ({ text, linked }: Block): number => text.length - linked
/** A sentence or more, as articles have them and menus do not. */
export const isProse = (block: Block): boolean => own(block) >= 20 && own(block) >= block.linked && /[，。；：！？、,.;!?]/u.test(block.text)
/** Prose that ends like a sentence, or is as long as only prose is. */
export const isSentence = (block: Block): boolean => isProse(block) && (own(block) >= 80 || /[。！？；…”’）)】.!?]\s*$/u.test(block.text))
