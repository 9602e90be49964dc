import type { Connection, SignatureHelp, SignatureHelpParams } from 'vscode-languageserver';
import { signatureAt } from '../../service/completion/language/signature.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { markupOf } from '../convert/markup.ts';
import { guarded } from '../guard.ts';
import type { Session } from '../session.ts';

/** Answers signature help; nothing next to another extension, which answers itself. */
export function listenForSignatures(connection: Connection, session: Session, abilities: () => ClientAbilities): void {
  connection.onSignatureHelp(
    guarded<[SignatureHelpParams], SignatureHelp | null>(
      (message) => connection.console.error(message),
      'textDocument/signatureHelp',
      null,
      ({ textDocument, position }) => {
        const opened = session.offersArguments ? session.openedAt(textDocument.uri) : null;
        if (opened === null) return null;
        const { document, module, uri } = opened;
        const found = signatureAt(module, uri, document.offsetAt(position));
        if (found === null) return null;
        const documentation = markupOf(found.documentation, abilities().hoverFormat);
        const parameters = found.parameters.map((label) => ({ label }));
        const signatures = [{ label: found.label, documentation, parameters }];
        return { signatures, activeSignature: 0, activeParameter: found.active };
      },
    ),
  );
}
