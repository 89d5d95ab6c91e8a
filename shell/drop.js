// What is dropped on the page. A browser would leave the page for a file or a link that nobody takes.

const EDITABLE = 'input:not([type=range]):not([type=file]), textarea';
/** @param {DragEvent} event */
const hasFiles = ({ dataTransfer }) => !!dataTransfer && dataTransfer.types.includes('Files');
/** @param {DragEvent & { target: Element }} event what it is over is the document only at times, which matches nothing */
const isText = event => !hasFiles(event) && !!event.target.matches && event.target.matches(EDITABLE);
const isProgramThere = () => !!document.querySelector('#app:not([hidden]) [data-ready]');

// Where the program is there, it takes what is dropped (src/browser/files.rs); else a sentence says what to do.
export function answerDrops() {
  addEventListener('dragover', event => { if (!isText(/** @type {DragEvent & { target: Element }} */ (event))) event.preventDefault(); });
  addEventListener('drop', event => {
    if (isText(/** @type {DragEvent & { target: Element }} */ (event))) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (document.getElementById('dropped')).hidden = isProgramThere();
  });
}
