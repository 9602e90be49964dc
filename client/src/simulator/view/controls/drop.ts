/** What a reader brings to the page. */
export interface Brought {
  readonly onFile: (file: File) => void;
  readonly onText: (name: 'dropped' | 'pasted', text: string) => void;
  /** The addresses of files that the editor knows, the first one first. */
  readonly onAddresses: (uris: readonly string[]) => void;
  /** The dropped item is neither a file nor JSON. */
  readonly onOther: () => void;
}

/** Data types by which the editor and other programs pass files, the most reliable first. */
const ADDRESS_LISTS = ['application/vnd.code.uri-list', 'text/uri-list'] as const;

/** Accepts files dropped on the page, and text pasted outside of a field. */
export function acceptDrops(page: Document, brought: Brought): void {
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
    page.body.classList.add('dropping');
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) page.body.classList.remove('dropping');
  });
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    page.body.classList.remove('dropping');
    take(event.dataTransfer, brought);
  });
  page.addEventListener('paste', (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (file !== undefined) brought.onFile(file);
    else if (text.trim() !== '') brought.onText('pasted', text);
  });
}

function take(data: DataTransfer | null, { onFile, onText, onAddresses, onOther }: Brought): void {
  const [file] = data?.files ?? [];
  const addresses = addressesIn((kind) => data?.getData(kind) ?? '');
  const text = data?.getData('text/plain') ?? '';
  if (file !== undefined) onFile(file);
  else if (addresses.length > 0) onAddresses(addresses);
  else if (/^\s*[{[]/.test(text)) onText('dropped', text);
  else onOther();
}

/** The addresses in dropped data of one type: one per line, without comments. */
export function addressesIn(dataOf: (kind: string) => string): readonly string[] {
  for (const kind of ADDRESS_LISTS) {
    const lines = dataOf(kind).split(/\r?\n/);
    const addresses = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    if (addresses.length > 0) return addresses;
  }
  return [];
}
