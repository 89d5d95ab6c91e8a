// Gets the module and starts it. Stands behind the glue that defines `wasm_bindgen`, in one script with it.

const PROBLEM = 'tuiyan-problem';
const fail = problem => document.dispatchEvent(new CustomEvent(PROBLEM, { detail: problem }));

// The single file carries the module in base64, the site names its address.
async function moduleBytes(script) {
  const inlined = document.getElementById('tuiyan-module');
  if (inlined) return decoded(inlined.textContent);
  const response = await fetch(script.dataset.module);
  // Not compiled while it streams: that needs a MIME type which many intranet servers do not send.
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array();
}

function decoded(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// A portal may answer with its sign-in page instead of the module.
const isModule = bytes => [0, 97, 115, 109].every((byte, i) => bytes[i] === byte);

async function start(script) {
  const bytes = await moduleBytes(script).catch(() => new Uint8Array());
  if (!isModule(bytes)) return fail('module');
  try {
    await wasm_bindgen({ module_or_path: bytes });
  } catch (error) {
    fail('start');
    throw error;
  }
}

// Where shell/support.js found the browser wanting, it has said so.
if (!document.documentElement.dataset.problem) start(document.currentScript);
