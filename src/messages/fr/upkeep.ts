import type {upkeep as english} from '../en/upkeep.js'

export const upkeep: typeof english = {
  'episode-unused-ignore': {}
}
