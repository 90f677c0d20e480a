/** English; what is missing here is shown in Chinese. */
export const en = { app: { name: 'Shanzhi Casebook' } }
