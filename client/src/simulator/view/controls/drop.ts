/** Takes files that are dropped on the page, and text that is pasted outside of a field. */
export function acceptDrops(
  page: Document,
  onFile: (file: File) => void,
  onText: (name: string, text: string) => void,
): void {
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
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (file !== undefined) onFile(file);
    else if (text.trimStart().startsWith('{') || text.trimStart().startsWith('[')) onText('dropped text', text);
  });
  page.addEventListener('paste', (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (file !== undefined) onFile(file);
    else if (text.trim() !== '') onText('pasted text', text);
  });
}
