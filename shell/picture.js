/**
 * An SVG document as a part of the page, or nothing where it is not well-formed. It goes through the parser for XML:
 * nothing in it becomes a script or a style of the page.
 * @param {string} text
 */
export function picture(text) {
  const { documentElement: root } = new DOMParser().parseFromString(tuiyanTrusted.createHTML(text), 'image/svg+xml');
  return root.localName === 'svg' ? document.importNode(root, true) : undefined;
}
