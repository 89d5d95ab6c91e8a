// What stands in the place of `WebAssembly` for the form that is plain JavaScript. The build puts the program before
// it: `program(imports)` makes a fresh instance and returns its exports. See xtask/src/javascript.rs.

const LARGEST = 1 << 30;

/**
 * The memory of an instance, grown to hold `size` bytes; nothing where there is no room. It doubles, since each time
 * all of it is copied. The old buffer is detached, as WebAssembly does: so the glue knows that its views are old.
 * @param {ArrayBuffer} buffer
 * @param {number} size
 */
function grown(buffer, size) {
  if (size > LARGEST) return undefined;
  try {
    const larger = new ArrayBuffer(Math.min(LARGEST, Math.max(size, 2 * buffer.byteLength)));
    new Uint8Array(larger).set(new Uint8Array(buffer));
    const { port1 } = new MessageChannel();
    port1.postMessage(undefined, [buffer]);
    port1.close();
    return larger;
  } catch (error) {
    return undefined;
  }
}

/** @type {Shell.Machine} */
tuiyanForms.js.machine = {
  Module: class {},
  Instance: class {},
  instantiate: async (_, imports) => ({ instance: { exports: program(imports) } }),
};
