// Prints each file's name and its raw, gzip and brotli size in bytes, one a line.
//   node sizes.mjs FOLDER
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = process.argv[2];
for (const name of readdirSync(folder).sort()) {
  const content = readFileSync(join(folder, name));
  const sizes = [content, gzipSync(content, { level: 9 }), brotliCompressSync(content)];
  console.log([name, ...sizes.map(size => size.length)].join(' '));
}
