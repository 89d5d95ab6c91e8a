// Hands on the page in an old kernel: mouse, finger and keys over the DevTools protocol, and the value that they wanted.

const LEVER = '#lever-hnte_coaching';
const FIELD = '[data-lever="hnte_coaching"] .lever-head input';
const MOVES = 20;

/** @param {string} selector */
const one = selector => `document.querySelector('${selector}')`;
const VALUE = `${one(LEVER)}.value`;
/** @param {number} value */
const isAt = value => `${VALUE} === '${value}'`;
const TOP = `String(${one(LEVER)}.getBoundingClientRect().top)`;
const PAINTED = 'new Promise(function (done) { requestAnimationFrame(function () { requestAnimationFrame(done); }); })';
// The rail in the middle of the window, as text: old kernels hand over no objects here.
const RAIL = `(function (slider) {
  slider.scrollIntoView({ block: 'center' });
  var rail = slider.parentNode.querySelector('.hand-rail').getBoundingClientRect();
  return [rail.left, rail.top + rail.height / 2, rail.width].join(' ');
})(${one(LEVER)})`;
// An old browser without a window composes nothing: the key is sent as an input method would leave it.
const USED_ENTER = `(function (field) {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
  return field === document.activeElement;
})(${one('.scenario-field')})`;

/**
 * Moves, types and looks; `report` takes the name of what was looked at and whether it holds.
 * @param {import('./old-chromium.mjs').Browser} browser
 * @param {(name: string, holds: boolean) => void} report
 */
export async function useHands(browser, report) {
  const rail = async () => {
    // A swipe scrolls on for a while after the finger has gone. Whoever brings the rail back to the middle to look
    // where it is does not see that.
    let [before, now] = ['', await browser.evaluate(TOP)];
    while (now !== before) {
      await new Promise(resolve => setTimeout(resolve, 200));
      [before, now] = [now, await browser.evaluate(TOP)];
    }
    now = await browser.evaluate(RAIL);
    // What a finger may do where it comes down is what was painted there.
    await browser.evaluate(PAINTED);
    const [left, y, width] = now.split(' ').map(Number);
    return { at: (/** @type {number} */ percent) => left + width * percent / 100, y };
  };
  /** @type {(from: number, to: number) => number[]} */
  const line = (from, to) => Array.from({ length: MOVES }, (_, move) => from + (to - from) * (move + 1) / MOVES);
  /** @type {(type: string, x: number, y: number) => Promise<unknown>} */
  const mouse = (type, x, y) => browser.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 });
  /** @type {(type: string, ...points: [x: number, y: number][]) => Promise<unknown>} */
  const touch = (type, ...points) => browser.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  /** @type {(name: string, code: number, text: string) => Promise<void>} */
  const key = async (name, code, text) => {
    await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', key: name, code: name, windowsVirtualKeyCode: code, text });
    await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', key: name, code: name, windowsVirtualKeyCode: code });
  };

  let { at, y } = await rail();
  await mouse('mousePressed', at(0), y);
  for (const x of line(at(0), at(60))) await mouse('mouseMoved', x, y);
  await mouse('mouseReleased', at(60), y);
  report('an untouched thumb follows the mouse to the end', await browser.becomes(isAt(60)));

  ({ at, y } = await rail());
  await touch('touchStart', [at(30), y]);
  for (const to of line(y, y - 200)) await touch('touchMove', [at(30), to]);
  await touch('touchEnd');
  report('a swipe that begins on the rail moves no lever', await browser.evaluate(isAt(60)));

  ({ at, y } = await rail());
  await touch('touchStart', [at(60) + 8, y]);
  for (const x of line(at(60), at(20))) await touch('touchMove', [x + 8, y]);
  await touch('touchEnd');
  report('a finger moves the thumb sideways', await browser.becomes(isAt(20)));

  await browser.evaluate(`${one(FIELD)}.focus(), ${one(FIELD)}.select()`);
  for (const digit of '35') await browser.send('Input.dispatchKeyEvent', { type: 'char', text: digit });
  await key('Enter', 13, '\r');
  report('a typed number is entered', await browser.becomes(isAt(35)));

  await browser.evaluate(`document.querySelectorAll('.scenario-tools button')[1].click()`);
  await browser.becomes(`!!${one('.scenario-field')}`);
  for (const letter of '甲') await browser.send('Input.dispatchKeyEvent', { type: 'char', text: letter });
  report('Enter of the input method ends no name', await browser.evaluate(USED_ENTER));
  await key('Enter', 13, '\r');
  report('a typed name is entered', await browser.becomes(`/甲/.test(${one('.scenarios .current')}.textContent)`));
}
