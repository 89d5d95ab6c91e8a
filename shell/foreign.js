// Keeps what the program has drawn as the program knows it. Translators of browsers and extensions move its texts into
// elements of their own, replace them, put nodes between. A program that then changes a text changes one that is no
// longer on the page, so that an old number stays, or looks for a place beside a node that is elsewhere, and ends.
//
// What was changed by others is therefore undone just before the program does anything, and not before: whoever
// changes the page again and again is not fought with. What the program draws, it draws during a call. So the program
// may have no MutationObserver of its own: it would be called for what others do, undo it, and they would do it again,
// for ever. What it draws it hears of by the event `tuiyan:drawn`, see engine.js.

/** @type {MutationObserver | undefined} */
let observer;
/** @type {MutationRecord[]} */
let foreign = []; // what others did since the last call, in order

/**
 * A new root with what the program will draw there.
 * @param {HTMLElement} root
 */
export function guardRoot(root) {
  if (observer) observer.disconnect();
  foreign = [];
  observer = new MutationObserver(records => { foreign = foreign.concat(records); });
  observer.observe(root, {
    subtree: true, childList: true, characterData: true, characterDataOldValue: true,
    attributes: true, attributeFilter: ['disabled'],
  });
}

// Before a call into the program.
export function undoForeign() {
  if (!observer) return;
  const records = foreign.concat(observer.takeRecords());
  if (!records.length) return;
  foreign = [];
  for (let i = records.length - 1; i >= 0; i--) undo(records[i]);
  observer.takeRecords();
}

// After one; says whether the call has drawn, or switched controls on or off.
export function forgetOwn() {
  return observer !== undefined && observer.takeRecords().length > 0;
}

/** @param {MutationRecord} record */
function undo({ type, target, oldValue, addedNodes, removedNodes, nextSibling }) {
  // Whether a control can be used is not what a translator changes.
  if (type === 'attributes') return;
  if (type === 'characterData') {
    if (/** @type {CharacterData} */ (target).data !== oldValue) /** @type {CharacterData} */ (target).data = /** @type {string} */ (oldValue);
    return;
  }
  addedNodes.forEach(node => { if (node.parentNode === target) target.removeChild(node); });
  const place = nextSibling && nextSibling.parentNode === target ? nextSibling : null;
  removedNodes.forEach(node => target.insertBefore(node, place));
}
