/** What a line of a newspaper or web page is, by its form alone. */
export type LineClass = 'text'

export const classOf = (_line: string): LineClass => 'text'
