export const finding = {
  find: {
    inText: 'Find in the text',
    onScreen: 'Find on this page',
    button: 'Find',
    at: '{{at}} / {{count}}',
    none: 'Not found',
    next: 'Next',
    previous: 'Previous',
    nextKey: 'Next (Enter)',
    previousKey: 'Previous (Shift+Enter)',
    close: 'Close',
    closeKey: 'Close (Esc)',
  },
}
