import { element, fill, say, show } from '../dom.ts';
import type { Host } from '../host.ts';
import { counted, t } from '../language.ts';
import type { GivenImages } from './imageSource.ts';

/** The events of the bar. */
export interface ImagesEvents {
  readonly onMadeUp: () => void;
  readonly onFile: (file: File) => void;
}

/** The texts of the bar. */
export interface ImagesContent {
  readonly given: GivenImages | null;
  readonly images: number;
  /** The name of the policy's repository; null when unknown. */
  readonly repository: string | null;
}

/** The command that lists a repository's images; region and profile are the user's own. */
function commandFor(repository: string | null): string {
  return `aws ecr describe-images --repository-name ${repository ?? 'NAME'} --output json > images.json`;
}

/** The source of the shown images, and ways to get others. */
export function createImagesBar(host: Host, events: ImagesEvents) {
  const words = element('span', { class: 'source-words' });
  const problems = element('ul', { class: 'problem', 'aria-label': t('What could not be used') });
  const alert = element('div', { role: 'alert' }, problems);
  const field = element('input', { type: 'file', accept: '.json,.gz', hidden: true, 'aria-label': t('Images') });
  field.addEventListener('change', () => {
    const [file] = field.files ?? [];
    if (file !== undefined) events.onFile(file);
    field.value = '';
  });
  const choose = () => (host.isEditor ? host.send({ type: 'chooseImages' }) : field.click());
  const second = { type: 'button', class: 'second' };
  const madeUp = element('button', { ...second, text: t('Use made-up images'), onclick: events.onMadeUp });
  const command = element('code');
  const help = createHelp(host, command);
  const button = element('button', { type: 'button', text: t('Choose images…'), onclick: choose });
  const bar = element('div', { class: 'bar' }, words, button, madeUp, field);
  return {
    root: element('section', { class: 'source', 'aria-label': t('Images') }, bar, alert, help),
    show({ given, images, repository }: ImagesContent): void {
      say(command, commandFor(repository));
      const isReal = given !== null && given.images.length > 0;
      say(words, isReal ? fromInput(images, given.name) : madeUpInWords(images));
      show(madeUp, given !== null);
      show(help, !isReal);
      fill(
        problems,
        (given?.problems ?? []).map((text) => element('li', { text })),
      );
      show(problems, (given?.problems.length ?? 0) > 0);
    },
  };
}

function createHelp(host: Host, command: HTMLElement): HTMLElement {
  const done = element('span', { role: 'status' });
  const copy = element('button', {
    type: 'button',
    class: 'second',
    text: t('Copy'),
    'aria-label': t('Copy the command'),
    onclick: () =>
      void navigator.clipboard.writeText(command.textContent ?? '').then(() => {
        done.textContent = t('copied');
      }),
  });
  const shift = host.isEditor ? ` ${t('Hold Shift while you drop it, or the editor opens it as text.')}` : '';
  return element(
    'p',
    { class: 'dim help' },
    t('Get them with'),
    ' ',
    command,
    ' ',
    copy,
    ' ',
    done,
    ' ',
    t('in your region and with your profile, then drop the file here, paste its text, or choose it.'),
    shift,
  );
}

function fromInput(images: number, name: string): string {
  return counted(images, '{0} image of {1}', '{0} images of {1}', name);
}

function madeUpInWords(images: number): string {
  return counted(
    images,
    '{0} image, made up from the policy’s own tags and numbers. No real image was used.',
    '{0} images, made up from the policy’s own tags and numbers. No real image was used.',
  );
}
