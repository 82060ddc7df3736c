import type {names as english} from '../en/names.js'

export const names: typeof english = {
  'episode-known-names': {}
}
