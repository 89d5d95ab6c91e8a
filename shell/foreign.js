// Keeps what the program has drawn as the program knows it. Translators of browsers and extensions move its texts into
// elements of their own, replace them, put nodes between. A program that then changes a text changes one that is no
// longer on the page, so that an old number stays, or looks for a place beside a node that is elsewhere, and ends.
//
// What was changed by others is therefore undone just before the program does anything, and not before: whoever
// changes the page again and again is not fought with. What the program draws, it draws during a call.

let observer;
let foreign = []; // what others did since the last call, in order

// A new root with what the program will draw there.
export function guardRoot(root) {
  if (observer) observer.disconnect();
  foreign = [];
  observer = new MutationObserver(records => { foreign = foreign.concat(records); });
  observer.observe(root, { subtree: true, childList: true, characterData: true, characterDataOldValue: true });
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

// After one.
export function forgetOwn() {
  if (observer) observer.takeRecords();
}

function undo({ type, target, oldValue, addedNodes, removedNodes, nextSibling }) {
  if (type === 'characterData') {
    if (target.data !== oldValue) target.data = oldValue;
    return;
  }
  addedNodes.forEach(node => { if (node.parentNode === target) target.removeChild(node); });
  const place = nextSibling && nextSibling.parentNode === target ? nextSibling : null;
  removedNodes.forEach(node => target.insertBefore(node, place));
}
