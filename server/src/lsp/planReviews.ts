import { blockAtAddress } from '../ecr/blocks/blockAtAddress.ts';
import { headerOf } from '../ecr/header.ts';
import type { PlanPiece, ReviewAnswer } from '../protocol/reviewAnswers.ts';
import type { TextLocation } from '../protocol/textPositions.ts';
import { htmlReviewBody } from '../report/review/reviewHtml.ts';
import { readImageTexts } from '../review/lifecycle/readImageTexts.ts';
import { PlanReader } from '../review/plan/planReader.ts';
import type { PlanSettings } from '../review/planned/plannedProblems.ts';
import { reviewPlan } from '../review/reviewPlan.ts';
import { describeFailure } from './guard.ts';
import type { Session } from './session.ts';

const NO_IMAGES =
  'The chosen files hold no images. Choose what aws ecr describe-images --repository-name NAME --output json printed.';

/** Reviews a plan that a client sends in chunks. Of several concurrent ones only the last continues. */
export class PlanReviews {
  readonly #session: Session;
  readonly #log: (message: string) => void;
  #id: number | null = null;
  #reader: PlanReader | null = null;

  constructor(session: Session, log: (message: string) => void) {
    this.#session = session;
    this.#log = log;
  }

  /** Takes the next chunk. */
  take({ id, text, isLast, name, now, uri, images: imageTexts = [] }: PlanPiece): ReviewAnswer {
    if (id !== this.#id || this.#reader === null) this.#reader = new PlanReader(name);
    this.#id = id;
    const reader = this.#reader;
    const goesOn = reader.write(text);
    if (goesOn && !isLast) return { kind: 'more' };
    this.#reader = null;
    this.#id = null;
    const reading = reader.end();
    if (reading.kind === 'refused') {
      return { kind: 'refused', reason: [`${name} ${reading.because}`, ...reading.commands].join(' ') };
    }
    const images = readImageTexts(imageTexts, now);
    if (images === null && imageTexts.length > 0) return { kind: 'refused', reason: NO_IMAGES };
    const settings = this.#settingsFor(uri);
    const findings = reviewPlan(reading.plan, {
      images,
      settings,
      onRuleFailure: (ruleId, error) => this.#log(`Rule ${ruleId} failed: ${describeFailure(error)}`),
    });
    const places = findings.map(({ address }) => this.#placeOf(address));
    const page = htmlReviewBody({ findings, images, now }, (index) => places[index] !== null);
    return { kind: 'review', page, places };
  }

  /** The nearest settings file above a place; without a place, one of the workspace. */
  #settingsFor(uri: string | undefined): PlanSettings | null {
    const { workspace, uris } = this.#session;
    const found = uri === undefined ? workspace.settingsFiles[0] : workspace.settingsFor(uris.note(uri));
    return found === undefined || found === null ? null : { uri: found.uri, text: found.text };
  }

  #placeOf(address: string): TextLocation | null {
    const block = address === '' ? null : blockAtAddress(this.#session.workspace, address);
    return block === null ? null : (this.#session.locationOf(headerOf(block)) ?? null);
  }
}
