import { visible } from '../../../../server/src/syntax/shown/printable.ts';

/** The parts of an element: attributes by name, `text`, and listeners as `on` with the event's name. */
type Properties = Readonly<Record<string, string | number | boolean | ((event: never) => void)>>;

/** Makes an element. A false attribute is omitted; a true one has no value. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value as EventListener);
    else if (key === 'text') say(made, String(value));
    else if (value !== false) made.setAttribute(key, value === true ? '' : visible(String(value)));
  }
  for (const child of children) made.append(typeof child === 'string' ? visible(child) : child);
  return made;
}

/** Writes text, which may repeat a document's, with every character visible. */
export function say(element: Element, words: string): void {
  element.textContent = visible(words);
}

/** Replaces the content of an element by these elements, however many there are. */
export function fill(parent: Element, children: Iterable<Node | string>): void {
  const fragment = document.createDocumentFragment();
  for (const child of children) fragment.append(typeof child === 'string' ? visible(child) : child);
  parent.replaceChildren(fragment);
}

/** Shows or hides an element. */
export function show(shown: HTMLElement, isShown: boolean): void {
  shown.hidden = !isShown;
}

/** The shape of a verdict, as the picture draws it. */
export function shapeOf(verdict: string): HTMLElement {
  return element('i', { class: `shape ${verdict}`, 'aria-hidden': 'true' });
}
