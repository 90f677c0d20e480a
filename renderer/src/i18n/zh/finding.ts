export const finding = {
  find: {
    inText: '在正文中查找',
    onScreen: '在当前页中查找',
    button: '查找',
    at: '{{at}} / {{count}}',
    none: '没有找到',
    next: '下一处',
    previous: '上一处',
    nextKey: '下一处（Enter）',
    previousKey: '上一处（Shift+Enter）',
    close: '关闭查找',
    closeKey: '关闭（Esc）',
  },
}
