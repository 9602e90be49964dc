import { printCount } from '../../../../../server/src/simulate/amounts.ts';
import { visible } from '../../../../../server/src/syntax/shown/printable.ts';
import type { BaselineChoice } from '../../messages.ts';
import { element, fill, say, shapeOf, show } from '../dom.ts';
import type { Host } from '../host.ts';
import type { ViewState } from '../state.ts';
import type { GivenImages } from './imageSource.ts';

/** The events of the controls. */
export interface ControlEvents {
  readonly onSearch: (text: string) => void;
  readonly onOnlyChanges: (only: boolean) => void;
  readonly onAllLanes: () => void;
  readonly onMadeUp: () => void;
  readonly onText: (name: string, text: string) => void;
  readonly onFile: (file: File) => void;
}

/** What the words around the picture say. */
export interface ControlsContent {
  readonly address: string | null;
  readonly problem: string;
  readonly total: string;
  readonly given: GivenImages | null;
  readonly baseline: BaselineChoice;
  readonly changes: string;
  readonly changed: number;
  readonly notes: readonly string[];
  /** The name of the policy's repository; null when unknown. */
  readonly repository: string | null;
  /** True where there are guarantees or running images to explain. */
  readonly hasSurroundings: boolean;
  readonly state: ViewState;
  readonly rows: number;
  readonly images: number;
  /** The name of the lane that the table is narrowed to. */
  readonly laneName: string | null;
}

/** The parts of the page around picture and table. */
export interface Controls {
  readonly header: HTMLElement;
  readonly source: HTMLElement;
  readonly changes: HTMLElement;
  readonly tableBar: HTMLElement;
  readonly notes: HTMLElement;
  show(content: ControlsContent): void;
}

/** The command that lists a repository's images; region and profile are the user's own. */
function commandFor(repository: string | null): string {
  return `aws ecr describe-images --repository-name ${repository ?? 'NAME'} --output json > images.json`;
}

const LEGEND = [
  ['keep', 'stays'],
  ['expire', 'expires'],
  ['archive', 'goes to the archive'],
  ['unknown', 'not known'],
] as const;

/** Makes the parts around picture and table. */
export function createControls(host: Host, state: ViewState, events: ControlEvents): Controls {
  const header = createHeader();
  const source = createSource(host, events);
  const changes = createChanges(host, events);
  const tableBar = createTableBar(state, events);
  const notes = element('footer', {});
  return {
    header: header.root,
    source: source.root,
    changes: changes.root,
    tableBar: tableBar.root,
    notes,
    show: (content) => {
      header.show(content);
      source.show(content);
      changes.show(content);
      tableBar.show(content);
      fill(
        notes,
        content.notes.filter((note) => note !== '').map((note) => element('p', { class: 'dim', text: note })),
      );
    },
  };
}

interface Part {
  readonly root: HTMLElement;
  show(content: ControlsContent): void;
}

function createHeader(): Part {
  const title = element('h1', {});
  const total = element('p', { class: 'total', role: 'status' });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const legend = element('p', { class: 'legend dim' });
  const surroundings = element('span', {
    text: 'A line above images: a guarantee keeps them, dashed where a rule may break it. A ring: the workspace runs the image.',
  });
  fill(legend, [
    ...LEGEND.map(([verdict, text]) => element('span', {}, shapeOf(verdict), text)),
    element('span', { text: 'A vertical line is the age at which a rule acts.' }),
    surroundings,
  ]);
  return {
    root: element('header', {}, title, problem, total, legend),
    show: ({ address, problem: text, total: words, hasSurroundings }) => {
      show(surroundings, hasSurroundings);
      if (address !== null) say(title, address);
      else if (title.textContent === '') title.textContent = 'Lifecycle policy';
      say(total, words);
      const more =
        words === '' ? 'Mend it in the text: the picture follows.' : 'The last rules that could be read are shown.';
      say(problem, text === '' ? '' : `${text} ${more}`);
      show(problem, text !== '');
    },
  };
}

function createSource(host: Host, events: ControlEvents): Part {
  const words = element('span', { class: 'source-words' });
  const problems = element('ul', { class: 'problem', role: 'alert' });
  const field = element('input', { type: 'file', accept: '.json,.gz', hidden: true });
  field.addEventListener('change', () => {
    const [file] = field.files ?? [];
    if (file !== undefined) events.onFile(file);
    field.value = '';
  });
  const choose = () => (host.isEditor ? host.send({ type: 'chooseImages' }) : field.click());
  const madeUp = element('button', {
    type: 'button',
    class: 'second',
    text: 'Use made-up images',
    onclick: events.onMadeUp,
  });
  const command = element('code');
  const copy = element('button', {
    type: 'button',
    class: 'second',
    text: 'Copy',
    'aria-label': 'Copy the command',
    onclick: () => void navigator.clipboard.writeText(command.textContent ?? ''),
  });
  const help = element(
    'p',
    { class: 'dim help' },
    'Get them with ',
    command,
    ' ',
    copy,
    ' in your region and with your profile, then drop the file here, paste its text, or choose it.',
  );
  const root = element(
    'section',
    { class: 'source', 'aria-label': 'Images' },
    element(
      'div',
      { class: 'bar' },
      words,
      element('button', { type: 'button', text: 'Choose images…', onclick: choose }),
      madeUp,
      field,
    ),
    problems,
    help,
  );
  return {
    root,
    show: ({ given, images, repository }) => {
      say(command, commandFor(repository));
      const isReal = given !== null && given.images.length > 0;
      say(
        words,
        isReal
          ? `${printCount(images, 'image')} of ${given.name}`
          : `${printCount(images, 'image')}, made up from the policy’s own tags and numbers. No real image was looked at.`,
      );
      show(madeUp, given !== null);
      show(help, !isReal);
      fill(
        problems,
        (given?.problems ?? []).map((text) => element('li', { text: `${given?.name}: ${text}` })),
      );
      show(problems, (given?.problems.length ?? 0) > 0);
    },
  };
}

function createChanges(host: Host, events: ControlEvents): Part {
  const choice = element(
    'select',
    { 'aria-label': 'Compare with' },
    element('option', { value: 'saved', text: 'the saved text' }),
    element('option', { value: 'committed', text: 'the committed text' }),
    element('option', { value: 'none', text: 'nothing' }),
  );
  choice.addEventListener('change', () => host.send({ type: 'compare', choice: choice.value as BaselineChoice }));
  const words = element('span', { class: 'change-words', role: 'status' });
  const only = element('input', { type: 'checkbox', id: 'only-changes' });
  only.addEventListener('change', () => events.onOnlyChanges(only.checked));
  const label = element('label', { for: 'only-changes' }, only, ' only these in the table');
  const picker = element('label', {}, 'Compare with ', choice);
  return {
    root: element('section', { class: 'bar changes', 'aria-label': 'Changes' }, picker, words, label),
    show: ({ baseline, changes, changed, state }) => {
      choice.value = baseline;
      say(words, changes);
      words.classList.toggle('has-changes', changed > 0);
      only.checked = state.onlyChanges;
      show(picker, host.isEditor);
      show(label, changed > 0 || state.onlyChanges);
    },
  };
}

function createTableBar(state: ViewState, events: ControlEvents): Part {
  const search = element('input', {
    type: 'search',
    placeholder: 'Search tags and digests',
    'aria-label': 'Search images',
  });
  search.value = state.search;
  search.addEventListener('input', () => events.onSearch(search.value));
  const words = element('span', { class: 'dim', role: 'status' });
  const all = element('button', { type: 'button', class: 'second', onclick: events.onAllLanes });
  return {
    root: element('section', { class: 'bar', 'aria-label': 'Table' }, search, words, all),
    show: ({ rows, images, laneName }) => {
      words.textContent =
        rows === images
          ? printCount(images, 'image')
          : `${rows.toLocaleString('en')} of ${printCount(images, 'image')}`;
      say(all, laneName === null ? '' : `Only ${laneName} ✕`);
      all.setAttribute('aria-label', laneName === null ? '' : visible(`Only ${laneName} is listed; list all`));
      show(all, laneName !== null);
    },
  };
}
