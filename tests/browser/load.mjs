// Many at once: each client loads every file of the release and compares it with its sum.
//   node load.mjs ADDRESS [CLIENTS]
// Prints what it took; the last line has the counts: `N passed, N failed`.
import { createHash } from 'node:crypto';
import { Agent, get } from 'node:http';

const [address, clients = '200'] = process.argv.slice(2);

/**
 * @param {string} name
 * @param {Agent} agent
 * @returns {Promise<{ status: number | undefined, sum: string, bytes: number }>}
 */
function load(name, agent) {
  return new Promise((resolve, reject) => {
    get(address + name, { agent }, response => {
      const hash = createHash('sha256');
      let bytes = 0;
      response.on('data', part => {
        hash.update(part);
        bytes += part.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, sum: hash.digest('hex'), bytes }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

const sums = await (await fetch(`${address}SHA256SUMS`)).text();
const files = sums.trim().split('\n').map(line => line.split('  '));
/** @type {number[]} */
const times = [];
/** @type {string[]} */
const problems = [];
let bytes = 0;

async function client() {
  // As few connections as a browser opens to one site.
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  await Promise.all(files.map(async ([sum, name]) => {
    const start = performance.now();
    try {
      const answer = await load(name, agent);
      bytes += answer.bytes;
      if (answer.status !== 200 || answer.sum !== sum) problems.push(`${name}: status ${answer.status}, ${answer.bytes} bytes`);
    } catch (error) {
      problems.push(`${name}: ${/** @type {Error} */ (error).message}`);
    }
    times.push(performance.now() - start);
  }));
  agent.destroy();
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(clients) }, client));
const seconds = (performance.now() - start) / 1000;
times.sort((a, b) => a - b);
/** @param {number} part */
const share = part => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))]);
console.log(`  ${clients} clients, ${files.length} files each: ${times.length} answers, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s`);
console.log(`  an answer took ${share(0.5)} ms (median), ${share(0.95)} ms (95 of 100), ${share(1)} ms (longest)`);
[...new Set(problems)].slice(0, 10).forEach(problem => console.log(`  ✘ ${problem}`));
console.log(`${problems.length ? 0 : 1} passed, ${problems.length ? 1 : 0} failed`);
process.exit(problems.length ? 1 : 0);
