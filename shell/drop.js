// What is dropped on the page. A browser would leave the page for a file or a link that nobody takes.

const EDITABLE = 'input:not([type=range]):not([type=file]), textarea';
const hasFiles = ({ dataTransfer }) => !!dataTransfer && dataTransfer.types.includes('Files');
const isText = event => !hasFiles(event) && !!event.target.matches && event.target.matches(EDITABLE);
const isProgramThere = () => !!document.querySelector('#app:not([hidden]) [data-ready]');

// Where the program is there, it takes what is dropped (src/browser/files.rs); else a sentence says what to do.
export function answerDrops() {
  addEventListener('dragover', event => { if (!isText(event)) event.preventDefault(); });
  addEventListener('drop', event => {
    if (isText(event)) return;
    event.preventDefault();
    document.getElementById('dropped').hidden = isProgramThere();
  });
}
