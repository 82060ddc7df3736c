export const upkeep = {
  'episode-unused-ignore': {}
}
