// Old Chromium itself: npm packages carry it, compressed. Unpacked once into target/old-chromium/.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const PACKED = 'package/bin/chromium.br';
/** @type {Record<number, { name: string, packed: string, sha512: string }>} */
const PACKAGES = {
  69: {
    name: 'chrome-aws-lambda@1.6.3',
    packed: 'package/bin/chromium-69.0.3494.0.br',
    sha512: 'K22/X+AqpSFPmBxuIOHhmzH4Id7Od9GpKvEksuaV7fy+WLvS/TYlwpc4I4B36Wz9u/NmvL9wKsQ1TT9cMhdYhg==',
  },
  78: {
    name: 'chrome-aws-lambda@1.20.4',
    packed: PACKED,
    sha512: '+zuq/BO9TpAvlXIpyGto6YytnEe0NBpZS5HVGnaMqRhL0cagDEhrzAYqaQfK4HZnafA7HW1wkFacl7CAI990LQ==',
  },
  83: {
    name: 'chrome-aws-lambda@3.1.1',
    packed: PACKED,
    sha512: 'ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA==',
  },
  86: {
    name: 'chrome-aws-lambda@5.3.1',
    packed: PACKED,
    sha512: 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  92: {
    name: 'chrome-aws-lambda@10.1.0',
    packed: PACKED,
    sha512: 'NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
  109: {
    name: '@sparticuz/chromium@109.0.6',
    packed: PACKED,
    sha512: '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
};
// What this machine cannot have.
export class Unavailable extends Error {}

const folder = resolve(fileURLToPath(import.meta.url), '../../../target/old-chromium');

/**
 * The path of the executable of this kernel. Throws `Unavailable` where it cannot be had.
 * @param {number} kernel
 */
export function oldChromium(kernel) {
  const executable = join(folder, `chromium-${kernel}`);
  if (existsSync(executable)) return executable;
  const { name, packed, sha512 } = PACKAGES[kernel];
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Unavailable(`Chromium ${kernel} is for Linux on x86-64`);
  console.log(`  fetching ${name} (about 40 MB, once)`);
  const making = join(folder, 'making');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const archive = fetched(name, sha512, making);
  execFileSync('tar', ['xzf', archive, packed], { cwd: making });
  const fresh = join(making, 'chromium');
  writeFileSync(fresh, brotliDecompressSync(readFileSync(join(making, packed))), { mode: 0o755 });
  renameSync(fresh, executable);
  rmSync(making, { recursive: true });
  return executable;
}

/**
 * @param {string} name
 * @param {string} sha512
 * @param {string} into
 */
function fetched(name, sha512, into) {
  const archive = join(into, packedBy(name, into));
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (digest !== sha512) throw new Error(`${name} is not the package that was pinned`);
  return archive;
}

/**
 * @param {string} name
 * @param {string} into
 */
function packedBy(name, into) {
  try {
    return execFileSync('npm', ['pack', name, '--silent'], { cwd: into, encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Unavailable(`npm does not give ${name}: ${/** @type {Error} */ (error).message}`);
  }
}
