import type { Image } from '../../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../../server/src/simulate/input/image.ts';
import type { FromView, ToView, ViewPolicy } from '../messages.ts';
import { SimulatorView } from './app.ts';
import { element, fill } from './dom.ts';
import type { Host } from './host.ts';
import { readLanguage, speak, t } from './language.ts';
import { FIRST_STATE, readState } from './state.ts';

/** The data that a standalone page contains: one policy, or those that a plan changes. */
interface PageData {
  readonly now: number;
  readonly policy?: ViewPolicy;
  /** Null for images made up from the policy. */
  readonly images?: PageImages | null;
  readonly changes?: readonly PageChange[];
}

interface PageImages {
  readonly name: string;
  readonly images: readonly CompactImage[];
}

/** A policy before and after a plan, and images to try both on. */
interface PageChange {
  readonly policy: ViewPolicy;
  readonly before: ViewPolicy;
  readonly images: PageImages;
}

/** An image without its empty fields. */
type CompactImage = Partial<Image> & Pick<Image, 'digest'>;

const root = document.querySelector('main') ?? document.body;
const data = document.getElementById('data')?.textContent;
speak(readLanguage(document.getElementById('words')?.textContent));
if (data) {
  showPage(JSON.parse(data));
  if (typeof acquireVsCodeApi === 'function') followLinks(acquireVsCodeApi());
} else connect();

function showPage({ now, policy, images, changes }: PageData): void {
  const host: Host = { isEditor: false, state: FIRST_STATE, send: () => {}, keep: () => {} };
  const [first] = changes ?? [];
  if (changes !== undefined && first === undefined) return;
  const chooser = element('select', { 'aria-label': t('Changed policy'), class: 'chooser' });
  if (changes !== undefined && changes.length > 1) root.append(chooser);
  const view = new SimulatorView(root, host, now);
  if (policy !== undefined) {
    view.setPolicy(policy);
    if (images) setImages(view, images);
  } else if (changes !== undefined && first !== undefined) {
    const names = changes.map((change) => (change.policy.kind === 'rules' ? change.policy.address : ''));
    fill(
      chooser,
      names.map((name, index) => element('option', { value: index, text: name })),
    );
    chooser.addEventListener('change', () => showChange(view, changes[Number(chooser.value)] ?? first));
    showChange(view, first);
  }
}

function showChange(view: SimulatorView, { policy, before, images }: PageChange): void {
  view.receive({ type: 'baseline', choice: 'earlier', baseline: before });
  view.setPolicy(policy);
  setImages(view, images);
}

/** Sends the number of a finding whose address is clicked, and the wish for images, to the editor. */
function followLinks(editor: { postMessage(message: unknown): void }): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const link = target.closest('[data-finding]');
    if (link !== null) editor.postMessage({ type: 'open', finding: Number(link.getAttribute('data-finding')) });
    else if (target.closest('[data-images]') !== null) editor.postMessage({ type: 'images' });
  });
}

function setImages(view: SimulatorView, { name, images }: PageImages): void {
  view.setImages(
    name,
    images.map((image) => imageOf(image.digest, image)),
  );
}

function connect(): void {
  const editor = acquireVsCodeApi();
  const host: Host = {
    isEditor: true,
    state: readState(editor.getState()),
    send: (message: FromView) => editor.postMessage(message),
    keep: (state) => editor.setState({ ...(editor.getState() as object | undefined), ...state }),
  };
  const view = new SimulatorView(root, host, Date.now());
  window.addEventListener('message', ({ data: message }: MessageEvent<ToView>) => {
    if (message.type === 'policy') {
      editor.setState({ ...(editor.getState() as object | undefined), subject: message.subject });
    }
    view.receive(message);
  });
  host.send({ type: 'ready' });
}
