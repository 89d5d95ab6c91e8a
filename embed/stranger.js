// A window that a simulator must not answer. The conformance page tells it what to try, and hears what came back:
//   { stranger: 'sibling', name }     greets the frame of that name beside it, whose parent it is not
//   { stranger: 'parent', address }   opens the page in a frame of its own and greets it; its own origin is no one's
// It answers { stranger: 'here' } at first, and { stranger: 'done', shown, answered }.
(() => {
  'use strict';
  const SHOWN_MS = 10000;
  const QUIET_MS = 1500;
  /** @type {(ms: number) => Promise<undefined>} */
  const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

  /**
   * Whether anything comes back over the port that the greeting brings along.
   * @param {Window} target
   */
  async function isAnswered(target) {
    const { port1, port2 } = new MessageChannel();
    let answered = false;
    port1.onmessage = () => { answered = true; };
    target.postMessage({ tuiyan: 1, type: 'hello', protocol: 1, exports: 'page' }, '*', [port2]);
    port1.postMessage({ tuiyan: 1, type: 'request', id: 1, method: 'getPlan', params: {} });
    await pause(QUIET_MS);
    return answered;
  }

  /**
   * The page says `ready` once it listens.
   * @param {string} address
   * @returns {Promise<Window | undefined>}
   */
  function opened(address) {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.appendChild(frame);
    const ready = new Promise(resolve => {
      window.addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow && data && data.type === 'ready') resolve(frame.contentWindow);
      });
    });
    return Promise.race([ready, pause(SHOWN_MS)]);
  }

  window.addEventListener('message', async ({ source, data }) => {
    if (source !== parent || !data) return;
    if (data.stranger === 'sibling') {
      parent.postMessage({ stranger: 'done', shown: true, answered: await isAnswered(parent.frames[data.name]) }, '*');
    }
    if (data.stranger === 'parent') {
      const page = await opened(data.address);
      parent.postMessage({ stranger: 'done', shown: !!page, answered: !!page && await isAnswered(page) }, '*');
    }
  });
  parent.postMessage({ stranger: 'here' }, '*');
})();
