import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'

interface Entry {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

// A registry that lacks some platforms makes `npm install` leave them out of the lock file without a
// word, and `npm ci` then refuses it on every machine.
it('package-lock.json has the packages of all platforms', () => {
  const {packages}: {packages: Readonly<Record<string, Entry>>} = JSON.parse(
    readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
  )
  const missing = Object.entries(packages).flatMap(([place, {optionalDependencies = {}}]) =>
    Object.entries(optionalDependencies)
      .filter(([, version]) => /^\d+\.\d+\.\d+$/.test(version))
      .filter(([name, version]) => find(packages, place, name)?.version !== version)
      .map(([name, version]) => `${name}@${version} of ${place}`)
  )
  expect(missing).toEqual([])
})

/** Finds a package as Node does: in the folder of the one that wants it, or in one around it. */
function find(
  packages: Readonly<Record<string, Entry>>,
  place: string,
  name: string
): Entry | undefined {
  const found = packages[place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`]
  if (found || place === '') return found
  const end = place.lastIndexOf('/node_modules/')
  return find(packages, end < 0 ? '' : place.slice(0, end), name)
}
