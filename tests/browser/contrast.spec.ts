// Colours as the browser computes them, on every screen in both themes: WCAG 2.2 AA, 4.5 : 1 for text, 3 : 1 for
// large text, for the frames of fields and for the marks of pictures. What the canvas draws, `chart::Theme` tests.
import { type Page } from '@playwright/test';
import { accessibilityProblems, expect, resize, test } from './harness';
import { putOn, SCREENS, THEMES, twoPackages } from './screens';

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 20_000 });

for (const theme of [...THEMES, 'contrast']) {
  test(`every screen can be read, ${theme}`, async ({ app }) => {
    await twoPackages(app);
    await putOn(app, 'zh', theme);
    for (const [name, open] of SCREENS) {
      await open(app);
      expect(await tooFaint(app), name).toEqual([]);
      expect(await accessibilityProblems(app), name).toEqual([]);
    }
  });
}

test('the projector can be read from the last row', async ({ app }) => {
  await resize(app, { width: 1920, height: 1080 });
  await putOn(app, 'zh', 'light');
  await app.locator('.look select').first().selectOption('projector');
  expect(await tooFaint(app, 7)).toEqual([]);
  expect(await accessibilityProblems(app)).toEqual([]);
});

test('the check itself sees a faint text, a faint frame and a faint mark', async ({ app }) => {
  await app.evaluate(() => {
    const [text, field] = [document.createElement('p'), document.createElement('input')];
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const mark = document.createElementNS('http://www.w3.org/2000/svg', 'line');
    text.textContent = '灰';
    text.style.setProperty('color', '#999');
    field.id = 'framed';
    field.style.setProperty('border', '1px solid #ccc');
    mark.setAttribute('class', 'dumbbell-move');
    mark.style.setProperty('stroke', '#ddd');
    picture.append(mark);
    // Beside the program, which takes away what others put into it.
    document.body.prepend(text, field, picture);
  });
  const found = (await tooFaint(app)).join('\n');
  for (const part of ['灰', 'framed', 'dumbbell-move']) expect(found).toContain(part);
});

// One line for each text, frame or mark that stands out too little from what is behind it.
function tooFaint(page: Page, ofText = 4.5): Promise<string[]> {
  return page.evaluate(ofText => {
    type Colour = [number, number, number, number];
    const read = (colour: string): Colour => {
      const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)!.map(Number);
      return [red, green, blue, alpha];
    };
    const over = (top: Colour, ground: Colour): Colour => {
      const mixed = [0, 1, 2].map(part => top[part] * top[3] + ground[part] * (1 - top[3]));
      return [mixed[0], mixed[1], mixed[2], 1];
    };
    const luminance = (colour: Colour) => {
      const linear = (part: number) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    };
    const ratio = (one: Colour, other: Colour) => {
      const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    // What is painted behind an element: the grounds of all it stands in.
    const ground = (element: Element): Colour => {
      const grounds: Colour[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) grounds.unshift(read(getComputedStyle(at).backgroundColor));
      return grounds.reduce((below, top) => over(top, below), [255, 255, 255, 1] as Colour);
    };
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      // What only readers hear is a pixel large.
      return width + height > 4 && getComputedStyle(element).visibility === 'visible'
        && !element.closest('.for-readers, [hidden], .skip, [disabled], details:not([open]) > :not(summary)');
    };
    const named = (element: Element) => `${element.tagName.toLowerCase()}${element.id && '#' + element.id}.${element.getAttribute('class') ?? ''}`;
    const found: string[] = [];
    const ask = (element: Element, what: string, colour: Colour, behind: Colour, least: number) => {
      const has = ratio(over(colour, behind), behind);
      if (has < least) found.push(`${what}: ${has.toFixed(2)} of ${least}, ${named(element)}`);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const words = texts.currentNode.nodeValue!.trim();
      const element = texts.currentNode.parentElement!;
      if (!words || !isSeen(element)) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const colour = read(element instanceof SVGElement ? style.fill : style.color);
      ask(element, words.slice(0, 20), colour, ground(element), isLarge ? Math.min(ofText, isLarge && ofText === 4.5 ? 3 : ofText) : ofText);
    }
    for (const field of document.querySelectorAll('input:not([type=range]):not([type=checkbox]):not([type=file]), select, textarea')) {
      if (!isSeen(field)) continue;
      // A field in a frame of its own, or the frame around it and its buttons.
      const frame = field.closest('.field') ?? field;
      const style = getComputedStyle(frame);
      const [side] = (['Bottom', 'Top'] as const).filter(side => parseFloat(style[`border${side}Width`]) > 0);
      if (side) ask(field, 'frame', read(style[`border${side}Color`]), ground(frame.parentElement!), 3);
    }
    const marks = ['.dumbbell-move', '.dumbbell-before', '.dumbbell-axis', '.dumbbell-word', '.rail-move', '.rail-mark', '.rail-present', '.waterfall-real',
      '.waterfall-alone', '.bar-filled', '.arrow-lit', '.arrow-near', '.light svg', '.reader line'];
    for (const mark of document.querySelectorAll(marks.join())) {
      if (!isSeen(mark.closest('svg')!)) continue;
      const style = getComputedStyle(mark);
      const colour = style.stroke !== 'none' ? style.stroke : style.fill;
      ask(mark, 'mark', read(colour), ground(mark.closest('svg')!), 3);
    }
    return [...new Set(found)];
  }, ofText);
}
