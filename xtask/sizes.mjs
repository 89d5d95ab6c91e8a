// Prints each file's name and its raw, gzip and brotli size in bytes, one a line.
//   node sizes.mjs FOLDER
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const [files, folders] = [false, true].map(wanted => readdirSync(folder).filter(name => statSync(join(folder, name)).isDirectory() === wanted));
const inside = folders.flatMap(name => readdirSync(join(folder, name)).map(file => `${name}/${file}`));
for (const name of [...files, ...inside].sort()) {
  const content = readFileSync(join(folder, name));
  const sizes = [content, gzipSync(content, { level: 9 }), brotliCompressSync(content)];
  console.log([name, ...sizes.map(size => size.length)].join(' '));
}
