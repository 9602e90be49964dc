import type { Evaluator } from '../../../../evaluate/evaluate.ts';
import { unknown } from '../../../../evaluate/values/makeValue.ts';
import type { Value } from '../../../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../../../module/declarations/declarations.ts';
import { RecordingScope } from '../../../../module/tracking/recordingScope.ts';
import { placeOf } from '../../../../syntax/tree/place.ts';
import type { Vocabulary } from '../../vocabulary.ts';

const NOTHING = { kind: 'MissingExpression', start: 0, end: 0 } as const;

/** One way of reading data sources, whose results are shared by all blocks that use the same document. */
export class SharedReadings<Result> {
  readonly #way: string;
  /** Results by a value that stands in for them among a module's answers. */
  readonly #results = new WeakMap<Value, Result>();

  constructor(way: string) {
    this.#way = way;
  }

  /** The result of `read` for a data source, taken from an earlier reading if it is still current. */
  read(declaration: BlockDeclaration, evaluator: Evaluator, { name }: Vocabulary, read: () => Result): Result {
    const { scope } = evaluator;
    const { address, source, block } = declaration;
    if (!(scope instanceof RecordingScope) || scope.block(address) !== declaration) return read();
    const marker = evaluator.shared(`${this.#way} of ${address} as ${name}`, () => {
      scope.block(address);
      const made = unknown('it is a document', { place: placeOf(source, block), expression: NOTHING });
      this.#results.set(made, read());
      return made;
    });
    return (marker && this.#results.get(marker)) ?? read();
  }
}
