import type { Image } from '../../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../../server/src/simulate/input/image.ts';
import type { FromView, ToView, ViewPolicy } from '../messages.ts';
import { SimulatorView } from './app.ts';
import type { Host } from './host.ts';
import { FIRST_STATE, readState } from './state.ts';

/** The data that a standalone page contains. */
interface PageData {
  readonly now: number;
  readonly policy: ViewPolicy;
  /** Null for images made up from the policy. */
  readonly images: { readonly name: string; readonly images: readonly CompactImage[] } | null;
}

/** An image without its empty fields. */
type CompactImage = Partial<Image> & Pick<Image, 'digest'>;

const root = document.querySelector('main') ?? document.body;
const data = document.getElementById('data')?.textContent;
if (data) showPage(JSON.parse(data));
else connect();

function showPage({ now, policy, images }: PageData): void {
  const host: Host = { isEditor: false, state: FIRST_STATE, send: () => {}, keep: () => {} };
  const view = new SimulatorView(root, host, now);
  view.setPolicy(policy);
  if (images === null) return;
  view.setImages(
    images.name,
    images.images.map((image) => imageOf(image.digest, image)),
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
