import type { SimulatedRule } from '../../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { ShownGuarantee, ShownSurroundings } from '../../../../server/src/guarantees/shown.ts';
import type { Image } from '../../../../server/src/simulate/input/image.ts';
import { notesOf } from '../../../../server/src/simulate/run/notes.ts';
import type { BaselineChoice, Shown, ToView, ViewPolicy } from '../messages.ts';
import type { Controls } from './controls/controls.ts';
import { createControls } from './controls/controls.ts';
import { acceptDrops } from './controls/drop.ts';
import type { GivenImages } from './controls/imageSource.ts';
import { exampleImages, imagesOfText, readGivenImages } from './controls/imageSource.ts';
import { actionsByDay, countOn } from './controls/moment.ts';
import { TimeSlider } from './controls/timeSlider.ts';
import { GuaranteeList } from './guarantees/guaranteeList.ts';
import { movedTo } from './guarantees/witness.ts';
import type { Host } from './host.ts';
import { t } from './language.ts';
import { coloursOf } from './picture/colours.ts';
import { LaneNames } from './picture/lanes.ts';
import { Picture } from './picture/picture.ts';
import { PictureFrame } from './picture/pictureFrame.ts';
import type { Scene } from './picture/scene.ts';
import { sceneOf } from './picture/scene.ts';
import { PushPlan } from './pushes/pushPlan.ts';
import type { ViewState } from './state.ts';
import { ImageTable } from './table/imageTable.ts';
import { rowsOf } from './table/rows.ts';
import { changesInWords, totalInWords } from './words.ts';

const NOTHING_AROUND: ShownSurroundings = { guarantees: [], running: [] };

/** The whole view: its inputs, and what it shows of them. */
export class SimulatorView {
  readonly #host: Host;
  readonly #picture = new Picture();
  readonly #frame: PictureFrame;
  readonly #lanes: LaneNames;
  readonly #slider: TimeSlider;
  readonly #table: ImageTable;
  readonly #controls: Controls;
  readonly #guarantees: GuaranteeList;
  readonly #pushes: PushPlan;
  #state: ViewState;
  #policy: ViewPolicy | null = null;
  /** The last rules that could be simulated, which stay visible while the text is being typed. */
  #rules: readonly SimulatedRule[] | null = null;
  #baseline: { readonly choice: BaselineChoice; readonly policy: ViewPolicy | null } = { choice: 'none', policy: null };
  #given: GivenImages | null = null;
  #surroundings: ShownSurroundings = NOTHING_AROUND;
  #now: number;
  #scene: Scene | null = null;
  #actions: readonly number[] = [];
  #rows: readonly number[] = [];
  #chosen: number | null = null;
  #cursor: number | null = null;

  /** `now` is the moment of the simulation in milliseconds since 1970. */
  constructor(root: HTMLElement, host: Host, now: number) {
    this.#host = host;
    this.#now = now;
    this.#state = host.state;
    this.#frame = new PictureFrame(this.#picture, (mark) => this.#choose(mark));
    this.#lanes = new LaneNames((lane) => this.#press(lane));
    this.#slider = new TimeSlider((day) => this.#change({ day }));
    this.#table = new ImageTable({
      onOrder: (order) => this.#change({ order }),
      onChoose: (mark) => this.#choose(mark),
    });
    this.#controls = createControls(host, this.#state, {
      onSearch: (search) => this.#change({ search }),
      onOnlyChanges: (onlyChanges) => this.#change({ onlyChanges }),
      onAllLanes: () => this.#change({ lane: null }),
      onMadeUp: () => this.#take(null),
      onFile: (file) => this.readFile(file),
    });
    this.#guarantees = new GuaranteeList((guarantee) => this.#showWitness(guarantee));
    this.#pushes = new PushPlan(this.#state.pushes, (pushes) => this.#change({ pushes }));
    const { header, source, changes, notes, tableBar } = this.#controls;
    const picture = document.createElement('div');
    picture.className = 'picture';
    picture.append(this.#lanes.root, this.#frame.root);
    root.append(
      header,
      source,
      this.#guarantees.root,
      this.#slider.root,
      changes,
      picture,
      this.#pushes.root,
      tableBar,
      this.#table.root,
      notes,
    );
    acceptDrops(document, {
      onFile: (file) => this.readFile(file),
      onText: (how, text) => this.#take(imagesOfText(how === 'dropped' ? t('dropped text') : t('pasted text'), text)),
      onAddresses: (uris) => host.send({ type: 'dropped', uris }),
      onOther: () => this.#refuse(t('What was dropped'), t('It is neither a file nor JSON.')),
    });
    new ResizeObserver(() => this.#show()).observe(this.#frame.root);
    new MutationObserver(() => this.#repaint()).observe(document.body, {
      attributeFilter: ['class', 'data-vscode-theme-id'],
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#repaint());
  }

  /** Handles a message from the editor. */
  receive(message: ToView): void {
    switch (message.type) {
      case 'policy':
        this.setPolicy(message.policy);
        break;
      case 'baseline':
        this.#baseline = { choice: message.choice, policy: message.baseline };
        this.#simulate();
        break;
      case 'images':
        void readGivenImages(message.name, message.bytes).then((given) => this.#take(given));
        break;
      case 'refused':
        this.#refuse(message.name, message.reason);
        break;
      case 'cursor':
        this.#cursor = message.rule;
        this.#show();
        break;
      case 'witness': {
        const guarantee = this.#surroundings.guarantees.find(({ index }) => index === message.guarantee);
        if (guarantee !== undefined) this.#showWitness(guarantee);
        break;
      }
    }
  }

  /** Shows another policy, or the reason why there is none. */
  setPolicy(policy: ViewPolicy): void {
    this.#policy = policy;
    if (policy.kind === 'rules') {
      this.#rules = policy.rules;
      this.#surroundings = policy.surroundings ?? NOTHING_AROUND;
    }
    this.#simulate();
  }

  /** Shows images that were read already. */
  setImages(name: string, images: readonly Image[]): void {
    this.#take({ name, images, problems: [] });
  }

  /** Reads a file that was dropped or chosen in the page. */
  readFile(file: File): void {
    void file.arrayBuffer().then(async (bytes) => this.#take(await readGivenImages(file.name, new Uint8Array(bytes))));
  }

  /** Shows the images that break a guarantee, as if their run were now, and selects the one that must stay. */
  #showWitness({ index, witness }: ShownGuarantee): void {
    if (witness === null) return;
    this.#state = { ...this.#state, day: 0, lane: null, search: '', onlyChanges: false };
    const now = this.#host.isEditor ? Date.now() : this.#now;
    this.#take({ name: t('what breaks {0}', `keep[${index}]`), images: movedTo(witness, now), problems: [] });
    this.#choose(0);
  }

  /** Says why something was rejected; the images stay. */
  #refuse(name: string, reason: string): void {
    this.#given = {
      name: this.#given?.name ?? name,
      images: this.#given?.images ?? [],
      problems: [`${name}: ${reason}`],
    };
    this.#show();
  }

  #take(given: GivenImages | null): void {
    this.#given = given;
    if (this.#host.isEditor) this.#now = Date.now();
    this.#chosen = null;
    this.#simulate();
  }

  #simulate(): void {
    const rules = this.#rules;
    if (rules === null) this.#scene = null;
    else {
      const hasImages = this.#given !== null && this.#given.images.length > 0;
      const images = hasImages ? (this.#given?.images ?? []) : exampleImages(rules, this.#now);
      const { policy } = this.#baseline;
      this.#scene = sceneOf(
        rules,
        images,
        this.#now,
        policy?.kind === 'rules' ? policy.rules : null,
        this.#surroundings,
      );
    }
    const marks = this.#scene?.marks ?? [];
    if (this.#chosen !== null && this.#chosen >= marks.length) this.#chosen = null;
    this.#actions = actionsByDay(marks);
    if ((this.#state.lane ?? 0) >= (this.#scene?.lanes.length ?? 0)) this.#state = { ...this.#state, lane: null };
    this.#sort();
    this.#show();
  }

  #change(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.keep(this.#state);
    if (!('day' in change)) this.#sort();
    this.#show();
  }

  #sort(): void {
    this.#rows = rowsOf(this.#scene?.marks ?? [], this.#state, this.#state.order);
  }

  #choose(mark: number | null): void {
    this.#chosen = mark;
    this.#show();
  }

  /** Clicking a lane's name limits the table to the lane, or shows all rows again; it also reveals the rule's text. */
  #press(lane: number): void {
    const isRule = this.#scene?.lanes[lane]?.outcome !== null;
    if (isRule && this.#host.isEditor) this.#host.send({ type: 'reveal', rule: lane });
    this.#change({ lane: this.#state.lane === lane ? null : lane });
  }

  #repaint(): void {
    this.#picture.refresh();
    this.#show();
  }

  #show(): void {
    const { day, order } = this.#state;
    const scene = this.#scene;
    const lane = this.#cursor ?? this.#state.lane;
    this.#picture.show(scene, { day, lane, chosen: this.#chosen });
    this.#frame.show(scene, this.#chosen);
    this.#lanes.show(scene, day, lane);
    this.#guarantees.show(this.#surroundings.guarantees);
    this.#pushes.show(this.#rules);
    this.#slider.show(day, this.#now, this.#actions, coloursOf(document.body).verdicts.expire);
    this.#table.show(scene, this.#rows, order, this.#chosen);
    document.body.classList.toggle('without-scene', scene === null);
    const count = countOn(scene?.marks ?? [], day);
    const changed = scene?.marks.filter(({ before }) => before !== null).length ?? 0;
    const name = this.#baseline.choice;
    const compared = this.#baseline.policy;
    this.#controls.show({
      address: this.#policy?.kind === 'rules' ? this.#policy.address : null,
      problem: this.#policy?.kind === 'none' ? this.#policy.reason : '',
      total: scene === null ? '' : totalInWords(count, this.#now, day),
      given: this.#given,
      baseline: name,
      changes: compared?.kind === 'none' ? compared.reason : scene === null ? '' : changesInWords(scene, name),
      changed,
      notes: [
        this.#policy?.kind === 'rules' ? this.#policy.note : '',
        ...(scene === null ? [] : notesOf(scene.simulation, t)),
      ],
      repository: this.#policy?.kind === 'rules' ? (this.#policy.repository ?? null) : null,
      hasSurroundings: this.#surroundings.guarantees.length > 0 || this.#surroundings.running.length > 0,
      onlyChanges: this.#state.onlyChanges,
      rows: this.#rows.length,
      images: scene?.marks.length ?? 0,
      laneName: this.#state.lane === null ? null : nameOfLane(scene, this.#state.lane),
    });
    this.#tell({ ...count, changed, lane });
  }

  #tell(numbers: Pick<Shown, 'expire' | 'archive' | 'keep' | 'changed' | 'lane'>): void {
    const { expire, archive, keep, changed, lane } = numbers;
    const shown: Shown = {
      address: this.#policy?.kind === 'rules' ? this.#policy.address : '',
      images: this.#scene?.marks.length ?? 0,
      source: this.#given?.name ?? '',
      day: this.#state.day,
      expire,
      archive,
      keep,
      changed,
      lane,
      rows: this.#rows.length,
      problem: this.#policy?.kind === 'none' ? this.#policy.reason : '',
      guarantees: this.#surroundings.guarantees.map(({ holds }) => holds),
      bands: this.#scene?.bands.length ?? 0,
      running: this.#scene?.marks.filter(({ runs }) => runs.length > 0).length ?? 0,
    };
    this.#host.send({ type: 'shown', shown });
  }
}

function nameOfLane(scene: Scene | null, lane: number): string {
  const outcome = scene?.lanes[lane]?.outcome;
  return outcome ? t('rule {0}', String(outcome.rule.priority)) : t('no rule');
}
