export const practices = {
  practice: {
    strength: { primary: '主要', secondary: '次要', mention: '仅提及' },
    state: { draft: '待核', confirmed: '已确认', rejected: '已否定' },
    said: '（{{said}}）',
    comma: '，',
  },
}
